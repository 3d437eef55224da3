// What a person who looks for a post may know of the rounds that are open: what is on offer, and nobody's wishes.
import { ok, type Result } from '#kernel';
import { placementRoundRecordSchema } from '#pathways';
import { mayEver } from '../access/permit.ts';
import { notThere, type Desk } from '../world.ts';

export type OpenRound = {
  readonly id: string;
  readonly title: string;
  readonly role: string;
  /** Last month for wishes, YYYY-MM. */
  readonly closes: string;
  readonly places: readonly { readonly id: string; readonly area: string; readonly posts: number }[];
};

/** More rounds than are open at once. */
const MOST_OPEN = 200;

/** For members who may send wishes; `not-found` for all others. */
export function openRounds({ world, actor }: Desk): Promise<Result<readonly OpenRound[]>> {
  return world.store.inTenant<readonly OpenRound[]>(actor.tenant, async ({ records }) => {
    if (!mayEver(actor, 'create', 'wish')) return notThere('placement-round');
    const found = await records.list({
      kind: 'placement-round',
      places: null,
      owner: null,
      party: null,
      state: 'open',
      after: null,
      limit: MOST_OPEN,
    });
    return ok(
      found.map(({ id, body }) => {
        const { title, role, closes, places } = placementRoundRecordSchema.parse(body);
        return {
          id,
          title,
          role,
          closes,
          places: places.map(({ id: code, area, posts }) => ({ id: code, area, posts })),
        };
      }),
    );
  });
}
