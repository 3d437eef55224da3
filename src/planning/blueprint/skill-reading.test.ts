// Tests of skills at levels: parts add up to the whole, and the higher of two levels counts.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { readPack } from '#pack';
import type { Pack } from '../ports.ts';
import { viewBlueprint } from './blueprint-view.ts';
import { skillsAnswer, type SkillsData } from './skills-page.ts';

let pack: Pack;

before(async () => {
  const read = await readPack('packs/hamlet');
  assert(read.ok);
  pack = read.value;
});

function skillsIn(from: Pack, place: string): SkillsData['places'] {
  const view = viewBlueprint(from, { place, month: 310 });
  assert(view.ok);
  const answer = skillsAnswer(view.value, 'as-things-stand');
  assert(answer.ok);
  return answer.value.data.places;
}

/** Posts needed in each year of what the place as a whole takes. */
function neededIn(from: Pack, place: string, named: { readonly skill: string; readonly level: string }) {
  const [whole] = skillsIn(from, place);
  return whole?.skills.find(({ skill, level }) => skill === named.skill && level === named.level)?.neededFte ?? [];
}

test('what the parts of a place take of a skill adds up to what the place takes', () => {
  const [whole, ...parts] = skillsIn(pack, 'HAM-S');
  assert(whole !== undefined && whole.skills.length > 0 && parts.length === 2);
  for (const { skill, level, neededFte, inPostFte } of whole.skills) {
    const own = parts.flatMap((part) => part.skills.filter((each) => each.skill === skill && each.level === level));
    for (const [year, fte] of neededFte.entries()) {
      const sum = own.reduce((total, each) => total + (each.neededFte[year] ?? 0), 0);
      assert(Math.abs(sum - fte) < 1e-9, `${skill} in year ${year}: ${sum} against ${fte}`);
    }
    assert(Math.abs(own.reduce((total, each) => total + each.inPostFte, 0) - inPostFte) < 1e-9);
  }
});

test('posts for a requirement that asks for more than their role does count at the higher level', () => {
  const { catalogue } = pack.blueprint;
  const requirements = catalogue.requirements.map((each) =>
    each.id === 'SAF-1' ? { ...each, skills: [{ skill: 'Clinical safety', level: 'expert' } as const] } : each,
  );
  const raised = { ...pack, blueprint: { ...pack.blueprint, catalogue: { ...catalogue, requirements } } };
  const [practitioners, experts] = ['practitioner', 'expert'].map((level) => ({ skill: 'Clinical safety', level }));
  assert(practitioners !== undefined && experts !== undefined);
  const before = neededIn(pack, 'MILL', practitioners);
  const [still, now] = [neededIn(raised, 'MILL', practitioners), neededIn(raised, 'MILL', experts)];
  // One nurse for each 500 of 1,400 staff, whole posts though only 0.4 of each counts as digital.
  assert((now.at(-1) ?? 0) > 2);
  for (const [year, fte] of before.entries()) {
    assert(Math.abs((still[year] ?? 0) + (now[year] ?? 0) - fte) < 1e-9, `year ${year}`);
  }
});
