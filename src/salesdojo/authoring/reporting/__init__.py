"""How problems are shown: pure functions from problems to text, JSON, commands and logs.

Public face: `text` (text_report, summary), `json_list` (json_list), `github`
(github_commands), `sarif` (sarif_log).
"""
