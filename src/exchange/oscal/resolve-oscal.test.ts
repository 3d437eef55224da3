// Tests of OSCAL's rules of selection, on small documents and on NIST's own.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { resolveOscal, type OscalFile } from '#exchange';
import { matchesGlob } from './glob.ts';

const metadata = { title: 'Small', version: '1' };

function file(name: string, root: object): OscalFile {
  return { name, text: JSON.stringify(root) };
}

function control(id: string, controls: readonly object[] = []): object {
  const prose = `Do ${id} within {{ insert: param, ${id}_prm_1 }}.`;
  return {
    id,
    title: `Control ${id}`,
    params: [{ id: `${id}_prm_1`, label: 'a time' }],
    parts: [{ name: 'statement', prose }],
    controls,
  };
}

const catalogue = file('small_catalog.json', {
  catalog: {
    metadata,
    groups: [
      {
        title: 'Access',
        controls: [control('ac-1'), control('ac-2', [control('ac-2.1', [control('ac-2.1.a')]), control('ac-2.2')])],
      },
      { title: 'Audit', groups: [{ title: 'Logs', controls: [control('au-1')] }] },
    ],
  },
});

function profile(imports: readonly object[], modify: object = {}): OscalFile {
  return file('small_profile.json', { profile: { metadata, imports, modify } });
}

function idsOf(root: OscalFile, others: readonly OscalFile[] = [catalogue]): readonly string[] {
  const resolved = resolveOscal(root, others);
  assert(resolved.ok, resolved.ok ? '' : resolved.problems[0]?.message);
  return resolved.value.controls.map((each) => each.id);
}

function refusal(root: OscalFile, others: readonly OscalFile[] = [catalogue]): string {
  const resolved = resolveOscal(root, others);
  assert(!resolved.ok);
  return resolved.problems.map((each) => each.message).join('; ');
}

const href = 'folder/small_catalog.json';

test('an import that names nothing includes all, and include-all does too', () => {
  assert.deepEqual(idsOf(profile([{ href }])), ['ac-1', 'ac-2', 'ac-2.1', 'ac-2.1.a', 'ac-2.2', 'au-1']);
  assert.deepEqual(idsOf(profile([{ href, 'include-all': {} }])).length, 6);
});

test('controls are included by name, by pattern and with their children', () => {
  assert.deepEqual(idsOf(profile([{ href, 'include-controls': [{ 'with-ids': ['ac-2'] }] }])), ['ac-2']);
  assert.deepEqual(idsOf(profile([{ href, 'include-controls': [{ matching: [{ pattern: 'a?-1' }] }] }])), [
    'ac-1',
    'au-1',
  ]);
  const withChildren = profile([
    { href, 'include-controls': [{ 'with-ids': ['ac-2'], 'with-child-controls': 'yes' }] },
  ]);
  assert.deepEqual(idsOf(withChildren), ['ac-2', 'ac-2.1', 'ac-2.1.a', 'ac-2.2']);
});

test('a parent comes along with a selected child', () => {
  assert.deepEqual(idsOf(profile([{ href, 'include-controls': [{ 'with-ids': ['ac-2.1.a'] }] }])), [
    'ac-2',
    'ac-2.1',
    'ac-2.1.a',
  ]);
});

test('what is excluded goes, with or without its children', () => {
  const without = (selection: object) => idsOf(profile([{ href, 'include-all': {}, 'exclude-controls': [selection] }]));
  assert.deepEqual(without({ 'with-ids': ['au-1'] }), ['ac-1', 'ac-2', 'ac-2.1', 'ac-2.1.a', 'ac-2.2']);
  assert.deepEqual(without({ 'with-ids': ['ac-2'], 'with-child-controls': 'yes' }), ['ac-1', 'au-1']);
});

test('what two imports bring counts once', () => {
  const both = profile([
    { href, 'include-controls': [{ 'with-ids': ['ac-1', 'au-1'] }] },
    { href, 'include-controls': [{ 'with-ids': ['ac-1', 'ac-2'] }] },
  ]);
  assert.deepEqual(idsOf(both), ['ac-1', 'au-1', 'ac-2']);
});

test('a profile may import a profile, and links lead through the back matter', () => {
  const inner = file('inner.json', {
    profile: {
      metadata,
      imports: [{ href: '#r1', 'include-controls': [{ 'with-ids': ['ac-1', 'au-1'] }] }],
      'back-matter': { resources: [{ uuid: 'r1', rlinks: [{ href: '../x/small_catalog.xml' }] }] },
    },
  });
  const outer = file('outer.json', {
    profile: { metadata, imports: [{ href: 'inner.json', 'exclude-controls': [{ 'with-ids': ['ac-1'] }] }] },
  });
  assert.deepEqual(idsOf(outer, [catalogue, inner]), ['au-1']);
});

test('values that a profile sets stand in the statement', () => {
  const set = profile([{ href, 'include-controls': [{ 'with-ids': ['ac-1'] }] }], {
    'set-parameters': [{ 'param-id': 'ac-1_prm_1', values: ['one day'] }],
  });
  const [root, plain] = [resolveOscal(set, [catalogue]), resolveOscal(profile([{ href }]), [catalogue])];
  assert(root.ok && plain.ok);
  assert.equal(root.value.controls[0]?.statement, 'Do ac-1 within one day.');
  assert.equal(plain.value.controls[0]?.statement, 'Do ac-1 within [ac-1_prm_1: a time].');
});

test('circular imports are refused by name', () => {
  const one = file('one.json', { profile: { metadata, imports: [{ href: 'two.json' }] } });
  const two = file('two.json', { profile: { metadata, imports: [{ href: 'one.json' }] } });
  assert.match(refusal(one, [two]), /one.json → two.json → one.json/);
});

test('what is not there is named', () => {
  assert.match(
    refusal(profile([{ href, 'include-controls': [{ 'with-ids': ['zz-9'] }] }])),
    /control 'zz-9' is selected/,
  );
  assert.match(
    refusal(profile([{ href: 'elsewhere.json' }]), []),
    /imports 'elsewhere.json', which is not among the files/,
  );
  assert.match(refusal({ name: 'x.json', text: '{' }), /'x.json' is not JSON/);
  assert.match(refusal({ name: 'x.json', text: '{"a":1}' }), /neither 'catalog' nor 'profile'/);
  assert.match(refusal(profile([])), /has no proper 'profile.imports'/);
  assert.match(refusal({ name: 'deep.json', text: '['.repeat(2000) + ']'.repeat(2000) }), /nested deeper/);
});

test('a pattern matches what its stars and marks stand for', () => {
  const words = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
  const texts = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });
  fc.assert(
    fc.property(texts, words, (text, pattern) => {
      const expression = new RegExp(`^${pattern.replace(/\*/g, '.*').replace(/\?/g, '.')}$`);
      assert.equal(matchesGlob(text, pattern), expression.test(text));
    }),
  );
  assert(!matchesGlob('a'.repeat(200), `${'*a'.repeat(90)}*b`));
});

const folder = process.env['CADRE_SHARED'] === undefined ? '' : join(process.env['CADRE_SHARED'], 'data', 'oscal');
const skip = existsSync(folder) ? false : 'CADRE_SHARED is not set, so the published documents are not at hand';

function published(name: string): OscalFile {
  return { name, text: readFileSync(join(folder, name), 'utf8') };
}

test('the LOW baseline of SP 800-53 resolves to the 124 controls that NIST published', { skip }, () => {
  const profileFile = published('NIST_SP-800-53_rev4_LOW-baseline_profile-min.json');
  const catalogueFile = published('NIST_SP-800-53_rev4_catalog-min.json');
  const resolved = resolveOscal(profileFile, [catalogueFile]);
  const official = resolveOscal(published('NIST_SP-800-53_rev4_LOW-baseline-resolved-profile_catalog-min.json'), []);
  assert(resolved.ok && official.ok);
  assert.equal(resolved.value.controls.length, 124);
  const keys = (controls: typeof official.value.controls) =>
    controls.map(({ id, parent, group, title }) => ({ id, parent, group, title }));
  assert.deepEqual(keys(resolved.value.controls), keys(official.value.controls));
});
