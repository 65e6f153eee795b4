"""A file played while it is written: the pure part of `salesdojo preview`.

Public face: `rehearsal` (Rehearsal), `jumping` (jump), `standing` (standing),
`watching` (FileWatch), `watcher` (FileWatcher), `examination` (examination).
"""
