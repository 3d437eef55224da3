// The home page of each role: its first question answered, and its next steps.
import type { ReactNode } from 'react';
import type { Result } from '#kernel';
import type { PageRequest, PageRoute } from '#http';
import type { Role } from '#service';
import { deskOf, pageAnswer } from '../shell/page-answer.tsx';
import type { Dress } from '../shell/page-shell.tsx';
import { administratorHome } from './administrator-home.tsx';
import { auditorHome } from './auditor-home.tsx';
import { leadHome, organisationHome } from './lead-home.tsx';
import { plannerHome } from './planner-home.tsx';
import { staffHome } from './staff-home.tsx';
import { supplierHome } from './supplier-home.tsx';

export function homeRoutes(dress: Dress): readonly PageRoute[] {
  return [{ method: 'GET', path: '/', access: { kind: 'signed-in' }, answer: (request) => homePage(dress, request) }];
}

/** A first page: the question that its reader comes with, and the answer. */
export type Home = { readonly title: string; readonly children: ReactNode };

const HOMES: Readonly<Record<Role, (request: PageRequest) => Promise<Result<Home>>>> = {
  'national-planner': plannerHome,
  'regional-lead': leadHome,
  'organisation-lead': organisationHome,
  'member-of-staff': staffHome,
  supplier: supplierHome,
  auditor: auditorHome,
  administrator: administratorHome,
};

async function homePage(dress: Dress, request: PageRequest) {
  const home = await HOMES[deskOf(request).actor.role](request);
  if (!home.ok) return home;
  return pageAnswer(dress, { request, part: 'home', trail: [], islands: ['job-progress'], ...home.value });
}
