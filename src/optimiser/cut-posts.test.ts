// Posts that several places share, as each part of the places sees them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { channelOf } from '../../tests/support/plan-problems.ts';
import { cutPosts } from './cut-posts.ts';

/** Posts counted in the second of four places, for three of them. */
const shared = channelOf('shared', {
  shareOfPlace: [0, 0.8, 0, 0.2],
  serves: [
    [{ place: 0, share: 1 }],
    [
      { place: 0, share: 0.2 },
      { place: 1, share: 0.5 },
      { place: 2, share: 0.3 },
    ],
    [{ place: 2, share: 1 }],
    [{ place: 3, share: 1 }],
  ],
});

test('a part with all places of a post has the post as it is', () => {
  const cut = cutPosts(shared, [0, 1, 2]);
  assert.deepEqual(cut?.serves[1], shared.serves?.[1]);
  assert.deepEqual(
    [cut?.hosts, cut?.shares],
    [
      [0, 1, 2],
      [0, 0.8, 0],
    ],
  );
});

test('parts with some of its places have a post each, and their room adds up to that of the whole', () => {
  const [with0And2, with1And3] = [cutPosts(shared, [0, 2]), cutPosts(shared, [1, 3])];
  assert.deepEqual(with0And2?.hosts, [0, 1]);
  assert.deepEqual(with0And2.serves[1], [
    { place: 0, share: 0.4 },
    { place: 2, share: 0.6 },
  ]);
  assert.deepEqual(with1And3?.serves, [[{ place: 1, share: 1 }], [{ place: 3, share: 1 }]]);
  const room = [...with0And2.shares, ...with1And3.shares].reduce((sum, share) => sum + share, 0);
  assert.ok(Math.abs(room - 1) < 1e-12);
});

test('a channel whose posts are not shared is not cut', () => {
  assert.equal(cutPosts(channelOf('market'), [0, 1]), null);
});
