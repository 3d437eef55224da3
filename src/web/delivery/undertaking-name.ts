// An undertaking in words: what starts, in which family, where and in which financial year.
import type { CommitmentRecord } from '#delivery';
import type { Workspace } from '#service';

type Named = Pick<CommitmentRecord, 'undertaking' | 'channel' | 'family' | 'place'>;

/** No two undertakings of a plan have the same words, for each is the only one of its place, channel, family and year. */
export function undertakingName(body: Named, workspace: Pick<Workspace, 'pack' | 'tree'>): string {
  const { channel, family, place } = namesOf(body, workspace);
  const year = Number(body.undertaking.split('/').at(-1));
  const when = Number.isInteger(year) ? `, ${year}/${String((year + 1) % 100).padStart(2, '0')}` : '';
  return `${channel}, ${family}, ${place}${when}`;
}

/** What the pack no longer knows is told by its id. */
export function namesOf(body: Named, { pack, tree }: Pick<Workspace, 'pack' | 'tree'>) {
  const { channels, families } = pack.system;
  return {
    channel: channels.find(({ id }) => id === body.channel)?.name ?? body.channel,
    family: families.find(({ id }) => id === body.family)?.name ?? body.family,
    place: tree.byCode.get(body.place)?.name ?? body.place,
  };
}

/** A link's words and address for each undertaking, as notices name it. */
export function undertakingLinks(
  commitments: readonly { readonly id: string; readonly body: CommitmentRecord }[],
  workspace: Pick<Workspace, 'pack' | 'tree'>,
): (undertaking: string) => { readonly href: string; readonly words: string } {
  const links = new Map(
    commitments.map(({ id, body }) => [
      body.undertaking,
      { href: `/commitments/${id}`, words: undertakingName(body, workspace) },
    ]),
  );
  return (undertaking) => links.get(undertaking) ?? { href: '/delivery', words: undertaking };
}
