// Compiles an ink story with inkjs and plays it by clicking anything that is offered.
//
//     node inkjs_play.js FOLDER_OF_INKJS STORY.ink COMPILED.json TALKS
//
// Writes the compiled story for other players, and prints {"decisions", "seconds"}.

const fs = require("fs");
const path = require("path");

const [folder, source, compiled, talks] = process.argv.slice(2);
const { Compiler } = require(path.resolve(folder, "node_modules", "inkjs", "dist", "ink-full.js"));

const story = new Compiler(fs.readFileSync(source, "utf-8")).Compile();
fs.writeFileSync(compiled, story.ToJson());

function played() {
  let decisions = 0;
  story.ResetState();
  for (;;) {
    while (story.canContinue) story.Continue();
    const offered = story.currentChoices.length;
    if (!offered) return decisions;
    story.ChooseChoiceIndex(Math.floor(Math.random() * offered));
    decisions += 1;
  }
}

for (let warm = 0; warm < 20; warm += 1) played();
const began = process.cpuUsage();
let decisions = 0;
for (let talk = 0; talk < Number(talks); talk += 1) decisions += played();
const { user, system } = process.cpuUsage(began);
const seconds = (user + system) / 1e6;
console.log(JSON.stringify({ decisions, seconds }));
