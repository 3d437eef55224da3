// The home page of each role: its first question answered, and its next steps.
import type { Result } from '#kernel';
import type { PageRequest, PageRoute } from '#http';
import type { Role } from '#service';
import { deskOf, onward, pageAnswer } from '../shell/page-answer.tsx';
import type { Dress } from '../shell/page-shell.tsx';
import { administratorHome } from './administrator-home.tsx';
import { auditorHome } from './auditor-home.tsx';
import type { Home } from './home.ts';
import { leadHome, organisationHome } from './lead-home.tsx';
import { plannerHome } from './planner-home.tsx';
import { staffHome } from './staff-home.tsx';
import { supplierHome } from './supplier-home.tsx';

export function homeRoutes(dress: Dress): readonly PageRoute[] {
  return [{ method: 'GET', path: '/', access: { kind: 'signed-in' }, answer: (request) => homePage(dress, request) }];
}

const OWN_HOME = '/people/mine';

/** The first page of a member of staff, which is for that member alone. */
export function ownHomeRoutes(dress: Dress): readonly PageRoute[] {
  return [
    {
      method: 'GET',
      path: OWN_HOME,
      access: { kind: 'permitted', action: 'read', resource: 'passport', placeParam: null },
      answer: async (request) => shownHome(dress, request, await staffHome(request)),
    },
  ];
}

/** Null for members of staff: their first page is each one's own, and so no page that all of a role could share. */
const HOMES: Readonly<Record<Role, ((request: PageRequest) => Promise<Result<Home>>) | null>> = {
  'national-planner': plannerHome,
  'regional-lead': leadHome,
  'organisation-lead': organisationHome,
  'member-of-staff': null,
  supplier: supplierHome,
  auditor: auditorHome,
  administrator: administratorHome,
};

async function homePage(dress: Dress, request: PageRequest) {
  const homeOf = HOMES[deskOf(request).actor.role];
  return homeOf === null ? onward(OWN_HOME) : shownHome(dress, request, await homeOf(request));
}

function shownHome(dress: Dress, request: PageRequest, home: Result<Home>) {
  if (!home.ok) return home;
  return pageAnswer(dress, { request, part: 'home', trail: [], islands: ['job-progress'], ...home.value });
}
