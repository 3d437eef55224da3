// What a community seems to change of leaving: places with members against those without, from counted months alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatMonth } from '#kernel';
import type { CommunityRecord } from './community-record.ts';
import { evidenceRecordSchema, type EvidenceRecord } from '../evidence/evidence-record.ts';
import { differenceInDifferences } from './difference-in-differences.ts';
import { leaverChanges } from './leaver-changes.ts';

const BEGAN = 312;

function community(places: readonly string[], from = BEGAN): CommunityRecord {
  return {
    name: 'Records',
    purpose: 'To learn.',
    place: 'P0',
    requirements: ['REC-1'],
    members: places.map((place) => ({ place, role: 'analyst', people: 2, from: formatMonth(from), until: null })),
    conveners: [],
    activity: [],
    links: [],
    state: 'maturing',
  };
}

/** Counted months of a place in which so many of a hundred leave, before and from the beginning on. */
function counted(place: string, before: number, after: number): readonly EvidenceRecord[] {
  return Array.from({ length: 24 }, (_, index) => {
    const month = BEGAN - 12 + index;
    const leavers = month < BEGAN ? before : after;
    const people = { openingPeople: 100, closingPeople: 100, joiners: leavers, leavers, completers: 0 };
    return evidenceRecordSchema.parse({
      place,
      month: formatMonth(month),
      rows: [{ family: '*', ...people, demandPeople: null }],
      cohorts: [],
      source: { title: 'Count', publisher: place, kind: 'official', licence: 'CC0-1.0' },
      state: 'verified',
      reason: null,
    });
  });
}

const PLACES = ['P0', 'P1', 'P2', 'P3', 'P4', 'P5'];

test('a fall of leaving where there are members, against places without, is found at its size and sign', () => {
  const evidence = PLACES.flatMap((place, index) => counted(place, 2, index < 3 ? 1 : 2));
  const found = leaverChanges(community(['P0', 'P1', 'P2']), evidence);
  assert.equal(found?.began, BEGAN);
  const reading = differenceInDifferences(found?.changes ?? [], 1);
  assert.ok(reading !== null && Math.abs(reading.effect - -0.12) < 1e-12);
  assert.equal(reading.earlierDifference, null);
  const worse = PLACES.flatMap((place, index) => counted(place, 2, index < 3 ? 3 : 2));
  const other = differenceInDifferences(leaverChanges(community(['P0', 'P1', 'P2']), worse)?.changes ?? [], 1);
  assert.ok((other?.effect ?? 0) > 0, 'an effect may be to the bad');
});

test('places that were not counted before and after are left out, and who joins later had no members', () => {
  const late = community(['P0']);
  const members = [...late.members, ...community(['P1'], BEGAN + 12).members];
  const evidence = [...counted('P0', 2, 1), ...counted('P1', 2, 2), ...counted('P2', 2, 2).slice(0, 14)];
  const found = leaverChanges({ ...late, members }, evidence);
  assert.deepEqual(
    found?.changes.map(({ place, hasMembers }) => [place, hasMembers]),
    [
      ['P0', true],
      ['P1', false],
    ],
  );
  assert.equal(leaverChanges(community([]), evidence), null);
});
