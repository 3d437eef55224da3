// Commitments tie to their plan: every person and pound once, at every tier, whatever the plan.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { readPack } from '#pack';
import { createHighsSolver } from '#solver';
import { createInlineSimulator } from '#workers';
import { planWorkforce, type PlanDocument } from '#planning';
import { commitmentDocumentSchema } from './commitment.ts';
import { commitmentDocument } from './commitment-document.ts';
import { commitmentsOfPlan } from './commitments-of-plan.ts';
import { rollUpCommitments } from './roll-up.ts';

let plan: PlanDocument;

before(async () => {
  const pack = await readPack('packs/hamlet');
  assert.ok(pack.ok);
  const world = {
    simulator: createInlineSimulator(),
    solver: createHighsSolver(),
    onProgress: () => {},
    signal: { aborted: false },
  };
  const chance = { scenario: 'as-things-stand', mode: 'exact', seed: 3, samples: 16 } as const;
  const planned = await planWorkforce(
    pack.value,
    { ...chance, asOf: 322, timeLimitSeconds: 60, relativeGap: 1e-6 },
    world,
  );
  assert.ok(planned.ok);
  plan = planned.value;
});

const TIERS = ['national', 'region', 'system', 'organisation'] as const;

/** Plans of any interventions over any tree of four tiers. */
function anyPlan(): fc.Arbitrary<PlanDocument> {
  const places = fc.array(fc.nat(), { minLength: 1, maxLength: 12 }).map((seeds) => {
    const made: PlanDocument['places'] = [{ code: 'N', name: 'N', tier: 'national', parent: null }];
    for (const [index, seed] of seeds.entries()) {
      const above = made.filter(({ tier }) => tier !== 'organisation');
      const parent = above[seed % above.length] ?? made[0];
      const tier = TIERS[TIERS.indexOf(parent?.tier ?? 'national') + 1] ?? 'organisation';
      made.push({ code: `P${index}`, name: `P${index}`, tier, parent: parent?.code ?? 'N' });
    }
    return made;
  });
  const start = fc.record({
    place: fc.nat(),
    up: fc.nat(3),
    channel: fc.constantFrom('market', 'training'),
    role: fc.nat(),
    month: fc.nat(),
    people: fc.integer({ min: 1, max: 400 }),
    costGbp: fc.integer({ min: 0, max: 90_000_000 }),
  });
  return fc.tuple(places, fc.array(start, { maxLength: 60 })).map(([tree, starts]) => {
    const byCode = new Map(tree.map((each) => [each.code, each]));
    const interventions = starts.map((each, index) => {
      const place = tree[each.place % tree.length]?.code ?? 'N';
      let answers = byCode.get(place);
      for (let step = 0; step < each.up; step++) answers = byCode.get(answers?.parent ?? '') ?? answers;
      const role = plan.roles[each.role % plan.roles.length]?.id ?? '';
      const startMonth = plan.months[1 + (each.month % 100)] ?? '';
      return {
        id: `I-${index}`,
        channel: each.channel,
        role,
        band: '5',
        place,
        startMonth,
        inPostMonth: startMonth,
        people: each.people,
        costGbp: each.costGbp,
        fund: 'budget',
        requirements: ['REC-1'],
        accountableTier: answers?.tier ?? 'national',
        accountablePlace: answers?.code ?? 'N',
      };
    });
    return { ...plan, places: tree, interventions };
  });
}

test('people and pounds tie at every tier, whatever the plan, and each intervention is in one commitment', () => {
  fc.assert(
    fc.property(anyPlan(), (any) => {
      const commitments = commitmentsOfPlan(any);
      const sums = (of: readonly { readonly people: number; readonly costGbp: number }[]) => [
        of.reduce((sum, { people }) => sum + people, 0),
        of.reduce((sum, { costGbp }) => sum + costGbp, 0),
      ];
      assert.deepEqual(
        commitments.flatMap(({ interventions }) => interventions).toSorted(),
        any.interventions.map(({ id }) => id).toSorted(),
      );
      assert.equal(new Set(commitments.map(({ id }) => id)).size, commitments.length);
      for (const each of commitments)
        assert.equal(sums(each.posts.map((post) => ({ ...post, costGbp: 0 })))[0], each.people);
      const rollUps = rollUpCommitments(commitments, any.places);
      const [nation] = rollUps;
      assert.deepEqual(sums(nation === undefined ? [] : [nation.total]), sums(any.interventions));
      assert.deepEqual(sums(nation === undefined ? [] : [nation.startsHere]), sums(any.interventions));
      for (const { place, own, below, total } of rollUps) {
        const children = rollUps.filter((_, index) => any.places[index]?.parent === place);
        assert.deepEqual(sums(children.map((child) => child.total)), sums([below]));
        assert.deepEqual(sums([own, below]), sums([total]));
        assert.equal(own.commitments, commitments.filter(({ accountablePlace }) => accountablePlace === place).length);
      }
    }),
    { numRuns: 200, seed: 4 },
  );
});

test('commitments of a plan are dated, serve a requirement, name their money and the figure that will show them', () => {
  const document = commitmentDocumentSchema.parse(commitmentDocument(plan));
  assert.ok(document.commitments.length > 10);
  assert.equal(document.rollUps[0]?.total.costGbp, plan.plan.programmeCostGbp);
  const known = new Set(plan.requirements.map(({ id }) => id));
  for (const {
    id,
    requirements,
    fund,
    firstStartMonth,
    lastStartMonth,
    inPostMonth,
    measure,
  } of document.commitments) {
    assert.ok(requirements.length > 0 && requirements.every((each) => known.has(each)), id);
    assert.ok(fund !== '' && firstStartMonth <= lastStartMonth && lastStartMonth <= inPostMonth, id);
    assert.ok(measure.month <= (plan.months.at(-1) ?? ''), id);
    assert.ok(measure.withPlanFte > measure.withoutPlanFte, `${id} moves ${measure.family} in ${measure.place}`);
  }
});

test('an undertaking keeps its name from one plan to the next', () => {
  const later = { ...plan, interventions: plan.interventions.slice(1).map((each) => ({ ...each, people: 2 })) };
  const before = new Set(commitmentsOfPlan(plan).map(({ id }) => id));
  for (const { id } of commitmentsOfPlan(later)) assert.ok(before.has(id), id);
});
