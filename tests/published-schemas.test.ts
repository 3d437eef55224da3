// What is published of the code's own lists: schemas and the page on packs, up to date and true of the hamlet pack.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { withParameterTable } from '../scripts/parameter-table.ts';
import { PACKS_PAGE, publishedSchemas, SCHEMAS_FOLDER } from '../scripts/publish-schemas.ts';

const hamlet = new URL('../packs/hamlet/', import.meta.url);

function check(schema: string, value: unknown): readonly string[] {
  const validate = new Ajv2020({ allErrors: true }).compile(JSON.parse(publishedSchemas().get(schema) ?? ''));
  return validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

function yamlOf(path: string): unknown {
  return parse(readFileSync(new URL(path, hamlet), 'utf8'), { schema: 'core', stringKeys: true });
}

test('the schemas in schemas/ are what the code reads by; `npm run schemas` writes them anew', () => {
  const published = publishedSchemas();
  assert.deepEqual(readdirSync(SCHEMAS_FOLDER).toSorted(), [...published.keys()].toSorted());
  for (const [file, text] of published) assert.equal(readFileSync(`${SCHEMAS_FOLDER}${file}`, 'utf8'), text, file);
});

test('every YAML file of hamlet is of its published form', () => {
  const forms = [
    { path: /^(pack|roles|channels|planning-rules|disclosure|delivery)\.yaml$/, form: null },
    { path: /^(assumptions|cases)\//, form: null },
    { path: /^blueprint\/(statements|assurance|budget)\//, form: null },
    { path: /^blueprint\/catalogue.yaml$/, form: 'catalogue' },
    { path: /^blueprint\/versions\//, form: 'amendment' },
    { path: /^blueprint\/profiles\//, form: 'profile' },
    { path: /^skills\/(framework|crosswalk|terms)s?\//, form: null },
    { path: /^scenarios\//, form: 'scenario' },
  ];
  const files = readdirSync(hamlet, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
  assert.ok(files.length >= 10);
  for (const file of files) {
    const known = forms.find(({ path }) => path.test(file));
    assert.ok(known !== undefined, `${file} has a published form`);
    const form = known.form ?? known.path.exec(file)?.[1];
    assert.deepEqual(check(`${form}.schema.json`, yamlOf(file)), [], file);
  }
});

test('every row of the tables of hamlet is of its published form', () => {
  for (const table of ['places', 'drivers', 'stock']) {
    const [header = '', ...rows] = readFileSync(new URL(`${table}.csv`, hamlet), 'utf8')
      .trimEnd()
      .split('\n');
    for (const row of rows) {
      const cells = row.split(',');
      const record = Object.fromEntries(header.split(',').map((column, index) => [column, cells[index] ?? '']));
      assert.deepEqual(check(`${table}-row.schema.json`, record), [], row);
    }
  }
});

test('a published schema refuses an unknown field and a value of the wrong form', () => {
  const scenario = { id: 'x', name: 'X', description: '', recruitment: 'trend' };
  assert.deepEqual(check('scenario.schema.json', scenario), []);
  assert.equal(check('scenario.schema.json', { ...scenario, colour: 'red' }).length, 1);
  assert.equal(check('scenario.schema.json', { ...scenario, recruitment: 'hope' }).length, 1);
});

test('docs/packs.md lists the parameters that the model asks for; `npm run schemas` writes them anew', () => {
  const page = readFileSync(PACKS_PAGE, 'utf8');
  assert.equal(page, withParameterTable(page));
  assert.match(page, /\| `attrition\.yearly` \| share\/year \| band, ageGroup \| yes \|/);
});
