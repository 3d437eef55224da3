// The pages as one face: every part's routes, the look, and the page of refusals in the same dress.
import type { PageFace, PageRoute } from '#http';
import { assumptionRoutes } from './assumption/assumption-routes.tsx';
import { auditRoutes } from './audit/audit-routes.tsx';
import { backtestRoutes } from './backtest/backtest-routes.tsx';
import { meRoutes } from './member/me-routes.tsx';
import { memberRoutes } from './member/member-routes.tsx';
import { optimiseRoutes } from './optimise/optimise-routes.tsx';
import { uploadRoutes } from './workforce/upload-routes.tsx';
import { versionRoutes as packVersionRoutes } from './workforce/version-routes.tsx';
import { workforceRoutes } from './workforce/workforce-routes.tsx';
import { communitiesRoutes } from './communities/communities-routes.tsx';
import { deliveryRoutes } from './delivery/delivery-routes.tsx';
import { investmentRoutes } from './investment/investment-routes.tsx';
import { recalibrationRoutes } from './recalibration/recalibration-routes.tsx';
import { sixStepsRoutes } from './six-steps/six-steps-routes.tsx';
import { explainRoutes } from './explain/explain-routes.tsx';
import { helpRoutes } from './help/help-routes.tsx';
import { homeRoutes, ownHomeRoutes } from './home/home-routes.tsx';
import { jobRoutes } from './job/job-routes.tsx';
import { buildIslands } from './look/build-islands.ts';
import { buildLook } from './look/look.ts';
import { projectionRoutes } from './projection/projection-routes.tsx';
import { blueprintRoutes } from './blueprint/blueprint-routes.tsx';
import { comparisonRoutes } from './comparison/comparison-routes.tsx';
import { membershipRoutes } from './membership/membership-routes.tsx';
import { peopleRoutes } from './people/people-routes.tsx';
import { partnershipsRoutes } from './partnerships/partnerships-routes.tsx';
import type { WriteRelease } from './partnerships/write-release.ts';
import { planRoutes } from './plan/plan-routes.tsx';
import { scenarioRoutes } from './scenario/scenario-routes.tsx';
import { workbenchRoutes } from './workbench/workbench-routes.tsx';
import { searchRoutes } from './search/search-routes.tsx';
import type { Dress } from './shell/page-shell.tsx';
import { problemPage } from './shell/problem-page.tsx';

/** Pages of these parts show what a role may see of its place, and nothing of one member's own. The audit is no such part:
 *  whoever checks its chain asks of the database as it is now, and of heads that are kept outside it. */
function sharedByRole(routes: readonly PageRoute[]): readonly PageRoute[] {
  return routes.map((route) => (route.method === 'GET' ? { ...route, isSharedByRole: true } : route));
}

export type FaceTerms = {
  /** Of the program; stands in what is asked of the workers. */
  readonly version: string;
  /** Writes an agreement as open contracting data. */
  readonly writeRelease: WriteRelease;
};

export async function createWebFace({ version, writeRelease }: FaceTerms): Promise<PageFace> {
  const look = buildLook();
  const islands = await buildIslands();
  const dress: Dress = { serviceName: 'Cadre', styleSheet: look.styleSheet, scripts: islands.scripts, version };
  return {
    routes: [
      ...sharedByRole(homeRoutes(dress)),
      ...ownHomeRoutes(dress),
      ...sharedByRole(blueprintRoutes(dress)),
      ...sharedByRole(workforceRoutes(dress)),
      ...uploadRoutes(dress),
      ...packVersionRoutes(dress),
      ...sharedByRole(projectionRoutes(dress)),
      ...backtestRoutes(dress),
      ...sharedByRole(planRoutes(dress)),
      ...optimiseRoutes(dress),
      ...sharedByRole(scenarioRoutes(dress)),
      ...sharedByRole(comparisonRoutes(dress)),
      ...workbenchRoutes(dress),
      ...deliveryRoutes(dress),
      ...communitiesRoutes(dress),
      ...investmentRoutes(dress),
      ...recalibrationRoutes(dress),
      ...sixStepsRoutes(dress),
      ...partnershipsRoutes(dress, writeRelease),
      ...peopleRoutes(dress),
      ...sharedByRole(assumptionRoutes(dress)),
      ...auditRoutes(dress),
      ...jobRoutes(dress),
      ...explainRoutes(dress),
      ...memberRoutes(dress),
      ...meRoutes(dress),
      ...searchRoutes(dress),
      ...sharedByRole(helpRoutes(dress)),
      ...membershipRoutes(dress),
    ],
    problemPage: (request, status, problems) => problemPage(dress, { request, status, problems }),
    assets: new Map([...look.assets, ...islands.assets]),
  };
}
