"""What one section does about one measure, invented month by month, and the same each time it is told."""

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from ita_data.model.periods import BUDDHIST_ERA, MONTHS, FiscalMonth, is_working_day
from ita_data.model.records import Review
from ita_data.model.states import Status
from ita_data.model.thai_dates import thai_month
from sample_data.habits import Habits, Work

QUIET_SHARE = 0.12
"""The share of months in which a section does nothing about a measure."""
LINK_SHARE, PAPER_SHARE = 0.5, 0.3
"""The shares of reviews with a link and with a document's number as evidence; the others have none."""

WAITS = (0, 0, 0, 1, 2)
"""So many months after a section has begun it turns to a measure; one of these is drawn."""

_QUIET_REASONS = (
    "",
    "เจ้าหน้าที่ออกหน่วยบริการเคลื่อนที่ตลอดเดือน",
    "เลื่อนไปดำเนินการในเดือนถัดไป",
    "รอข้อมูลจากหน่วยงานที่เกี่ยวข้อง",
)


@dataclass(frozen=True, slots=True)
class Story:
    """One measure and section with all that decides how the year goes."""

    measure: str
    section: str
    fiscal_year: int
    habits: Habits
    work: Work
    holidays: Container[date]

    def review(self, month: int, received_on: date) -> Review:
        """The section's review of a fiscal month."""
        blank = Review(self.measure, self.section, month, Status.NOT_STARTED, received_on, 0, is_sample=True)
        if self.measure in self.habits.not_applicable:
            note = self.habits.not_applicable[self.measure]
            return replace(blank, status=Status.NOT_APPLICABLE, progress=None, note=note)
        if month < self._begins:
            return replace(blank, note=f"เริ่มดำเนินการในเดือน{self._name(self._begins)}")
        if self._progress(month) == 100:
            return self._finished(blank)
        return self._going(replace(blank, status=Status.IN_PROGRESS, progress=self._progress(month)))

    def understated(self, month: int, received_on: date) -> Review:
        """What a section reports that had not yet gathered what was done: last month's progress, and no result."""
        before = self.review(max(month - 1, 1), received_on)
        result = "อยู่ระหว่างรวบรวมผลการดำเนินการ"
        return replace(before, month=month, result=result, people_reached=None, done_on=None, evidence="", note="")

    @property
    def _begins(self) -> int:
        waits = self._chance(0, "begins").choice(WAITS)
        return max(self.habits.begins + waits, self.work.begins)

    def _going(self, review: Review) -> Review:
        if self._is_quiet(review.month):
            note = self._chance(review.month, "reason").choice(_QUIET_REASONS)
            return replace(review, result="ไม่มีการดำเนินการในเดือนนี้", note=note)
        sentence = self.work.going[(self._months_worked(review.month) - 1) % len(self.work.going)]
        return self._done(review, sentence, review.month)

    def _finished(self, review: Review) -> Review:
        finished = next(month for month in MONTHS if self._progress(month) == 100)
        sentence = self.work.done if finished == review.month else f"ดำเนินการแล้วเสร็จตั้งแต่เดือน{self._name(finished)}"
        return self._done(replace(review, status=Status.COMPLETED, progress=100), sentence, finished)

    def _done(self, review: Review, sentence: str, month: int) -> Review:
        chance = self._chance(month, "result")
        people = chance.randint(12, 45)
        result = sentence.format(
            section=self.section,
            month=self._name(month),
            people=people,
            matters=chance.randint(3, 14),
            times=chance.randint(2, 5),
        )
        done_on, evidence = self._working_day(month), self._evidence(month)
        reached = people if "{people}" in sentence else None
        return replace(review, result=result, people_reached=reached, done_on=done_on, evidence=evidence)

    def _evidence(self, month: int) -> str:
        chance = self._chance(month, "evidence")
        kind, number = chance.random(), chance.randint(11, 480)
        first_day = FiscalMonth(self.fiscal_year, month).first_day
        if kind < LINK_SHARE:
            return f"https://example.com/ita/{self.fiscal_year}/{self.habits.slug}/{first_day:%Y-%m}/{number}"
        if kind < LINK_SHARE + PAPER_SHARE:
            return f"บันทึกข้อความ (ตัวอย่าง) ที่ {number}/{first_day.year + BUDDHIST_ERA}"
        return ""

    def _progress(self, month: int) -> int:
        """Percent of the work, in steps of five; what goes on all year is never finished early."""
        share = self._months_worked(month) * self.habits.pace / self.work.months
        return min(100 if self.work.done else 95, 5 * round(20 * share))

    def _months_worked(self, month: int) -> int:
        return sum(not self._is_quiet(earlier) for earlier in range(self._begins, month + 1))

    def _is_quiet(self, month: int) -> bool:
        return month > self._begins and self._chance(month, "quiet").random() < QUIET_SHARE

    def _working_day(self, month: int) -> date:
        first_day = FiscalMonth(self.fiscal_year, month).first_day
        days = [first_day + timedelta(days=number) for number in range(26)]
        return self._chance(month, "day").choice([day for day in days if is_working_day(day, self.holidays)])

    def _chance(self, month: int, purpose: str) -> Random:
        # Each draw has its own seed, so that changing one leaves all others as they are.
        return Random(f"{self.measure} {self.section} {month} {purpose}")

    def _name(self, month: int) -> str:
        return thai_month(FiscalMonth(self.fiscal_year, month))
