"""Golden paths that go wrong at a negotiation table, each with the sentence it gets."""

FIRST = "propose price=130 delivery=8_wk payment=net_60 warranty=12_m"
"""A first offer."""
FAULTS = (
    ("SD107.step", ("open", "Propose!"), "neither a choice nor a move"),
    ("SD601.no_move", ("open", "haggle"), "no move at the negotiation table"),
    ("SD601.unknown", ("open", "propose price=131"), "names 131 (price)"),
    ("SD601.unknown", ("open", "ask the_time"), "It has: why_delivery, why_pilot."),
    ("SD601.unnamed", ("open", "propose price=130"), "out: delivery, payment, warranty"),
    ("SD601.impossible", ("open", "accept"), "as it stands then"),
    ("SD602.table", ("open", FIRST), "as expert"),
    ("SD603", ("open", FIRST, "walk_away", "accept"), "has ended"),
    ("SD604", ("open", FIRST, "walk_away"), "stalled"),
)
SEEN = {fault[0] for fault in FAULTS}
"""The sentences that are seen with these."""
