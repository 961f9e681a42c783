"""Targeting errors: who of the poor is missed and who else is let in; methods (1.6)."""

from __future__ import annotations

from sp_core.model.quantity import Quantity, lever, quantity
from sp_core.programme import Programme

REACHED = "poor * (1 - exclusion) + (1 - poor) * inclusion"


def targeting_quantities(programme: Programme) -> tuple[Quantity, ...]:
    """Return the share of the group that a means test picks, and the share of those who are not poor among them."""
    if not programme.target.targeted:
        return ()
    levers = {name: lever(f"{programme.id}.{role}") for name, role in ROLE_OF.items()}
    reached = Quantity(
        f"targeted_share.{programme.id}",
        "share",
        REACHED,
        levers,
        lambda poor, exclusion, inclusion: poor * (1.0 - exclusion) + (1.0 - poor) * inclusion,
    )
    leaked = Quantity(
        f"leakage.{programme.id}",
        "share",
        "(1 - poor) * inclusion / reached",
        {
            "poor": levers["poor"],
            "inclusion": levers["inclusion"],
            "reached": quantity(f"targeted_share.{programme.id}"),
        },
        lambda poor, inclusion, reached: (1.0 - poor) * inclusion / reached,
    )
    return (reached, leaked)


ROLE_OF = {"poor": "poor_share", "exclusion": "exclusion", "inclusion": "inclusion"}
