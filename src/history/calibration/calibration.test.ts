// Calibration on made-up worlds whose rates are known: they come back, their ranges hold them, and pooling behaves.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { calibrate, type Calibration, type CalibrationTerms } from '#history';
import { nextUniform, openStream, type RandomStream, streamKey } from '#kernel';
import { EVERYBODY, type HistoryRow } from '#workforce';
import { logGamma } from './log-gamma.ts';
import { poolRates, poolShares } from './pooling.ts';

const BANDS = ['4', '5', '6', '7'];
const AGES = ['young', 'middle', 'old'];
const BAND_EFFECTS = [1.3, 1.1, 0.9, 0.7];
const AGE_EFFECTS = [1.5, 0.7, 1];
const TERMS: CalibrationTerms = { regime: null, horizonYears: 10 };

function trueShare(band: number, age: number): number {
  return 0.1 * (BAND_EFFECTS[band] ?? 1) * (AGE_EFFECTS[age] ?? 1);
}

/** How many of so many people an event happens to. */
function happens(stream: RandomStream, people: number, chance: number): number {
  let events = 0;
  for (let person = 0; person < people; person++) events += nextUniform(stream) < chance ? 1 : 0;
  return events;
}

/** A year of twelve groups of 20 to 900 people, leavers by the true shares, joiners a tenth of the opening. */
function madeUpYear(seed: number, years = 1): readonly HistoryRow[] {
  const stream = openStream(streamKey(seed, 11));
  const rows: HistoryRow[] = [];
  for (let year = 0; year < years; year++) {
    for (const [b, band] of BANDS.entries()) {
      for (const [a, ageGroup] of AGES.entries()) {
        const opening = 20 + 80 * (b * 3 + a);
        const leavers = happens(stream, opening, trueShare(b, a));
        rows.push({
          period: 300 + 12 * year,
          group: EVERYBODY,
          place: EVERYBODY,
          band,
          ageGroup,
          stock: opening - leavers,
          joiners: 0,
          leavers,
          regime: null,
        });
      }
    }
  }
  return rows;
}

function calibrated(rows: readonly HistoryRow[], terms: CalibrationTerms = TERMS): Calibration {
  const result = calibrate(rows, terms);
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

describe('rates that are known', () => {
  test('over 30 worlds the 80% ranges hold the true shares about eight times in ten', () => {
    let held = 0;
    let all = 0;
    for (let seed = 0; seed < 30; seed++) {
      for (const group of calibrated(madeUpYear(seed)).leavers.cells.groups) {
        const truth = trueShare(BANDS.indexOf(group.band), AGES.indexOf(group.ageGroup));
        held += truth >= group.p10 && truth <= group.p90 ? 1 : 0;
        all += 1;
      }
    }
    assert.equal(all, 360);
    assert.ok(held / all > 0.7 && held / all < 0.9, `${held} of ${all}`);
  });

  test('pooled shares come nearer to the truth than the counts alone', () => {
    let pooled = 0;
    let alone = 0;
    for (let seed = 0; seed < 30; seed++) {
      for (const group of calibrated(madeUpYear(seed)).leavers.cells.groups) {
        const truth = trueShare(BANDS.indexOf(group.band), AGES.indexOf(group.ageGroup));
        pooled += (group.mean - truth) * (group.mean - truth);
        alone += (group.count / group.people - truth) * (group.count / group.people - truth);
      }
    }
    assert.ok(pooled < 0.6 * alone, `${pooled} against ${alone}`);
  });

  test('twenty years leave each share within a tenth of the truth', () => {
    for (const group of calibrated(madeUpYear(3, 20)).leavers.cells.groups) {
      const truth = trueShare(BANDS.indexOf(group.band), AGES.indexOf(group.ageGroup));
      assert.ok(Math.abs(group.mean / truth - 1) < 0.1, `${group.band} ${group.ageGroup}: ${group.mean}, not ${truth}`);
    }
  });

  test('the same history gives the same rates, to the last digit', () => {
    assert.deepEqual(calibrated(madeUpYear(5)), calibrated(madeUpYear(5)));
  });
});

describe('pooling', () => {
  const many = Array.from({ length: 20 }, (_, index) => ({
    count: index % 2 === 0 ? 60 : 140,
    people: 1000,
    expected: 0.1,
    expectedLogVariance: 0,
  }));

  test('a small group goes to the pool and a large one stands alone', () => {
    const { posteriors } = poolShares([
      ...many,
      { count: 3, people: 5, expected: 0.1, expectedLogVariance: 0 },
      { count: 30_000, people: 100_000, expected: 0.1, expectedLogVariance: 0 },
    ]);
    const [small, large] = posteriors.slice(-2);
    assert.ok((small?.mean ?? 1) < 0.2 && (small?.mean ?? 0) > 0.1, `${small?.mean}`);
    assert.ok(Math.abs((large?.mean ?? 0) - 0.3) < 0.005, `${large?.mean}`);
  });

  test('where groups differ by chance alone, they are pooled nearly whole', () => {
    const alike = many.map((cell, index) => ({ ...cell, count: 100 + (index % 3) - 1 }));
    assert.ok(poolShares(alike).strength > 1e5);
    assert.ok(poolShares(many).strength < 1000);
    assert.ok(poolRates(alike).strength > 1e5);
    assert.ok(poolRates(many).strength < 100);
  });

  test('a group nobody was counted in has what is expected of it, with a wide range', () => {
    const empty = poolRates([...many, { count: 0, people: 1e-9, expected: 0.2, expectedLogVariance: 0 }]).posteriors.at(
      -1,
    );
    assert.ok(Math.abs((empty?.mean ?? 0) - 0.2) < 1e-6);
    assert.ok((empty?.p90 ?? 0) > 1.2 * (empty?.p10 ?? 1));
  });

  test('the logarithm of the gamma function agrees with factorials and with the root of pi', () => {
    assert.ok(Math.abs(logGamma(0.5) - Math.log(Math.PI) / 2) < 1e-12);
    let logFactorial = 0;
    for (let n = 1; n < 40; n++) {
      assert.ok(Math.abs(logGamma(n) - logFactorial) < 1e-10 * Math.max(1, logFactorial), `${n}`);
      logFactorial += Math.log(n);
    }
  });
});

describe('regimes', () => {
  const whole = (year: number, [stock, joiners, leavers]: readonly [number, number, number]): HistoryRow => ({
    period: 12 * year + 8,
    group: EVERYBODY,
    place: EVERYBODY,
    band: EVERYBODY,
    ageGroup: EVERYBODY,
    stock,
    joiners,
    leavers,
    regime: null,
  });
  const rows = [
    whole(20, [1000, 150, 100]),
    whole(21, [1050, 150, 100]),
    whole(22, [1040, 80, 90]),
    whole(23, [940, 40, 140]),
  ];

  test('each year is named by its net change, and a name that the file gives overrules it', () => {
    const named = (list: readonly HistoryRow[]) => calibrated(list).years.map(({ regime }) => regime);
    assert.deepEqual(named(rows), ['growth', 'growth', 'freeze', 'reorganisation']);
    assert.equal(named(rows.map((row) => ({ ...row, regime: 'merger' })))[0], 'merger');
  });

  test('the level is that of the regime that was chosen', () => {
    const share = (regime: string | null) => calibrated(rows, { regime, horizonYears: 10 }).joiners.level.share;
    assert.ok(share('growth') > 0.14 && share('freeze') < 0.08 && share('reorganisation') < 0.04);
    assert.ok(share(null) < share('growth') && share(null) > share('freeze'));
  });

  test('a regime that no year is of is refused with those that are there', () => {
    const result = calibrate(rows, { regime: 'boom', horizonYears: 10 });
    assert.ok(!result.ok);
    assert.match(result.problems[0]?.message ?? '', /'boom'.*freeze, growth, reorganisation/);
  });

  test('stock that nobody counted follows from who came and went, and what does not add up is recoding', () => {
    const gap = [whole(20, [1000, 0, 0]), { ...whole(21, [0, 150, 100]), stock: null }, whole(22, [1082, 80, 90])];
    const { years, reclassification } = calibrated(
      gap.map((row, index) => (index === 0 ? { ...row, joiners: null } : row)),
    );
    assert.deepEqual(
      years.map(({ opening, closing }) => [opening, closing]),
      [
        [1042, 1092],
        [1092, 1082],
      ],
    );
    assert.ok(Math.abs((reclassification?.mean ?? 0) - 42 / 1000 / 2) < 1e-12);
  });

  test('a place that loses more than all others has a factor above 1, drawn towards 1', () => {
    const places = ['a', 'b', 'c', 'd'].map((place, index) => ({
      ...whole(20, [index === 0 ? 40 : 1000, 5, index === 0 ? 20 : 100]),
      place,
    }));
    const [first, ...others] = calibrated([...rows.slice(0, 1), ...places]).places;
    assert.ok((first?.mean ?? 0) > 1.1 && (first?.mean ?? 9) < (first?.leavers ?? 0) / (first?.expected ?? 1));
    assert.ok(others.every(({ mean }) => mean < (first?.mean ?? 0)));
  });

  test('a history without joiners and leavers is refused with what is missing', () => {
    const result = calibrate([{ ...whole(20, [10, 0, 0]), joiners: null }], TERMS);
    assert.ok(!result.ok);
    assert.match(result.problems[0]?.hint ?? '', /columns joiners and leavers/);
  });
});
