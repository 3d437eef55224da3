// The backtest: nothing later than the origin is seen, scores are proper, and known worlds give known answers.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { runBacktest, stockHistoryOf, type StockHistory, USUAL_TERMS } from '#history';
import { nextUniform, normalQuantile, openStream, streamKey } from '#kernel';
import { EVERYBODY, type HistoryRow } from '#workforce';
import { forecastByRival } from './rival-forecasts.ts';
import { crpsOf, scoreForecast } from './score.ts';

const TERMS = { ...USUAL_TERMS, draws: 500 };

function row(year: number, band: string, stock: number): HistoryRow {
  return {
    period: 12 * year + 8,
    group: EVERYBODY,
    place: EVERYBODY,
    band,
    ageGroup: EVERYBODY,
    stock,
    joiners: null,
    leavers: null,
    regime: null,
  };
}

function historyOf(rows: readonly HistoryRow[]): StockHistory {
  const history = stockHistoryOf(rows);
  assert.ok(history.ok, JSON.stringify(history));
  return history.value;
}

/** A whole that wanders in regimes of its own, without breaks that the prior would not expect. */
function madeUpStocks(seed: number, years: number): readonly number[] {
  const stream = openStream(streamKey(seed, 7));
  const stocks = [50_000];
  let growth = 0.04 * normalQuantile(nextUniform(stream));
  for (let year = 1; year < years; year++) {
    const turn = normalQuantile(nextUniform(stream));
    if (nextUniform(stream) < 0.15) growth = 0.05 * turn;
    const change = growth + 0.02 * normalQuantile(nextUniform(stream));
    stocks.push((stocks.at(-1) ?? 0) * Math.exp(change));
  }
  return stocks;
}

describe('a backtest', () => {
  test('a forecast does not change when what comes after its origin changes', () => {
    const stocks = madeUpStocks(3, 12);
    const other = stocks.map((stock, year) => (year > 7 ? stock * 1.5 : stock));
    const [one, two] = [stocks, other].map((list) =>
      runBacktest(historyOf(list.map((stock, year) => row(year, EVERYBODY, stock))), TERMS),
    );
    const seen = (records: typeof one) =>
      records
        ?.filter(({ origin }) => origin <= 12 * 7 + 8)
        .map(({ method, median, p10, p90 }) => [method, median, p10, p90]);
    assert.deepEqual(seen(one), seen(two));
    assert.notDeepEqual(one, two);
  });

  test('the same history gives the same scores, to the last digit', () => {
    const history = historyOf(madeUpStocks(5, 9).map((stock, year) => row(year, EVERYBODY, stock)));
    assert.deepEqual(runBacktest(history, TERMS), runBacktest(history, TERMS));
  });

  test('over 30 worlds like its prior, its 80% intervals hold what comes about eight times in ten', () => {
    const held = Array.from({ length: 30 }, (_, seed) => madeUpStocks(seed, 11)).flatMap((stocks) =>
      runBacktest(historyOf(stocks.map((stock, year) => row(year, EVERYBODY, stock))), TERMS)
        .filter(({ method, horizonYears }) => method === 'regimes' && horizonYears <= 3)
        .map(({ isHeld }) => isHeld[1]),
    );
    const share = held.filter((one) => one === true).length / held.length;
    assert.ok(held.length > 500 && share > 0.72 && share < 0.9, `${share} of ${held.length}`);
  });

  test('a break widens the interval that is given after it', () => {
    const calm = [100_000, 101_000, 102_000, 103_000, 104_000, 105_000, 106_000];
    const broken = [...calm.slice(0, 5), 93_000, 84_000];
    const [quiet, shaken] = [calm, broken].map((list) => {
      const all = [...list, list.at(-1) ?? 0];
      const records = runBacktest(historyOf(all.map((stock, year) => row(year, EVERYBODY, stock))), TERMS);
      const last = records.findLast(({ method, horizonYears }) => method === 'regimes' && horizonYears === 1);
      return ((last?.p90 ?? 0) - (last?.p10 ?? 0)) / (last?.originStock ?? 1);
    });
    assert.ok((shaken ?? 0) > 1.5 * (quiet ?? 1), `${quiet} and ${shaken}`);
  });

  test('quarterly counts fall away, a missing year is a gap, and parts without a whole are added up', () => {
    const rows = [0, 1, 2, 3, 5].flatMap((year) => [row(year, 'a', 100), row(year, 'b', 50)]);
    const history = historyOf([...rows, { ...row(5, 'a', 100), period: 12 * 5 + 11 }]);
    assert.deepEqual(history.whole.stock, [150, 150, 150, 150, null, 150]);
    assert.equal(history.parts.length, 2);
    assert.equal(history.notes.length, 3);
  });

  test('a history of three counts is refused with what a backtest needs', () => {
    const history = stockHistoryOf([0, 1, 2].map((year) => row(year, EVERYBODY, 10)));
    assert.ok(!history.ok);
    assert.match(history.problems[0]?.message ?? '', /3 yearly counts.*needs 4/);
  });
});

describe('a score', () => {
  test('the score of a forecast without spread is its error', () => {
    assert.equal(crpsOf(Float64Array.of(7, 7, 7), 10), 3);
  });

  test('the score of a standard normal at 0 is (√2 − 1)/√π', () => {
    const points = Float64Array.from({ length: 4001 }, (_, at) => normalQuantile((at + 0.5) / 4001));
    assert.ok(Math.abs(crpsOf(points, 0) - (Math.SQRT2 - 1) / Math.sqrt(Math.PI)) < 1e-3);
  });

  test('the score by ranks is the score by all pairs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 1000 }),
        (values, actual) => {
          const sorted = Float64Array.from(values).sort();
          const count = sorted.length;
          let pairs = 0;
          for (const one of sorted) for (const other of sorted) pairs += Math.abs(one - other);
          let errors = 0;
          for (const one of sorted) errors += Math.abs(one - actual);
          assert.ok(Math.abs(crpsOf(sorted, actual) - (errors / count - pairs / (2 * count * count))) < 1e-9);
        },
      ),
    );
  });

  test('what comes in the middle has a PIT of a half and is held by every interval', () => {
    const score = scoreForecast(Float64Array.of(1, 2, 3, 4, 5), 3);
    assert.equal(score.pit, 0.5);
    assert.deepEqual(score.isHeld, [true, true, true]);
  });
});

describe('the plain methods', () => {
  const base = { baseYears: 2, joiners: [], leavers: [], horizonYears: 3 } as const;
  const middle = (points: Float64Array | null) => points?.[499] ?? Number.NaN;

  test('naive stays, drift goes straight on, the damped trend falls behind it', () => {
    const stocks = [100, 108, 112, 120];
    const naive = middle(forecastByRival({ ...base, method: 'naive', stocks }));
    const drift = middle(forecastByRival({ ...base, method: 'drift', stocks }));
    const damped = middle(forecastByRival({ ...base, method: 'damped-trend', stocks }));
    assert.ok(Math.abs(naive - 120) < 1e-9);
    assert.ok(Math.abs(drift - (120 + 3 * 6)) < 1e-9);
    assert.ok(Math.abs(damped - (120 + 6 * (0.9 + 0.81 + 0.729))) < 1e-9);
  });

  test('average rates take the joiners and the share of leavers that were counted', () => {
    const stocks = [100, 100, 100];
    const counted = { joiners: [null, 20, 20], leavers: [null, 10, 10] };
    const points = forecastByRival({
      ...base,
      ...counted,
      method: 'average-rate',
      stocks: [...stocks],
      horizonYears: 1,
    });
    assert.ok(Math.abs(middle(points) - (100 - 10 + 20)) < 1e-9);
  });

  test('a method whose base period is longer than the history gives none', () => {
    assert.equal(forecastByRival({ ...base, method: 'drift', baseYears: 5, stocks: [1, 2, 3, 4] }), null);
  });
});
