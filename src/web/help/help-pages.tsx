// Every page of help for planners, in groups as the list shows them.
import type { HelpPage } from './help-link.tsx';
import { ACCESS } from './pages/access.tsx';
import { DELIVERING } from './pages/delivering.tsx';
import { FIGURES } from './pages/figures.tsx';
import { FIRST_STEPS } from './pages/first-steps.tsx';
import { PLANNING } from './pages/planning.tsx';

export const HELP_GROUPS: readonly { readonly title: string; readonly pages: readonly HelpPage[] }[] = [
  { title: 'To begin with', pages: FIRST_STEPS },
  { title: 'Figures', pages: FIGURES },
  { title: 'Planning', pages: PLANNING },
  { title: 'Delivering', pages: DELIVERING },
  { title: 'Using the service', pages: ACCESS },
];

export const HELP_PAGES: readonly HelpPage[] = HELP_GROUPS.flatMap(({ pages }) => pages);
