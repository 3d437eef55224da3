// How a practice spreads: the places that took it up so far, and the course that fits them, with how sure that is.
import { adoptedShare, fitAdoption, monthOf, type AdoptionCurve, type Fitted, type PracticeRecord } from '#delivery';
import { formatMonth, type Month } from '#kernel';
import {
  ChartFigure,
  DataTable,
  FanChart,
  formatCount,
  formatNumber,
  MonthHeader,
  singleGroup,
  type Fan,
} from '#report';

/** Months that the course is drawn beyond today. */
const AHEAD_MONTHS = 24;

export function AdoptionFigure({ practice, now }: { readonly practice: PracticeRecord; readonly now: Month }) {
  const counted = adoptionsOf(practice, now);
  const curve = counted === null ? null : fitAdoption(counted);
  if (counted === null || curve === null) {
    return <p>Fewer than three places have taken it up, which is too few to tell how fast it spreads.</p>;
  }
  const drawn = courseOf(counted, curve);
  const months = drawn.fitted.middle.map((_, index) => formatMonth(counted.from + index));
  const title = `Half of those who ever will have taken it up after ${formatNumber(curve.monthsToHalf.best)} months`;
  return (
    <div className="figures">
      <ChartFigure
        id="adoption"
        title={title}
        subtitle="Places, counted up"
        legend={[
          { mark: { kind: 'line', tone: 'supply' }, label: 'taken up so far' },
          { mark: { kind: 'line', tone: 'demand' }, label: 'the course that fits, and how far others that fit go' },
        ]}
        caption={captionOf(curve, counted.audience)}
        table={
          <DataTable
            id="adoption-table"
            caption="Places that have taken it up, and the course that fits"
            columns={[
              { key: 'month', label: 'Month', kind: 'text' },
              { key: 'so-far', label: 'So far', kind: 'number' },
              { key: 'fitted', label: 'Fitted', kind: 'number' },
              { key: 'low', label: 'Lowest', kind: 'number' },
              { key: 'high', label: 'Highest', kind: 'number' },
            ]}
            groups={singleGroup(
              months.map((month, index) => ({
                key: month,
                header: <MonthHeader month={month} monthIndex={index} />,
                cells: [
                  index < counted.byMonth.length ? formatCount(drawn.soFar[index] ?? 0) : '',
                  formatCount(drawn.fitted.middle[index] ?? 0),
                  formatCount(drawn.fitted.p10[index] ?? 0),
                  formatCount(drawn.fitted.p90[index] ?? 0),
                ],
              })),
            )}
            total={null}
          />
        }
      >
        <FanChart
          id="adoption-chart"
          title={title}
          description={captionOf(curve, counted.audience)}
          months={months}
          fans={[drawn.fitted, { tone: 'supply', p10: drawn.soFar, middle: drawn.soFar, p90: drawn.soFar }]}
          domain={[0, counted.audience]}
          plotHeightPx={260}
        />
      </ChartFigure>
    </div>
  );
}

type Counted = { readonly from: Month; readonly byMonth: readonly number[]; readonly audience: number };

/** Each place counts once, when it first took the practice up; null where none has. */
function adoptionsOf({ adopted, audience }: PracticeRecord, now: Month): Counted | null {
  const first = new Map<string, Month>();
  for (const { place, month } of adopted) {
    const at = monthOf(month);
    if (at <= now) first.set(place, Math.min(at, first.get(place) ?? at));
  }
  if (first.size === 0) return null;
  const from = Math.min(...first.values());
  const byMonth = Array.from({ length: now - from + 1 }, (_, index) =>
    [...first.values()].reduce((sum, at) => sum + (at === from + index ? 1 : 0), 0),
  );
  return { from, byMonth, audience: new Set([...audience, ...first.keys()]).size };
}

type Course = { readonly soFar: readonly number[]; readonly fitted: Fan };

/** The band reaches from all parameters at the low to all at the high ends of their intervals: every course that fits
 *  lies within it, for each parameter only ever raises the course. */
function courseOf({ byMonth, audience }: Counted, curve: AdoptionCurve): Course {
  const length = byMonth.length + AHEAD_MONTHS;
  const at = (end: keyof Fitted) =>
    Array.from({ length }, (_, index) =>
      Math.min(
        audience,
        curve.adopters[end] * adoptedShare(index + 1, { p: curve.innovation[end], q: curve.imitation[end] }),
      ),
    );
  const total = byMonth.reduce((sum, count) => sum + count, 0);
  let sum = 0;
  const soFar = Array.from({ length }, (_, index) => (sum = Math.min(total, sum + (byMonth[index] ?? 0))));
  return { soFar, fitted: { tone: 'demand', p10: at('low'), middle: at('best'), p90: at('high') } };
}

function captionOf(curve: AdoptionCurve, audience: number): string {
  const told = ({ best, low, high }: Fitted) => `${formatNumber(best)} (${formatNumber(low)} to ${formatNumber(high)})`;
  return (
    `Of ${formatCount(audience)} places ${told(curve.adopters)} will ever take it up. In a month ` +
    `${told(curve.innovation)} of those left do so unprompted, and those who have it add up to ${told(curve.imitation)}. ` +
    `Half have it after ${told(curve.monthsToHalf)} months. Ranges hold eight times in ten, each parameter by itself; the ` +
    `band is wider, for it takes all of them together. The line so far stays level after this month.`
  );
}
