// Figures that are counted and not projected, taken apart at once: people in post, a plan's starts, what was undertaken.
import { commitmentRecordSchema } from '#delivery';
import { assert, ok, type Result } from '#kernel';
import { explainInPost, explainStarts, explainUndertaken, type Explanation, type FigureName } from '#planning';
import { readInterventions, readPlacePart, readPlanHead } from '../results/read-plan.ts';
import { listRecords } from '../records/keep-record.ts';
import { withWorkspace, type Workspace } from '../workspace/workspace.ts';
import { isPermitted } from '../access/permit.ts';
import { notThere, type Desk } from '../world.ts';

export type CountedFigure = Extract<FigureName, { readonly kind: 'in-post' | 'starts' | 'undertaken' }>;

export function isCounted(figure: FigureName): figure is CountedFigure {
  return figure.kind === 'in-post' || figure.kind === 'starts' || figure.kind === 'undertaken';
}

/** @param planKey of the plan that states starts; null where none is finished
 *  @returns `not-found` also where the figure is not the member's business */
export async function explainCounted(
  desk: Desk,
  figure: CountedFigure,
  { name, planKey }: { readonly name: string; readonly planKey: string | null },
): Promise<Result<Explanation>> {
  const workspace = await withWorkspace(desk, async (_, opened) => ok(opened));
  if (!workspace.ok) return workspace;
  const { tree, pack } = workspace.value;
  const place = tree.byCode.get(figure.place);
  if (place === undefined || !maySee(desk, workspace.value, figure)) return notThere(name);
  switch (figure.kind) {
    case 'in-post':
      return explainInPost(pack, figure, name);
    case 'starts':
      return planKey === null
        ? notThere(name)
        : explainStartsOf(desk, { figure, name, planKey, workspace: workspace.value });
    case 'undertaken': {
      const found = await listRecords(desk, { kind: 'commitment', place: figure.place, ...ALL });
      if (!found.ok) return found;
      const kept = found.value
        .map((record) => ({ ...record, body: commitmentRecordSchema.parse(record.body) }))
        .filter(({ body }) => tree.byCode.has(body.accountablePlace) && tree.byCode.has(body.place));
      return ok(explainUndertaken({ placeName: place.name, kept }, figure, name));
    }
  }
}

/** The undertakings of the largest plan, several times over. */
const ALL = { owner: null, party: null, state: null, after: null, limit: 20_000 } as const;

const RESOURCE_OF = { 'in-post': 'workforce', starts: 'plan', undertaken: 'commitment' } as const;

function maySee({ actor }: Desk, { isBelow }: Workspace, { kind, place }: CountedFigure): boolean {
  return isPermitted(actor, 'read', {
    target: { resource: RESOURCE_OF[kind], place, owner: null, party: null },
    isBelow,
  });
}

type StartsAsked = {
  readonly figure: Extract<CountedFigure, { readonly kind: 'starts' }>;
  readonly name: string;
  readonly planKey: string;
  readonly workspace: Workspace;
};

async function explainStartsOf(desk: Desk, asked: StartsAsked): Promise<Result<Explanation>> {
  const { figure, name, planKey, workspace } = asked;
  const { place: code, channel, unit } = figure;
  const head = await readPlanHead(desk, planKey);
  if (!head.ok) return head;
  const own = await readInterventions(desk, planKey, code);
  if (!own.ok) return own;
  const whole = await readPlacePart(desk, planKey, code);
  if (!whole.ok) return whole;
  const below: { readonly code: string; readonly name: string; readonly channels: typeof whole.value.channels }[] = [];
  for (const child of workspace.tree.childrenOf.get(code) ?? []) {
    const part = await readPlacePart(desk, planKey, child.code);
    // A place that came with a later version of the pack is in no part of this plan.
    if (part.ok) below.push({ code: child.code, name: child.name, channels: part.value.channels });
  }
  const meant = whole.value.channels.filter((each) => channel === null || each.channel === channel);
  const nameIn = (named: readonly { readonly id: string; readonly name: string }[]) => (id: string) =>
    named.find((each) => each.id === id)?.name ?? id;
  const placed = workspace.tree.byCode.get(code);
  assert(placed !== undefined, 'the place was looked up before.');
  const stated = meant.reduce((sum, { people, costGbp }) => sum + (unit === 'people' ? people : costGbp), 0);
  return ok(
    explainStarts(
      {
        placeName: placed.name,
        own: own.value.interventions,
        below,
        stated,
        channelName: nameIn(head.value.channels),
        roleName: nameIn(head.value.roles),
      },
      figure,
      name,
    ),
  );
}
