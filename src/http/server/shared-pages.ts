// Pages that are the same for everybody of one role and place: rendered once, and sent until anything changes.
import { randomBytes } from 'node:crypto';
import { ok, type Result } from '#kernel';
import type { Member, ServiceWorld } from '#service';
import type { PageAnswer, PageRequest, PageRoute } from '../route.ts';
import { HTTP_LIMITS } from './http-limits.ts';
import { escapeHtml } from './plain-page.ts';

/** What stands in a kept page for the reader's token and name: nobody outside knows them, so no text can hold them. */
const TOKEN_HERE = `token-${randomBytes(16).toString('hex')}`;
const NAME_HERE = `name-${randomBytes(16).toString('hex')}`;

export type SharedPages = {
  readonly answer: (route: PageRoute, request: PageRequest, address: string) => Promise<Result<PageAnswer>>;
};

/** A kept page is asked for by what the tenant's data were when it was made, so a change is on it with the next request,
 *  in whatever process it was made. The page is made for nobody in particular: without an id nothing that belongs to one
 *  member alone can stand on it. */
export function createSharedPages(): SharedPages {
  const kept = new Map<string, string>();
  let characters = 0;
  const keep = (key: string, html: string): void => {
    characters += html.length - (kept.get(key)?.length ?? 0);
    kept.set(key, html);
    for (const [old, text] of kept) {
      if (characters <= HTTP_LIMITS.sharedPageCharacters) break;
      kept.delete(old);
      characters -= text.length;
    }
  };
  return {
    async answer(route, request, address) {
      const { actor, world } = request;
      if (actor === null || route.isSharedByRole !== true) return route.answer(request);
      const key = await keyOf({ actor, world, address });
      if (!key.ok) return key;
      const known = kept.get(key.value);
      if (known !== undefined) {
        // Who was asked for last is forgotten last.
        kept.delete(key.value);
        kept.set(key.value, known);
        return ok({ kind: 'page', status: 200, html: filledIn(known, request) });
      }
      const reader = { ...actor, id: '', displayName: NAME_HERE };
      const answer = await route.answer({ ...request, actor: reader, csrfToken: TOKEN_HERE });
      if (!answer.ok || answer.value.kind !== 'page') return answer;
      if (answer.value.status === 200) keep(key.value, answer.value.html);
      return ok({ ...answer.value, html: filledIn(answer.value.html, request) });
    },
  };
}

type Asked = { readonly actor: Member; readonly world: ServiceWorld; readonly address: string };

/** All that a shared page may depend on: the reader's tenant, role, place and supplier, the day, what the tenant's data are
 *  at this moment, and the whole address with what is asked in it. A page that tells anything else is not shared: of the
 *  member (id, sign-in), of another tenant, or of the world outside the store. */
async function keyOf({ actor, world, address }: Asked): Promise<Result<string>> {
  const { tenant, role, place, supplier } = actor;
  const mark = await world.store.inTenant(tenant, async (session) => ok(await session.mark()));
  if (!mark.ok) return mark;
  const today = world.clock().slice(0, 10);
  return ok(JSON.stringify([tenant, role, place, supplier, today, mark.value, address]));
}

function filledIn(html: string, { actor, csrfToken }: PageRequest): string {
  return html.replaceAll(TOKEN_HERE, csrfToken).replaceAll(NAME_HERE, () => escapeHtml(actor?.displayName ?? ''));
}
