// Numbers of points: each on its own, however near the points are.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labelPlaces } from './label-places.ts';

test('points that stand apart have their numbers above them on the right', () => {
  const places = labelPlaces(
    [
      { across: 0, downPx: 10 },
      { across: 0.5, downPx: 150 },
      { across: 1, downPx: 200 },
    ],
    ['1', '2', '3'],
  );
  assert.deepEqual(
    places.map((place) => place?.anchor),
    ['start', 'start', 'start'],
  );
  assert.equal(new Set(places).size, 1);
});

test('of points that stand close to each other no two numbers lie on one another', () => {
  const points = Array.from({ length: 12 }, (_, index) => {
    const across = (index / 11) * (index / 11);
    return { across, downPx: 20 + 200 * Math.sqrt(across) };
  });
  const texts = points.map((_, index) => String(index + 1));
  const places = labelPlaces(points, texts);
  assert.ok(places.filter((place) => place !== null).length >= 10, JSON.stringify(places));
  for (const widthPx of [210, 700]) {
    const boxes = places.flatMap((place, index) => {
      const { across, downPx } = points[index] ?? { across: 0, downPx: 0 };
      const textPx = 9 * (texts[index] ?? '').length;
      if (place === null) return [];
      const left = across * widthPx + place.dx - (place.anchor === 'middle' ? textPx / 2 : 0);
      return [{ left, right: left + textPx, top: downPx + place.dy - 11, bottom: downPx + place.dy + 2 }];
    });
    for (const [index, one] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        const isApart =
          one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
        assert.ok(isApart, `${JSON.stringify(one)} and ${JSON.stringify(other)} at ${widthPx}`);
      }
    }
  }
});

test('a number that has no free place is left out', () => {
  const point = { across: 0.5, downPx: 100 };
  const places = labelPlaces(
    Array.from({ length: 5 }, () => point),
    ['1', '2', '3', '4', '5'],
  );
  assert.notEqual(places[0], null);
  assert.equal(new Set(places.filter((place) => place !== null)).size, places.filter((place) => place !== null).length);
  assert.equal(places.at(-1), null);
});
