// Tests that equal values have one text and that what JSON cannot say is refused.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { canonicalJson } from './canonical-json.ts';

test('keys are sorted at every depth and nothing stands between', () => {
  assert.equal(canonicalJson({ b: [1, { z: null, a: 'é' }], a: true }), '{"a":true,"b":[1,{"a":"é","z":null}]}');
  assert.equal(canonicalJson({ b: undefined, a: 1 }), '{"a":1}');
});

test('numbers are written as RFC 8785 asks', () => {
  // Appendix B of the RFC.
  const numbers = [
    0, -0, 5e-324, 1.7976931348623157e308, 9007199254740992, 295147905179352830000, 0.000001, 1e-7, 1e21,
  ];
  assert.equal(
    canonicalJson(numbers),
    '[0,0,5e-324,1.7976931348623157e+308,9007199254740992,295147905179352830000,0.000001,1e-7,1e+21]',
  );
});

test('the text reads back as the same value, whatever the order of its keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      assert.equal(canonicalJson(JSON.parse(text)), text);
      assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('what JSON has no word for is refused', () => {
  const ring: unknown[] = [];
  ring.push(ring);
  for (const value of [Number.NaN, [Infinity], { a: -Infinity }, new Map(), () => 1, '\ud800', 1n, undefined, ring]) {
    assert.throws(() => canonicalJson(value), /Assertion failed/);
  }
});
