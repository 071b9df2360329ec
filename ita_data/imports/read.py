"""The whole way from the bytes of a file to its records and problems; pure, nothing is stored."""

from dataclasses import replace
from hashlib import sha256

from ita_data.imports.files import open_grids
from ita_data.imports.layouts import LAYOUTS
from ita_data.imports.layouts.layout import Known
from ita_data.imports.problem_lists import is_problem_list
from ita_data.imports.reading import Reading
from ita_data.model.problems import Place, Problem


def read(data: bytes, name: str, known: Known) -> Reading:
    """What a file holds, read by the first layout that recognises it; whatever is wrong comes back as problems."""
    digest = sha256(data).hexdigest()
    grids, notes = open_grids(data, name)
    if not grids:
        return Reading(name, digest, "", (), None, notes)
    grids = tuple(grid for grid in grids if not is_problem_list(grid))
    layout = next((layout for layout in LAYOUTS.values() if layout.recognises(grids)), None)
    if layout is None:
        return Reading(name, digest, "", (), None, (*notes, Problem("layout-unknown", Place())))
    found = layout.read(grids, replace(known, file_name=name))
    return Reading(
        name,
        digest,
        layout.name,
        found.rows,
        found.records,
        (*notes, *found.problems),
        found.columns,
        found.base,
        found.context,
        found.parts,
    )
