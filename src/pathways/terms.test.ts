// Holds the terms to their page: each is explained, and each is read into the place it belongs.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Assumption } from '#workforce';
import { EVIDENCE_KINDS, readTerms, SKILL_TERMS } from './index.ts';

const PAGE = new URL('../../docs/model/pathways.md', import.meta.url);

const entry = (id: string, unit: string, value: number): Assumption => ({
  id,
  description: id,
  unit,
  value: { kind: 'scalar', value },
  spread: null,
  kind: 'judgement',
  source: 'here',
  note: '',
  reliability: 'low',
  owner: 'Learning lead',
  signedOffBy: null,
  reviewBy: 400,
});

test('every term is explained on the page of the model', () => {
  const page = readFileSync(PAGE, 'utf8');
  for (const { id } of SKILL_TERMS) {
    const kind = EVIDENCE_KINDS.find((each) => id.startsWith(`evidence.${each}-`));
    const written = kind === undefined ? id : id.replace(kind, 'KIND');
    assert.ok(page.includes(`\`${written}\``), id);
    if (kind !== undefined) assert.ok(page.includes(kind), kind);
  }
});

test('no two terms are read into one place, and none is left unread', () => {
  const entries = SKILL_TERMS.map(({ id, unit }, index) => entry(id, unit, (index + 1) / 100));
  const terms = readTerms(entries);
  assert.ok(terms.ok);
  const numbers = [...JSON.stringify(terms.value).matchAll(/:(0\.\d+)/g)].map(([, number]) => Number(number));
  assert.deepEqual(
    numbers.toSorted((one, other) => one - other),
    entries.map((_, index) => (index + 1) / 100),
  );
});

test('a pack without terms is told to have none', () => {
  const terms = readTerms([]);
  assert.ok(!terms.ok);
  assert.match(terms.problems[0]?.message ?? '', /no terms of learning/);
});
