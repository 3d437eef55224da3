// Whether a plan's promise is kept: held against the replay's own error, and said with both figures.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Projection } from '#engine';
import { promiseSentence } from './promise.ts';

const YEAR = { fromMonth: 0, toMonth: 12 };
const monthCount = 12;

/** Two posts in one place: the first short of `shortFte` all year, the second with as many to spare. */
function replay(shortFte: number, errors: { readonly gap: number; readonly shortage: number } | null) {
  const flat = (fte: number) => Array.from({ length: monthCount }, () => fte);
  const none = Float64Array.of(0, 0);
  const bars = (mean: number) => ({ mean: Float64Array.of(0, mean), p10: none, p50: none, p90: none });
  const precision: Projection['precision'] =
    errors === null
      ? []
      : [
          {
            place: 'nation',
            measures: [
              { measure: 'headcount', ...bars(1000) },
              { measure: 'gapFte', ...bars(errors.gap) },
              { measure: 'shortageFte', ...bars(errors.shortage) },
            ],
          },
          { place: 'north', measures: [{ measure: 'gapFte', ...bars(5000) }] },
        ];
  return {
    months: flat(0).map((_, month) => month),
    byRole: {
      places: ['north'],
      roles: ['analyst', 'engineer'],
      fte: Float64Array.from([...flat(100), ...flat(100 + shortFte)]),
      demandFte: Float64Array.from([...flat(100 + shortFte), ...flat(100)]),
    },
    precision,
  };
}

const promised = (fte: number) => ({ shortageFte: Float64Array.of(fte, 0) });
const problem = { periods: [YEAR] };

test('a promise within the replay’s own error is kept, and the sentence says both figures and the error', () => {
  const sentence = promiseSentence(problem, promised(400), replay(420, { gap: 10, shortage: 4 }));
  assert.match(
    sentence,
    /promised a mean shortage of 400 posts on the mean course; the replay .* gives 420 on that course/,
  );
  assert.match(sentence, /give or take 24 for the samples being finite\. The promise is kept: the two are 20 apart/);
});

test('a promise beyond the replay’s own error is not kept, in either direction, however small a share of the need it is', () => {
  const errors = { gap: 4, shortage: 8 };
  const short = promiseSentence(problem, promised(400), replay(420, errors));
  assert.match(short, /give or take 19 .*not kept: 20 posts more stay short, 5% of what was promised, which is beyond/);
  const better = promiseSentence(problem, promised(440), replay(420, errors));
  assert.match(better, /not kept: 20 posts less stay short, 4\.5% of what was promised/);
});

test('a replay that does not know its own error says so, and gives no verdict', () => {
  const sentence = promiseSentence(problem, promised(400), replay(420, null));
  assert.match(sentence, /gives 420 on that course, 20 apart\. Whether the promise is kept is not known/);
  assert.doesNotMatch(sentence, /promise is (not )?kept:/);
});
