// Holds what the printed plan promises of any document: a table for each chart, headings in order, inert texts, no empty talk.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PlanDocument } from '#planning';
import { formatCount, formatGbpMillions } from './number-format.ts';
import { renderPlanReport } from './plan-report.tsx';
import { hostileDocument } from './sample/hostile-document.test-support.ts';
import { sampleDocument } from './sample/sample-document.test-support.ts';

const SMALL = sampleDocument({
  regions: 2,
  systemsPerRegion: 2,
  interventionsPerSystem: 4,
  assumptions: 8,
  months: 121,
});

/** A plan in which nothing was asked, nothing was short and nothing was done, in one region. */
const NOTHING_TO_DO: PlanDocument = {
  ...SMALL,
  places: SMALL.places.filter((place) => ['AVA', 'R1', 'R1S1'].includes(place.code)),
  seriesWithPlan: [],
  chanceClosed: [],
  plan: { ...SMALL.plan, status: 'not-needed', costs: [], binding: [], promise: '', programmeCostGbp: 0 },
  interventions: [],
  requirements: [],
  comparisons: [],
  elasticities: [],
  assumptions: [],
  sources: [],
  hybrids: [],
  ambition: null,
  summary: [],
  limits: [],
  warnings: [],
};

describe('the printed plan', () => {
  test('the same document gives the same bytes', () => {
    assert.equal(renderPlanReport(SMALL), renderPlanReport(structuredClone(SMALL)));
  });

  test('every chart has a title, a description, a caption and a table', () => {
    for (const figure of figuresOf(renderPlanReport(SMALL))) {
      assert.match(figure, /<h3 [^>]*>[^<]+/);
      assert.match(figure, /role="img"/);
      assert.match(figure, /<figcaption>[^<]{20,}/);
      assert.match(figure, /<details>.*<table/s);
    }
  });

  test('the table of the national chart holds the mean of every month', () => {
    const national = figuresOf(renderPlanReport(SMALL)).find((figure) => figure.includes('id="national"')) ?? '';
    const rows = rowsOf(national);
    const seriesOf = (series: PlanDocument['series'], measure: string) =>
      series.find((one) => one.measure === measure && one.place === 'AVA' && one.family === '*')?.mean ?? [];
    const expected = [
      seriesOf(SMALL.series, 'demandFte'),
      seriesOf(SMALL.series, 'fte'),
      seriesOf(SMALL.seriesWithPlan, 'fte'),
    ];
    assert.equal(rows.length, SMALL.months.length);
    rows.forEach((cells, month) => {
      assert.deepEqual(
        [cells[0], cells[2], cells[4]],
        expected.map((values) => formatCount(values[month] ?? Number.NaN)),
      );
    });
  });

  test('the costs in the table add up to those of the plan', () => {
    const costs = figuresOf(renderPlanReport(SMALL)).find((figure) => figure.includes('id="costs"')) ?? '';
    const total = SMALL.plan.costs.reduce((sum, cost) => sum + cost.costGbp, 0);
    assert.equal(rowsOf(costs).at(-1)?.at(-1), formatGbpMillions(total));
  });

  test('headings never skip a level, and there is one of the first', () => {
    for (const document of [SMALL, NOTHING_TO_DO, hostileDocument()]) {
      const levels = [...renderPlanReport(document).matchAll(/<h([1-6])[ >]/g)].map((match) => Number(match[1]));
      assert.equal(levels.filter((level) => level === 1).length, 1);
      levels.forEach((level, index) => assert.ok(level <= (levels[index - 1] ?? 0) + 1, `heading ${index}: h${level}`));
    }
  });

  test('every id is used once, and every label and link names one that exists', () => {
    for (const document of [SMALL, NOTHING_TO_DO, hostileDocument()]) {
      const html = renderPlanReport(document);
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
      assert.equal(new Set(ids).size, ids.length);
      const named = [...html.matchAll(/ (?:aria-(?:labelledby|describedby)="|href="#)([^"]*)"/g)];
      for (const id of named.flatMap((match) => match[1]?.split(' ') ?? [])) assert.ok(ids.includes(id), id);
    }
  });

  test('a hostile text never becomes a tag or an attribute', () => {
    const html = renderPlanReport(hostileDocument());
    assert.doesNotMatch(html, /<(script|img|iframe|textarea|i)[\s>]/);
    assert.doesNotMatch(html, /<[^>]*\son\w+=/);
    assert.match(html, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
  });

  test('a plan with nothing to do says so in words', () => {
    const html = renderPlanReport(NOTHING_TO_DO);
    assert.match(html, /No plan was needed/);
    assert.match(html, /The plan starts nothing/);
    assert.match(html, /No role of this pack is shared between professions/);
    assert.match(html, /The run raised none/);
    assert.doesNotMatch(html, /NaN|undefined|Infinity|<tbody><\/tbody>|<ul><\/ul>|<p><\/p>/);
  });

  test('a document without places and months still makes a page', () => {
    const html = renderPlanReport({ ...NOTHING_TO_DO, places: [], months: [], series: [] });
    assert.doesNotMatch(html, /NaN|undefined|Infinity/);
  });

  test('seven regions with six systems each stay under 3 MB', () => {
    const large = sampleDocument({
      regions: 7,
      systemsPerRegion: 6,
      interventionsPerSystem: 120,
      assumptions: 150,
      months: 121,
    });
    assert.ok(Buffer.byteLength(renderPlanReport(large)) < 3_000_000);
  });

  test('no figure is shown as the machine holds it', () => {
    const visible = renderPlanReport(SMALL)
      .replace(/<style>.*?<\/style>/s, '')
      .replace(/<[^>]*>/g, ' ');
    assert.doesNotMatch(visible, /\d\.\d{4,}/);
    assert.doesNotMatch(visible, /\d{5,}(?![\da-f])(?=\s)/);
  });
});

function figuresOf(html: string): readonly string[] {
  const figures = html.match(/<figure.*?<\/figure>/gs) ?? [];
  assert.ok(figures.length >= 7, 'the sample shows every kind of chart');
  return figures;
}

/** The texts of the data cells of each row of the first table, totals included. */
function rowsOf(html: string): readonly (readonly string[])[] {
  const table = /<table.*?<\/table>/s.exec(html)?.[0] ?? '';
  return [...table.matchAll(/<tr>(.*?)<\/tr>/gs)]
    .map((row) => [...(row[1] ?? '').matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map((cell) => cell[1] ?? ''))
    .filter((cells) => cells.length > 0);
}
