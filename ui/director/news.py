"""What the sections sent since the last meeting, and which statuses that changed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import streamlit as st

from ita_data.labels import date_label, status_label
from ita_data.language import gettext as _
from ita_data.model.news import SectionNews, StatusChange
from ita_data.model.states import Status
from ui.director.lists import left_out
from ui.look.look import Look
from ui.parts.tables import text_table


def news_counts(look: Look) -> tuple[int, str]:
    """How many reports came or changed since the last meeting, and how many of them are new."""
    news = _news(look)
    came = sum(section.came for section in news)
    changes = came + sum(section.corrected + section.withdrawn for section in news)
    return changes, _("{came} of them new reports").format(came=f"{came:,}")


def _news(look: Look) -> list[SectionNews]:
    news = {section.section: section for section in look.figures.news}
    return [news[name] for name in look.sections if name in news]


def show_news(look: Look) -> None:
    """What came and changed, section by section, and who sent nothing."""
    since, until = map(date_label, look.said.news_days)
    st.caption(
        _(
            "Counted is all that was saved after {since}, the last meeting or else the last due date before it, "
            "up to {until}, whichever month it is for."
        ).format(since=since, until=until)
    )
    news = _news(look)
    if news:
        headers = [_("Section"), _("Came"), _("Corrected"), _("Taken back"), _("Statuses that changed")]
        text_table(headers, [_news_row(section) for section in news])
    else:
        st.info(_("Nothing came."), icon=":material/inbox:")
    silent = [[name, _("Sent nothing")] for name in look.sections if name not in {each.section for each in news}]
    left_out([_("Section"), _("Why")], silent, "news")


def _news_row(news: SectionNews) -> list[str]:
    changes = "\n".join(_turns(news.statuses)) or "–"
    return [news.section, f"{news.came:,}", f"{news.corrected:,}", f"{news.withdrawn:,}", changes]


def _turns(changes: Iterable[StatusChange]) -> Iterator[str]:
    """From what to what, and the measures of which that holds."""
    measures: defaultdict[tuple[Status, Status], list[str]] = defaultdict(list)
    for change in changes:
        measures[change.before, change.after].append(change.measure)
    for (before, after), codes in measures.items():
        yield f"{status_label(before)} → {status_label(after)}: {', '.join(codes)}"
