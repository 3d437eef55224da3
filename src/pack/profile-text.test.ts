// Tests that a profile, written as a file, is read as the same profile.
import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseFormula, type Profile } from '#blueprint';
import { profileText, readPack } from '#pack';

const HAMLET = fileURLToPath(new URL('../../packs/hamlet', import.meta.url));
const scratch = await mkdtemp(join(tmpdir(), 'cadre-profile-'));
after(() => rm(scratch, { recursive: true, force: true }));

test('a profile with everything that one may have comes back as it was', async () => {
  const formula = parseFormula('sites * posts');
  assert(formula.ok);
  const deviation = { reason: 'Cables: late', approver: "Director's office", reviewBy: 330 };
  const value = { kind: 'number', value: 2 } as const;
  const profile: Profile = {
    id: 'mill',
    title: 'Mill # own',
    scope: { place: 'MILL' },
    imports: ['community'],
    selects: ['REC-1'],
    excludes: [{ requirement: 'REC-1', deviation }],
    sets: [
      { requirement: 'REC-1', parameter: 'technicians', value: { kind: 'number', value: 0.5 }, deviation },
      { requirement: 'REC-1', parameter: 'matures', value: { kind: 'number', value: 340 }, deviation: null },
      {
        requirement: 'REC-1',
        parameter: 'perThousand',
        value: { kind: 'assumption', id: 'demand.analysts-per-1000-staff' },
        deviation: null,
      },
    ],
    adds: [
      {
        id: 'OWN-1',
        domain: 'run',
        parent: 'RUN-1',
        title: 'Own: one',
        statement: 'Two lines,\nand "quotes" [brackets] {braces}.',
        pathwayStep: null,
        standards: ['A, B'],
        themes: [],
        accountableTier: 'organisation',
        responsible: [{ tier: 'organisation', title: 'Chief' }],
        consulted: [],
        informed: [],
        lock: 'free',
        appliesTo: { tier: 'organisation', kinds: ['hospital'] },
        from: 310,
        matures: 320,
        parameters: [
          {
            id: 'posts',
            description: 'Posts',
            unit: 'FTE/site',
            value,
            min: 0,
            max: null,
            lock: 'free',
            stricter: 'higher',
          },
        ],
        demand: [{ role: 'data-analyst', band: '6', formula: formula.value }],
        teams: [],
        skills: [{ skill: 'Data analysis', level: 'expert' }],
        measures: ['Yes'],
        source: 'hamlet-teaching',
      },
    ],
  };
  const pack = join(scratch, 'pack');
  await cp(HAMLET, pack, { recursive: true });
  await writeFile(join(pack, 'blueprint/profiles/mill.yaml'), profileText(profile, 'Written by\na test.'));
  const reading = await readPack(pack);
  assert(reading.ok, reading.ok ? '' : reading.problems.map((each) => `${each.path} ${each.message}`).join('\n'));
  assert.deepEqual(
    reading.value.blueprint.profiles.find((each) => each.id === 'mill'),
    profile,
  );
});
