// Measures the charts as a reader with a ruler would: what is drawn, read off the axes, is what was given.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { domainOf, FanChart, type Fan } from './fan-chart.tsx';
import { RangeChart } from './range-chart.tsx';
import { ShareBars } from './share-bars.tsx';
import { StackedBars } from './stacked-bars.tsx';
import { TimelineChart } from './timeline-chart.tsx';
import { TornadoChart } from './tornado-chart.tsx';

const MONTHS = Array.from(
  { length: 25 },
  (_, month) => `${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
);

const values = fc.array(fc.double({ min: 0, max: 1e5, noNaN: true }), { minLength: 25, maxLength: 25 });
const fans = fc.tuple(values, values).map(([one, other]): readonly Fan[] => [
  { tone: 'demand', p10: one.map((value) => value * 0.9), middle: one, p90: one.map((value) => value * 1.2) },
  { tone: 'supply', p10: other.map((value) => value * 0.9), middle: other, p90: other.map((value) => value * 1.2) },
]);

describe('what is drawn', () => {
  test('a line and its band read off the axis are the values that were given', () => {
    fc.assert(
      fc.property(fans, (given) => {
        const domain = domainOf(given);
        const svg = draw(
          <FanChart id="a" title="" description="" months={MONTHS} fans={given} domain={domain} plotHeightPx={300} />,
        );
        // A tenth of a pixel is the precision of a path.
        const slackPerPx = (domain[1] - domain[0]) / 300;
        for (const fan of given) {
          const line = pointsOf(svg, `line ${fan.tone}`).map(({ y }) => domain[0] + (300 - y) * slackPerPx);
          const band = pointsOf(svg, `band ${fan.tone}`).map(({ y }) => domain[0] + (300 - y) * slackPerPx);
          assertClose(line, fan.middle, slackPerPx / 10);
          assertClose(band, [...fan.p90, ...fan.p10.toReversed()], slackPerPx / 10);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('the domain holds every value and starts at 0 where the values fill half of it', () => {
    fc.assert(
      fc.property(fans, (given) => {
        const [from, to] = domainOf(given);
        const all = given.flatMap((fan) => [...fan.p10, ...fan.middle, ...fan.p90]);
        assert.ok(all.every((value) => from <= value && value <= to));
        if (Math.min(...all) <= Math.max(...all) / 2) assert.equal(from, 0);
      }),
    );
  });

  test('the gridlines stand where their labels say', () => {
    const given: Fan = { tone: 'supply', p10: [0, 900], middle: [500, 1_000], p90: [600, 2_000] };
    const svg = draw(
      <FanChart
        id="a"
        title=""
        description=""
        months={['2025-12', '2026-01']}
        fans={[given]}
        domain={[0, 2_000]}
        plotHeightPx={200}
      />,
    );
    const ticks = [...svg.matchAll(/y="([\d.]+)" dy="0.32em"[^>]*>([\d,]+)</g)];
    assert.ok(ticks.length >= 3);
    for (const [, y, label] of ticks) assert.equal(Number(label?.replace(',', '')), 2_000 - 10 * Number(y));
  });

  test('the parts of a bar are as high as their values and stand on each other', () => {
    const bars = [
      {
        label: 'a',
        totalLabel: '60',
        parts: [
          { tone: 'tier-region', value: 20 },
          { tone: 'tier-system', value: 40 },
        ],
      },
      { label: 'b', totalLabel: '100', parts: [{ tone: 'tier-region', value: 100 }] },
    ];
    const svg = draw(<StackedBars id="a" title="" description="" bars={bars} formatTick={String} plotHeightPx={200} />);
    const drawn = [...svg.matchAll(/<rect class="(tier-\w+)"[^>]*y="([\d.]+)" height="([\d.]+)"/g)];
    assert.deepEqual(
      drawn.map(([, tone, y, height]) => [tone, Number(y), Number(height)]),
      [
        ['tier-region', 160, 40],
        ['tier-system', 80, 80],
        ['tier-region', 0, 200],
      ],
    );
  });

  test('the ends of a tornado stand at their own values, even when both lie on one side', () => {
    const bars = [
      { key: 'wide', label: 'Wide', low: -40, high: 0 },
      { key: 'one-sided', label: 'One-sided', low: -10, high: -2 },
    ];
    const svg = draw(<TornadoChart id="a" title="" description="" centre={-20} bars={bars} />);
    assert.deepEqual(centresOf(svg, 'at-low'), [0, 75]);
    assert.deepEqual(centresOf(svg, 'at-high'), [100, 95]);
  });

  test('a range reaches from its tenth to its ninetieth percentile', () => {
    const svg = draw(
      <RangeChart
        id="a"
        title=""
        description=""
        rows={[{ key: 'a', label: 'A', note: null, p10: 0.5, p50: 1, p90: 1.5 }]}
      />,
    );
    const ticks = [...svg.matchAll(/class="axis" x="([\d.]+)%"[^>]*>(\d+)%</g)].map(([, x, label]) => [
      Number(x),
      Number(label),
    ]);
    const [[x0 = 0, label0 = 0] = [], [x1 = 0, label1 = 0] = []] = [ticks.at(0), ticks.at(-1)];
    const read = (x: number) => label0 + ((x - x0) * (label1 - label0)) / (x1 - x0);
    const [, from, to] = /class="whisker" x1="([\d.]+)%" x2="([\d.]+)%"/.exec(svg) ?? [];
    assertClose([Number(from), ...centresOf(svg, 'ours'), Number(to)].map(read), [50, 100, 150], 0.1);
  });

  test('the area of a dot is in proportion to the people it stands for', () => {
    const row = {
      key: 'a',
      label: 'A',
      note: null,
      value: '',
      inPostAt: 1,
      starts: [
        { at: 0.2, people: 100 },
        { at: 0.4, people: 25 },
      ],
    };
    const svg = draw(<TimelineChart id="a" title="" description="" ticks={[]} rows={[row]} />);
    const radii = [...svg.matchAll(/ r="([\d.]+)"/g)].map((match) => Number(match[1]));
    assert.deepEqual(radii, [12, 6]);
  });

  test('the shares of a post lie end to end', () => {
    const row = {
      key: 'a',
      label: 'A',
      note: null,
      value: '',
      parts: [
        { tone: 'one', share: 0.6 },
        { tone: 'two', share: 0.4 },
      ],
    };
    const svg = draw(<ShareBars id="a" title="" description="" rows={[row]} />);
    const parts = [...svg.matchAll(/<rect x="([\d.]+)%" width="([\d.]+)%"/g)].map((match) => [
      Number(match[1]),
      Number(match[2]),
    ]);
    assert.deepEqual(parts, [
      [0, 60],
      [60, 40],
    ]);
  });
});

function draw(chart: ReactElement): string {
  return renderToStaticMarkup(chart);
}

function pointsOf(svg: string, className: string): readonly { readonly y: number }[] {
  const path = new RegExp(`<path class="${className}" d="([^"]*)"`).exec(svg)?.[1] ?? '';
  return [...path.matchAll(/[ML]?[\d.-]+,([\d.-]+)/g)].map((match) => ({ y: Number(match[1]) }));
}

function centresOf(svg: string, className: string): readonly number[] {
  return [...svg.matchAll(new RegExp(`<circle class="${className}" cx="([\\d.]+)%"`, 'g'))].map((match) =>
    Number(match[1]),
  );
}

function assertClose(drawn: readonly number[], given: readonly number[], slack: number): void {
  assert.equal(drawn.length, given.length);
  drawn.forEach((value, index) => {
    const difference = Math.abs(value - (given[index] ?? Number.NaN));
    assert.ok(difference <= slack, `point ${index}: drawn ${value}, given ${given[index]}`);
  });
}
