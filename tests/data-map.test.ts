// Holds the map of personal data against the database and the kinds of record: no column and no kind is forgotten.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import {
  DATA_MAP,
  DELIVERY_KINDS,
  KINDS_WITHOUT_PEOPLE,
  NOTHING_OF_PEOPLE,
  PEOPLE_KINDS,
  PERMISSIONS,
  SKILL_KINDS,
} from '#service';
import { projectRoot } from './support/tracked-files.ts';

const folder = join(projectRoot, 'src', 'store', 'migrations');
const sqlText = readdirSync(folder)
  .toSorted()
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

/** `table.column` of every table that the migrations make, with those that they add to one later. */
function columnsMade(): readonly string[] {
  const added = [...sqlText.matchAll(/alter table (\w+) add column (\w+)/g)].map(
    ([, table, name]) => `${table}.${name}`,
  );
  const made = [...sqlText.matchAll(/create table (\w+) \(\n([\s\S]*?)\n\);/g)].flatMap(([, table = '', body = '']) =>
    body
      .split('\n')
      .map((line) => /^ {2}(\w+)/.exec(line)?.[1] ?? '')
      .filter((name) => !['', 'primary', 'foreign', 'constraint', 'unique', 'check'].includes(name))
      .map((column) => `${table}.${column}`),
  );
  return [...made, ...added];
}

const kinds = [...DELIVERY_KINDS, ...SKILL_KINDS, ...PEOPLE_KINDS];
const mapped = new Set(DATA_MAP.map(({ at }) => at));

describe('the map of personal data', () => {
  test('names every column of the database, either with its use or as one that holds nothing of a person', () => {
    const made = columnsMade();
    assert.ok(made.length > 70, `${made.length} columns were read from the migrations`);
    const bodies = new Set(DATA_MAP.map(({ at }) => at.split(':')[0]));
    const said = (name: string) => {
      const [table = '', column = ''] = name.split('.');
      return Number(bodies.has(name)) + Number(NOTHING_OF_PEOPLE[table]?.includes(column) ?? false);
    };
    assert.deepEqual(
      made.filter((name) => said(name) !== 1),
      [],
      'said once',
    );
  });

  test('names no column that is not there', () => {
    const made = new Set([
      ...columnsMade(),
      ...['number', 'name', 'sha256', 'applied_at'].map((each) => `schema_migrations.${each}`),
    ]);
    const named = [
      ...DATA_MAP.map(({ at }) => at.split(':')[0] ?? ''),
      ...Object.entries(NOTHING_OF_PEOPLE).flatMap(([table, columns]) => columns.map((each) => `${table}.${each}`)),
    ];
    assert.deepEqual(
      named.filter((name) => !made.has(name)),
      [],
    );
  });

  test('names every kind of record, and says of each that is its owner’s own when it goes', () => {
    for (const { kind, personal } of kinds) {
      const use = DATA_MAP.find(({ at }) => at === `record_versions.body: ${kind}`);
      assert.equal(use === undefined, KINDS_WITHOUT_PEOPLE.includes(kind), kind);
      if (personal === undefined) continue;
      assert.ok(use !== undefined && use.kept.includes('leaves'), kind);
      if (personal.keptMonths !== null) assert.ok(use.kept.includes(`${personal.keptMonths} months`), kind);
    }
    const names = new Set(kinds.map(({ kind }) => kind));
    assert.deepEqual(
      [...mapped].filter((at) => at.includes(': ') && !names.has(at.split(': ')[1] ?? '')),
      [],
    );
  });

  test('every kind that members keep of their own is in it', () => {
    const own = PERMISSIONS.filter(({ reach }) => reach === 'own').map(({ resource }) => resource);
    // A cohort belongs to nobody; what a badge's list says is of nobody's.
    const ofNobody = ['cohort', 'badge-status'];
    for (const { kind } of kinds.filter((each) => own.includes(each.resource))) {
      if (!ofNobody.includes(kind)) assert.ok(mapped.has(`record_versions.body: ${kind}`), kind);
    }
  });
});
