// The start of the part about people: for each role the pages that answer its questions.
import { Card } from 'nhsuk-react-components';
import type { PageRequest, PageRoute } from '#http';
import { mayEver, type Action, type Member, type Resource } from '#service';
import { deskOf } from '../../shell/page-answer.tsx';
import type { Dress } from '../../shell/page-shell.tsx';
import { peoplePage } from '../people-page.tsx';

export function startRoutes(dress: Dress): readonly PageRoute[] {
  return [
    {
      method: 'GET',
      path: '/people',
      access: { kind: 'permitted', action: 'read', resource: 'framework', placeParam: null },
      answer: (request) => startPage(dress, request),
    },
  ];
}

async function startPage(dress: Dress, request: PageRequest) {
  const { actor } = deskOf(request);
  const isStaff = mayEver(actor, 'create', 'passport');
  return peoplePage(dress, {
    request,
    title: isStaff ? 'What could I become, and how?' : 'People: skills, routes, cohorts and placements',
    trail: [],
    children: <PeopleDoors actor={actor} />,
  });
}

/** The pages about people that are of use to a member, as doors to them. */
export function PeopleDoors({ actor }: { readonly actor: Member }) {
  return (
    <Card.Group>
      {DOORS.filter(({ needs: [action, resource] }) => mayEver(actor, action, resource)).map(
        ({ href, label, says }) => (
          <Card.GroupItem key={href} width="one-third">
            <Card clickable>
              <Card.Heading className="nhsuk-heading-s">
                <Card.Link href={href}>{label}</Card.Link>
              </Card.Heading>
              <Card.Description>{says}</Card.Description>
            </Card>
          </Card.GroupItem>
        ),
      )}
    </Card.Group>
  );
}

type Door = {
  readonly href: string;
  readonly label: string;
  readonly says: string;
  /** What a member's role must ever allow for the door to be of use to them. */
  readonly needs: readonly [Action, Resource];
};

const DOORS: readonly Door[] = [
  {
    href: '/people/skills',
    label: 'My skills',
    says: 'What you can do, what shows it, and who has verified it',
    needs: ['read', 'passport'],
  },
  {
    href: '/people/verification',
    label: 'Skills to verify',
    says: 'What people of your place ask you to stand behind',
    needs: ['verify', 'skill-evidence'],
  },
  {
    href: '/people/routes',
    label: 'Routes',
    says: 'From a post, a profession or your own skills to any role, step by step',
    needs: ['read', 'framework'],
  },
  {
    href: '/people/frameworks',
    label: 'Skills frameworks',
    says: 'Role levels, the skills they ask for, and how frameworks connect',
    needs: ['read', 'framework'],
  },
  {
    href: '/people/crosswalk',
    label: 'Crosswalk',
    says: 'What a skill of one framework is to one of another: proposed by names, confirmed by a person',
    needs: ['read', 'crosswalk'],
  },
  {
    href: '/people/hybrid',
    label: 'Hybrid roles',
    says: 'Design a post of two professions: who could fill it, and what it does to the gap',
    needs: ['read', 'projection'],
  },
  {
    href: '/people/depth',
    label: 'Depth of skills',
    says: 'What posts need, how many show it, and where all hangs on one person',
    needs: ['read', 'workforce'],
  },
  {
    href: '/people/programmes',
    label: 'Programmes',
    says: 'What is open, what it leads to, and who pays',
    needs: ['read', 'programme'],
  },
  {
    href: '/people/cohorts',
    label: 'Cohorts',
    says: 'Each funnel against its plan; a slip shows in the gap the same day',
    needs: ['export', 'cohort'],
  },
  {
    href: '/people/placements',
    label: 'Placement rounds',
    says: 'People and posts brought together by wishes; a person decides',
    needs: ['export', 'placement-round'],
  },
  {
    href: '/people/wishes',
    label: 'Where I want to be placed',
    says: 'The rounds that are open, and the places you want',
    needs: ['create', 'wish'],
  },
  {
    href: '/people/badges',
    label: 'Badges',
    says: 'What was given for verified skills, as files to take along',
    needs: ['read', 'badge'],
  },
  {
    href: '/people/privacy',
    label: 'What is held of me',
    says: 'See it all, take it with you, correct it, or erase it and leave',
    needs: ['read', 'passport'],
  },
];
