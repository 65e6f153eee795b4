// Loaded into a store before anything else: whatever it serves, it serves this machine alone.
const { Server } = require("net");
const { listen } = Server.prototype;
Server.prototype.listen = function (port, ...rest) {
  const onAnyHost = typeof port === "number" && typeof rest[0] !== "string";
  return onAnyHost ? listen.call(this, port, "127.0.0.1", ...rest) : listen.call(this, port, ...rest);
};
