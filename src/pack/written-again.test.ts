// Texts that pages write are read as what was meant, and leave all else of a pack as it was.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { join } from 'node:path';
import {
  catalogueText,
  profileText,
  readPackTexts,
  readWholePack,
  reviseAssumption,
  reviseMapping,
  scenarioText,
} from './index.ts';

const hamlet = await readWholePack(join(import.meta.dirname, '../../packs/hamlet'));
assert.ok(hamlet.ok);
const { pack, files } = hamlet.value;

test('every scenario of hamlet is read again as it was written', () => {
  for (const scenario of pack.system.scenarios) {
    const again = readPackTexts(new Map([...files, [`scenarios/${scenario.id}.yaml`, scenarioText(scenario)]]));
    assert.ok(again.ok, JSON.stringify(again));
    assert.deepEqual(
      again.value.system.scenarios.find(({ id }) => id === scenario.id),
      scenario,
    );
  }
});

test('every assumption of hamlet can be revised where it stands, and no other changes', () => {
  for (const assumption of pack.system.assumptions) {
    const revised = { ...assumption, note: 'Read again.' };
    const file = reviseAssumption(files, revised);
    assert.ok(file.ok);
    const again = readPackTexts(new Map([...files, [file.value.path, file.value.text]]));
    assert.ok(again.ok, JSON.stringify(again));
    const expected = pack.system.assumptions.map((one) => (one.id === assumption.id ? revised : one));
    assert.deepEqual(again.value.system.assumptions, expected);
  }
});

test('every mapping of hamlet can be revised where it stands, also by its other way round, and no other changes', () => {
  const { mappings } = pack.skills;
  assert.ok(mappings.length > 0);
  for (const mapping of mappings) {
    const said = { ...mapping, saidBy: 'Head of analysis', confidence: 0.6, note: 'Read again.' };
    for (const revised of [said, { ...said, from: said.to, to: said.from }]) {
      const { path, text } = reviseMapping(files, revised);
      assert.match(text, /^# How the skills of one framework stand/);
      const again = readPackTexts(new Map([...files, [path, text]]));
      assert.ok(again.ok, JSON.stringify(again));
      assert.deepEqual(
        again.value.skills.mappings,
        mappings.map((one) => (one === mapping ? revised : one)),
      );
    }
  }
});

test('mappings that no file holds yet are kept in a file of their own, one after the other', () => {
  const [first] = pack.skills.mappings;
  assert.ok(first !== undefined);
  const one = { ...first, from: 'clinical/reading-figures', to: 'digital/user-support' };
  const other = { ...first, from: 'clinical/helping-colleagues', to: 'digital/data-analysis' };
  const texts = new Map(files);
  for (const mapping of [one, other]) {
    const { path, text } = reviseMapping(texts, mapping);
    assert.equal(path, 'skills/crosswalks/said.yaml');
    texts.set(path, text);
  }
  const again = readPackTexts(texts);
  assert.ok(again.ok, JSON.stringify(again));
  assert.deepEqual(again.value.skills.mappings.slice(pack.skills.mappings.length), [one, other]);
});

test('an assumption that no file holds is told as not found', () => {
  const [first] = pack.system.assumptions;
  assert.ok(first !== undefined);
  const outcome = reviseAssumption(files, { ...first, id: 'nowhere' });
  assert.ok(!outcome.ok);
  assert.match(outcome.problems[0]?.message ?? '', /No file of the register holds the assumption 'nowhere'/);
});

test('the catalogue and every profile of both packs are read again as they were written', async () => {
  for (const name of ['hamlet', 'england']) {
    const whole = await readWholePack(join(import.meta.dirname, `../../packs/${name}`));
    assert.ok(whole.ok);
    const { blueprint } = whole.value.pack;
    const texts = [...whole.value.files].filter(([path]) => !path.startsWith('blueprint/profiles/'));
    const written = blueprint.profiles.map(
      (profile) => [`blueprint/profiles/${profile.id}.yaml`, profileText(profile, 'Written again')] as const,
    );
    const catalogue = ['blueprint/catalogue.yaml', catalogueText(blueprint.catalogue, 'Written again')] as const;
    const again = readPackTexts(new Map([...texts, ...written, catalogue]));
    assert.ok(again.ok, JSON.stringify(again));
    assert.deepEqual(again.value.blueprint.catalogue, blueprint.catalogue);
    const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
    assert.deepEqual(again.value.blueprint.profiles.toSorted(byId), blueprint.profiles.toSorted(byId));
  }
});
