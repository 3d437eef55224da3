// The registry of the API: every route there is, from which server, document, client and tests are made.
import type { RecordKind } from '#service';
import type { ApiRoute } from './api-route.ts';
import { askedWorkRoutes } from './routes/asked-work-routes.ts';
import { auditRoutes } from './routes/audit-routes.ts';
import { badgeRoutes } from './routes/badge-routes.ts';
import { blueprintChangeRoutes } from './routes/blueprint-change-routes.ts';
import { blueprintRoutes } from './routes/blueprint-routes.ts';
import { deliveryWorkRoutes } from './routes/delivery-work-routes.ts';
import { evidenceFileRoutes } from './routes/evidence-file-routes.ts';
import { jobRoutes } from './routes/job-routes.ts';
import { meRoutes } from './routes/me-routes.ts';
import { memberRoutes } from './routes/member-routes.ts';
import { packFileRoutes } from './routes/pack-file-routes.ts';
import { packPartRoutes } from './routes/pack-part-routes.ts';
import { crosswalkRoutes } from './routes/crosswalk-routes.ts';
import { peopleRoutes } from './routes/people-routes.ts';
import { planRoutes } from './routes/plan-routes.ts';
import { recalibrationRoutes } from './routes/recalibration-routes.ts';
import { recordRoutes } from './routes/record-routes.ts';
import { registerRoutes } from './routes/register-routes.ts';
import { uploadRoutes } from './routes/upload-routes.ts';

/** @param programVersion stands in the key of every result */
export function apiRoutes(kinds: readonly RecordKind[], programVersion: string): readonly ApiRoute[] {
  return [
    ...meRoutes,
    ...packPartRoutes,
    ...packFileRoutes,
    ...registerRoutes,
    ...uploadRoutes,
    ...evidenceFileRoutes,
    ...blueprintRoutes,
    ...blueprintChangeRoutes,
    ...planRoutes,
    ...jobRoutes(programVersion),
    ...askedWorkRoutes(programVersion),
    ...deliveryWorkRoutes(programVersion),
    ...peopleRoutes,
    ...crosswalkRoutes,
    ...recalibrationRoutes(programVersion),
    ...badgeRoutes,
    ...recordRoutes(kinds),
    ...memberRoutes,
    ...auditRoutes,
  ];
}
