// Every address about people: their skills, the routes open to them, cohorts, placements, badges and what is held of them.
import type { PageRoute } from '#http';
import type { Dress } from '../shell/page-shell.tsx';
import { badgeRoutes } from './badges/badge-routes.tsx';
import { careerRoutes } from './career/career-routes.tsx';
import { cohortRoutes } from './cohorts/cohort-routes.tsx';
import { crosswalkRoutes } from './crosswalk/crosswalk-routes.tsx';
import { frameworkRoutes } from './frameworks/framework-routes.tsx';
import { hybridRoutes } from './hybrid/hybrid-routes.tsx';
import { placementRoutes } from './placements/placement-routes.tsx';
import { privacyRoutes } from './privacy/privacy-routes.tsx';
import { programmeRoutes } from './programmes/programme-routes.tsx';
import { skillRoutes } from './skills/skill-routes.tsx';
import { verdictRoutes } from './skills/verdict-routes.tsx';
import { teamRoutes } from './team/team-routes.tsx';
import { startRoutes } from './start/start-routes.tsx';
import { wishRoutes } from './wishes/wish-routes.tsx';

export function peopleRoutes(dress: Dress): readonly PageRoute[] {
  return [
    ...startRoutes(dress),
    ...careerRoutes(dress),
    ...frameworkRoutes(dress),
    ...crosswalkRoutes(dress),
    ...hybridRoutes(dress),
    ...skillRoutes(dress),
    ...verdictRoutes(dress),
    ...teamRoutes(dress),
    ...programmeRoutes(dress),
    ...cohortRoutes(dress),
    ...placementRoutes(dress),
    ...wishRoutes(dress),
    ...badgeRoutes(dress),
    ...privacyRoutes(dress),
  ];
}
