"""The scenes of a scenario as a picture: who leads where, how often, how well.

Public face: `picture` (picture, unsolved_picture), then one file a format, each
`(picture, language) -> str`: `svg`, `mermaid`, `dot`, `text`.
"""
