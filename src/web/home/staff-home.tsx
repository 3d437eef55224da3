// The first page of a member of staff: what they could become, from what they can do today, and what is open to them.
import { ok, type Result } from '#kernel';
import type { PageRequest } from '#http';
import { formatNumber } from '#report';
import { openRounds, readOwnSkills, type OwnSkills } from '#service';
import { Headline } from '../figures/headline.tsx';
import { BADGE } from '../people/badges/badge-routes.tsx';
import { PROGRAMME } from '../people/programmes/programme-part.tsx';
import { PeopleDoors } from '../people/start/start-routes.tsx';
import { keptRecords } from '../record/kept-records.ts';
import { deskOf } from '../shell/page-answer.tsx';
import type { Home } from './home.ts';

export async function staffHome(request: PageRequest): Promise<Result<Home>> {
  const desk = deskOf(request);
  const own = await readOwnSkills(desk);
  if (!own.ok) return own;
  const rounds = await openRounds(desk);
  if (!rounds.ok) return rounds;
  const programmes = await keptRecords(desk, PROGRAMME, null);
  if (!programmes.ok) return programmes;
  const badges = await keptRecords(desk, BADGE, null);
  if (!badges.ok) return badges;
  const states = own.value.records.map(({ body }) => body.state);
  const countOf = (state: (typeof states)[number]) => states.filter((each) => each === state).length;
  const open = programmes.value.filter(({ state }) => state === 'open').length;
  return ok({
    title: 'What could I become, and how?',
    children: (
      <>
        <NextStep own={own.value} />
        <Headline
          figures={[
            {
              label: 'My skills',
              amount: formatNumber(states.length),
              note: `${formatNumber(countOf('verified'))} verified, ${formatNumber(countOf('asked'))} with a verifier`,
              href: '/people/skills',
            },
            {
              label: 'Programmes open',
              amount: formatNumber(open),
              note: 'learning that leads to a post',
              href: '/people/programmes',
            },
            {
              label: 'Placement rounds open',
              amount: formatNumber(rounds.value.length),
              note: 'say where you want to be',
              href: '/people/wishes',
            },
            {
              label: 'My badges',
              amount: formatNumber(badges.value.length),
              note: 'files to take along',
              href: '/people/badges',
            },
          ]}
        />
        <PeopleDoors actor={desk.actor} />
      </>
    ),
  });
}

/** The one thing that brings somebody on from where they stand. */
function NextStep({ own }: { readonly own: OwnSkills }) {
  const post = own.passport?.body.post ?? null;
  if (post === null && own.records.length === 0) {
    return (
      <p className="verdict">
        Begin with the post you hold: <a href="/people/skills">say which it is</a>, or see{' '}
        <a href="/people/routes">the routes from any post</a>.
      </p>
    );
  }
  const query = new URLSearchParams({ from: post ?? '', ...(own.evidence.length > 0 ? { own: 'yes' } : {}) });
  return (
    <p className="verdict">
      <a href={`/people/routes?${query.toString()}`}>See the routes from where you stand</a>: each with its steps, how
      long it takes, and what you have already.
    </p>
  );
}
