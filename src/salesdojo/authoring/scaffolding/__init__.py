"""What a trainer begins with: scenarios for each stage, case B, whole packs.

Public face: `scenario` (begun_scenario), `variant` (begun_variant), `pack` (begun_pack),
`destination` (Destination), `begun` (Begun, put).
"""
