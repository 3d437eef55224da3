// Sets the engine's expectation beside that of the second implementation, series by series.
import { demandLines, resolveBlueprint } from '#blueprint';
import { chunksOf, compile, mergeChunks, projectChunk, type Projection, type Series } from '#engine';
import { assert } from '#kernel';
import { centralSample, effectiveRegister, placeTree, subtreeOf, type Scenario } from '#workforce';
import type { Pack } from '../ports.ts';
import { type Check, checkOf } from './check.ts';
import { type PlainProjection, type PostCourse, projectPlainly } from './second/project-plainly.ts';

const SOURCE = 'second implementation from docs/model, in src/planning/verify/second';

/** One check for each scenario and measure: the figure, of all places, slices and months, that is furthest apart. */
export function checkSecondImplementation(pack: Pack): readonly Check[] {
  return pack.system.scenarios.flatMap((scenario) => checkScenario(pack, scenario));
}

function checkScenario(pack: Pack, scenario: Scenario): readonly Check[] {
  const { system, blueprint } = pack;
  const resolved = resolveBlueprint(blueprint, system.places, system.baseMonth);
  assert(resolved.ok, `pack '${system.id}' was checked, so its blueprint resolves`);
  const lines = demandLines(resolved.value);
  const register = effectiveRegister(system, scenario);
  const model = compile({ system, register, scenario, lines });
  const request = { mode: 'expected', seed: 1, samples: centralSample(register), starts: [] } as const;
  const results = chunksOf(model, request.samples.count).map((chunk) => projectChunk(model, request, chunk));
  const ours = mergeChunks(model, request, results);
  const plain = projectPlainly({ system, register, scenario, lines });
  const measures = [...new Set(ours.series.map((series) => series.measure))];
  return measures.map((measure) => {
    const worst = furthestApart(pack, { ours, plain, measure });
    return checkOf({
      id: `second/${scenario.id}/${measure}`,
      name: `${measure} of pack ${system.id}, ${scenario.name}: of ${worst.compared} figures the one furthest apart, ${worst.where}`,
      source: SOURCE,
      expected: worst.expected,
      got: worst.got,
      tolerance: tolerance(worst.expected),
    });
  });
}

/** 1e-9, of the figure itself where that is above 1. */
function tolerance(expected: number): number {
  return 1e-9 * Math.max(1, Math.abs(expected));
}

type Comparison = {
  readonly ours: Projection;
  readonly plain: PlainProjection;
  readonly measure: Series['measure'];
};

type Apart = { readonly where: string; readonly expected: number; readonly got: number; readonly compared: number };

function furthestApart(pack: Pack, { ours, plain, measure }: Comparison): Apart {
  let worst: Apart = { where: 'none', expected: 0, got: 0, compared: 0 };
  let distance = -1;
  let compared = 0;
  for (const series of ours.series) {
    if (series.measure !== measure) continue;
    const expected = expectedSeries(pack, plain, series);
    series.mean.forEach((got, month) => {
      const figure = expected[month] ?? Number.NaN;
      compared++;
      const apart = Math.abs(got - figure) / tolerance(figure);
      if (apart <= distance) return;
      distance = Number.isNaN(apart) ? Number.POSITIVE_INFINITY : apart;
      worst = { where: `${series.place} ${sliceOf(series)} month ${month}`, expected: figure, got, compared };
    });
  }
  return { ...worst, compared };
}

function sliceOf({ family, role, band }: Series): string {
  return [family, role, band].filter((member) => member !== '*').join(' ') || 'all';
}

/** The posts of the places below that a series is about, added up as its measure asks. */
function expectedSeries(pack: Pack, plain: PlainProjection, series: Series): readonly number[] {
  const below = new Set(subtreeOf(placeTree(pack.system.places), series.place).map((place) => place.code));
  const posts = plain.posts.filter(
    (post) =>
      below.has(post.place) &&
      (series.family === '*' || series.family === post.family) &&
      (series.role === '*' || series.role === post.role) &&
      (series.band === '*' || series.band === post.band),
  );
  const total = (field: 'headcount' | 'fte' | 'demandFte' | 'payGbp', month: number): number =>
    posts.reduce((sum, post) => sum + (post[field][month] ?? Number.NaN), 0);
  const months = Array.from(series.mean.keys());
  switch (series.measure) {
    case 'headcount':
      return months.map((month) => total('headcount', month));
    case 'fte':
      return months.map((month) => total('fte', month));
    case 'demandFte':
      return months.map((month) => total('demandFte', month));
    case 'gapFte':
      return months.map((month) => total('fte', month) - total('demandFte', month));
    case 'costGbp':
      return months.map((month) => total('payGbp', month) + startCostIn(plain, below, month));
    case 'shortageFte':
      return months.map((month) => shortage(posts, month));
  }
}

function startCostIn(plain: PlainProjection, places: ReadonlySet<string>, month: number): number {
  return [...plain.startCostGbp].reduce(
    (sum, [place, costs]) => sum + (places.has(place) ? (costs[month] ?? Number.NaN) : 0),
    0,
  );
}

/** What each role is short of in each place by itself. */
function shortage(posts: readonly PostCourse[], month: number): number {
  const gaps = new Map<string, number>();
  for (const post of posts) {
    const key = `${post.place}/${post.role}`;
    gaps.set(key, (gaps.get(key) ?? 0) + (post.demandFte[month] ?? 0) - (post.fte[month] ?? 0));
  }
  return [...gaps.values()].reduce((sum, gap) => sum + Math.max(0, gap), 0);
}
