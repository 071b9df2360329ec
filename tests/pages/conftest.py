"""Four offices for the pages to show: nothing yet, the report alone, the sample office, and two fiscal years."""

import gc
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner

from ita_data.services.opening import Store
from tests.databases import address_of
from tests.offices import bring_report, made_office
from tests.pages.apps import Office, forget_cached
from ui.look import kept, plans
from ui.look import store as database
from ui.meeting import opened

OFFICES = ("empty", "report", "sample", "two_years")


@pytest.fixture(scope="session", autouse=True)
def quick_streamlit() -> Iterator[None]:
    """Streamlit without what it does anew for every page in a test, though a server does it once.

    It looks through all installed packages for components, and has the collector walk all that was ever loaded.
    """
    gc.collect()
    gc.freeze()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield
    gc.unfreeze()


@pytest.fixture(scope="session")
def empty_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with its tables and nothing in them."""
    return made_office(tmp_path_factory.mktemp("empty"), lambda _store: None)


@pytest.fixture(scope="session")
def report_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A yearly report, on which no month was reported."""
    return made_office(tmp_path_factory.mktemp("report"), bring_report)


@pytest.fixture(scope="session")
def two_years_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reports of two fiscal years."""

    def bring_both(store: Store) -> None:
        bring_report(store, 2568)
        bring_report(store, 2569)

    return made_office(tmp_path_factory.mktemp("two-years"), bring_both)


@pytest.fixture(scope="module", params=OFFICES)
def office(request: pytest.FixtureRequest) -> Iterator[Office]:
    """Each office in turn, or those that a test names, to be looked at and not written to."""
    with shown_by_pages(request.getfixturevalue(f"{request.param}_office")) as store:
        yield Office(request.param, store)


@pytest.fixture
def empty(empty_office: Path, tmp_path: Path) -> Iterator[Store]:
    """A store without a plan, which the test may write to."""
    with shown_by_pages(Path(shutil.copy(empty_office, tmp_path))) as store:
        yield store


@pytest.fixture
def report(report_office: Path, tmp_path: Path) -> Iterator[Store]:
    """A store with the report alone, which the test may write to."""
    with shown_by_pages(Path(shutil.copy(report_office, tmp_path))) as store:
        yield store


@contextmanager
def shown_by_pages(path: Path) -> Iterator[Store]:
    """The store that the pages open meanwhile; what they cached of another one is forgotten."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", address_of(path))
        forget_cached(database, plans, kept, opened)
        store = database.store()
        yield store
        store.dispose()
