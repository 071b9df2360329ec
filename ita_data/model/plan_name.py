"""The name by which a plan is asked for."""

from typing import NamedTuple


class PlanName(NamedTuple):
    """One office's plan of one fiscal year."""

    organisation: str
    fiscal_year: int

    @property
    def before(self) -> "PlanName":
        """The office's plan of the fiscal year before."""
        return PlanName(self.organisation, self.fiscal_year - 1)

    @property
    def after(self) -> "PlanName":
        """The office's plan of the fiscal year after."""
        return PlanName(self.organisation, self.fiscal_year + 1)
