"""Measures whose code changed: which of them a workbook means that was made before, or that doesn't say when."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ita_data.imports.layouts.layout import Known
from ita_data.model.monthly_template import TemplateKey
from ita_data.model.names import AS_BEFORE, Names
from ita_data.model.records import Records


@dataclass(frozen=True, slots=True)
class Numbers:
    """What codes stood for when a workbook was made.

    `since` are the names that records got after that; where the workbook doesn't say when it was made, `unclear` are
    the codes that stood for several measures one after the other. `by_identity` are the codes of the measures now.
    """

    since: Names = AS_BEFORE
    unclear: frozenset[str] = frozenset()
    by_identity: Mapping[str, str] = field(default_factory=dict)

    def now(self, code: str) -> str:
        """The code by now of the measure that had this one when the workbook was made."""
        return str(self.since.of("measure", code))

    def may_be(self, code: str, now: str) -> bool:
        """Whether a code may have stood, when the workbook was made, for the measure that has another one now."""
        return self.now(code) == now or (code in self.unclear and now in self.unclear)

    def of_key(self, key: TemplateKey) -> TemplateKey | None:
        """A template's key by today's names; None where its measure isn't in the plan, or may be one of several."""
        code = self.by_identity.get(key.identity) if key.identity else self.now(key.measure)
        if not key.identity and code in self.unclear:
            return None
        section = str(self.since.of("section", key.section))
        return TemplateKey(code, section, key.month) if code is not None else None


def numbers_of(plan: Records, known: Known, base: int | None) -> Numbers:
    """What is known of a plan's codes at the revision `base`, or of all that they ever stood for."""
    by_identity = {measure.identity: measure.code for measure in plan.measures if measure.identity}
    if base is not None:
        return Numbers(known.names_since(plan.plan, base), by_identity=by_identity)
    renamed = [names.of_kind("measure") for _revision, names in known.renamed.get(plan.plan, ())]
    unclear = {str(code) for names in renamed for key, name in names.new.items() for code in (key[1], name)}
    return Numbers(unclear=frozenset(unclear), by_identity=by_identity)
