// Holds that programs can do what pages do: every page and every form has its routes in the API, open to the same roles.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { ocdsRelease } from '#exchange';
import { apiRoutes, type ApiRoute, type PageRoute } from '#http';
import { mayEver, ROLES, type Member } from '#service';
import { createWebFace } from '#web';
import { serviceKinds } from '../../src/main/service/service-kinds.ts';

/** Where each kind of record has its pages. */
const RECORDS: Readonly<Record<string, string>> = {
  '/commitments': 'commitment',
  '/evidence': 'evidence',
  '/communities': 'community',
  '/practices': 'practice',
  '/questions': 'question',
  '/investment': 'business-case',
  '/partnerships': 'agreement',
  '/performance': 'performance',
  '/people/programmes': 'programme',
  '/people/cohorts': 'cohort',
};

/** Pages that show nothing of the tenant's, or are a file for programs already, each with the reason. */
const WITHOUT_ROUTE: Readonly<Record<string, string>> = {
  'GET /help': 'words for readers; /api and the OpenAPI document are those for programs',
  'GET /help/:page': 'words for readers',
  'GET /people/privacy/map': 'words for readers: which columns hold something of people, and why',
  'GET /workforce/upload/template.csv': 'a file already, whose columns the document of POST /uploads names',
  'GET /partnerships/:id/ocds': 'is itself the open contracting data that programs read',
  'GET /people/badges/:id/file': 'is itself the badge that verifiers read; the record holds it as `document`',
  'GET /six-steps/:place/pdf': 'the same document on paper; GET /places/:place/six-steps has its content',
  'GET /six-steps/:place/document':
    'the same document as a page to print; GET /places/:place/six-steps has its content',
};

const records = (kind: string, ...methods: readonly string[]) =>
  methods.map((method) => `${method} /records/${kind}${method === 'GET' || method === 'POST' ? '' : '/:id'}`);
const plan = '/scenarios/:scenario/plan';

/** What of the API does what a page shows or a form sends. */
const COVERED_BY: Readonly<Record<string, readonly string[]>> = {
  'GET /': ['GET /me', 'GET /places', `GET ${plan}`],
  'GET /me': ['GET /me'],
  'GET /memberships': ['GET /me/memberships'],
  'GET /search': ['GET /places', 'GET /roles', 'GET /blueprint/requirements', 'GET /assumptions', 'GET /scenarios'],
  'GET /blueprint': ['GET /blueprint/requirements', 'GET /blueprint/versions'],
  'GET /blueprint/ask/:question': [
    'resolved',
    'accountability',
    'signals',
    'investment',
    'skills',
    'conformance',
    'check',
  ].map((name) => `GET /places/:place/blueprint/${name}`),
  'GET /blueprint/requirements/:id': ['GET /blueprint/requirements/:id'],
  'POST /blueprint/requirements/:id': ['PUT /blueprint/requirements/:id/tailoring'],
  'POST /blueprint/requirements/:id/undo': ['DELETE /blueprint/requirements/:id/tailoring'],
  'GET /blueprint/versions/:version': ['GET /blueprint/versions/:version'],
  'POST /blueprint/versions/:version': ['POST /blueprint/versions/:version/adopt'],
  'GET /workforce': ['GET /places/:place/stock'],
  'GET /workforce/roles': ['GET /roles'],
  'GET /workforce/roles/:role': ['GET /roles', 'GET /places/:place/stock'],
  'GET /workforce/upload': ['POST /uploads'],
  'POST /workforce/upload': ['POST /uploads'],
  'GET /workforce/upload/:upload': ['GET /uploads/stock/:upload'],
  'POST /workforce/upload/:upload/keep': ['POST /uploads/stock/:upload/keep'],
  'POST /workforce/upload/:upload/drop': ['DELETE /uploads/stock/:upload'],
  'GET /workforce/versions': ['GET /pack/versions'],
  'POST /workforce/versions/:version/undo': ['POST /pack/versions/:version/undo'],
  'GET /projections': [`GET ${plan}/overview`],
  'GET /projections/:place': [`GET ${plan}/places/:place`],
  'GET /projections/:place/details': [`GET ${plan}/places/:place/detail`],
  'GET /backtest': ['GET /backtests'],
  'POST /backtest': ['POST /uploads', 'POST /jobs/backtests'],
  'GET /backtest/:job': ['GET /backtests/:id'],
  'GET /plan': [`GET ${plan}`],
  'GET /plan/:place': [`GET ${plan}/head`, `GET ${plan}/places/:place/interventions`, 'GET /places/:place/acceptance'],
  'POST /plan/run': ['POST /jobs/plans'],
  'POST /plan/:place/accept': ['POST /jobs/acceptances'],
  'GET /plan/frontier': ['GET /optimisations'],
  'POST /plan/frontier': ['POST /jobs/optimisations'],
  'GET /plan/frontier/:job': ['GET /optimisations/:id'],
  'GET /scenarios': ['GET /scenarios'],
  'GET /scenarios/:id': ['GET /scenarios/:id'],
  'POST /scenarios/:id/edit': ['PUT /scenarios/:id'],
  'POST /scenarios/:id/copy': ['POST /scenarios/:id/copy'],
  'POST /scenarios/:id/remove': ['DELETE /scenarios/:id'],
  'POST /scenarios/restore': ['POST /scenarios/restore'],
  'GET /comparison': ['GET /comparison'],
  'POST /comparison': ['POST /jobs/comparisons'],
  'GET /workbench': ['GET /scenarios/:scenario/workbench'],
  'GET /workbench/data/:scenario': ['GET /scenarios/:scenario/workbench'],
  'POST /workbench': ['POST /jobs/workbenches'],
  'POST /workbench/save': ['POST /scenarios/:id/settings'],
  'GET /delivery': records('commitment', 'GET'),
  'GET /delivery/:place': records('commitment', 'GET'),
  'GET /delivery/:place/board': records('commitment', 'GET'),
  'GET /delivery/:place/evidence': records('evidence', 'GET'),
  'POST /delivery/:place/evidence/verify': ['POST /places/:place/evidence/verification'],
  'GET /recalibration': ['GET /scenarios/:scenario/recalibration'],
  'POST /recalibration/run': ['POST /scenarios/:scenario/recalibration'],
  'POST /recalibration/accept': ['POST /scenarios/:scenario/recalibration/acceptance'],
  'GET /moved/:place': ['GET /scenarios/:scenario/moved/:place'],
  'POST /moved/:place/run': ['POST /scenarios/:scenario/moved/:place'],
  'GET /evidence/file': ['POST /uploads/evidence'],
  'POST /evidence/file': ['POST /uploads/evidence'],
  'GET /evidence/file/:upload': ['GET /uploads/evidence/:upload'],
  'POST /evidence/file/:upload/keep': ['POST /uploads/evidence/:upload/keep'],
  'POST /evidence/file/:upload/take-back': ['POST /uploads/evidence/:upload/take-back'],
  'GET /communities': [...records('community', 'GET'), ...records('practice', 'GET'), ...records('question', 'GET')],
  'POST /questions/:id/route': ['POST /questions/:id/route'],
  'GET /investment': records('business-case', 'GET'),
  'GET /partnerships': [...records('agreement', 'GET'), ...records('performance', 'GET')],
  'POST /performance/:id/verify': records('performance', 'PUT'),
  'GET /six-steps': ['GET /places/:place/six-steps'],
  'GET /six-steps/:place': ['GET /places/:place/six-steps'],
  'POST /six-steps/:place/run': ['POST /jobs/six-steps'],
  'GET /people': ['GET /frameworks'],
  'GET /people/mine': [...records('skill-evidence', 'GET'), 'GET /placement-rounds/open', ...records('badge', 'GET')],
  'GET /people/routes': ['GET /career-routes'],
  'GET /people/frameworks': ['GET /frameworks'],
  'GET /people/frameworks/:framework': ['GET /frameworks/:framework/skills', 'GET /frameworks/:framework/levels'],
  'GET /people/frameworks/:framework/changes': ['GET /frameworks/:framework/changes'],
  'GET /people/frameworks/:framework/levels/:level': ['GET /frameworks/:framework/levels'],
  'GET /people/frameworks/:framework/skills/:skill': ['GET /frameworks/:framework/skills'],
  'GET /people/crosswalk': ['GET /crosswalk/coverage', 'GET /crosswalk/mappings'],
  'GET /people/crosswalk/mapping': ['GET /crosswalk/mapping'],
  'POST /people/crosswalk/mapping': ['PUT /crosswalk/mapping'],
  'POST /people/crosswalk/mapping/back': ['PUT /crosswalk/mapping'],
  'GET /people/hybrid': ['GET /hybrid-designs'],
  'POST /people/hybrid': ['POST /jobs/hybrid-designs'],
  'GET /people/hybrid/:id': ['GET /hybrid-designs/:id'],
  'GET /people/skills': [...records('skill-evidence', 'GET'), ...records('passport', 'GET')],
  'POST /people/skills': records('skill-evidence', 'POST'),
  'POST /people/passport': records('passport', 'POST', 'PUT'),
  'GET /people/skills/:id': ['GET /records/skill-evidence/:id'],
  'POST /people/skills/:id/ask': records('skill-evidence', 'PUT'),
  'POST /people/skills/:id/remove': records('skill-evidence', 'DELETE'),
  'GET /people/verification': records('skill-evidence', 'GET'),
  'GET /people/verification/:id': ['GET /records/skill-evidence/:id'],
  'POST /people/verification/:id': records('skill-evidence', 'PUT'),
  'GET /people/depth': ['GET /places/:place/skill-depth'],
  'GET /people/programmes': records('programme', 'GET'),
  'GET /people/cohorts': [...records('cohort', 'GET'), 'GET /cohort-effect'],
  'POST /people/cohorts/effect': ['POST /jobs/cohort-effects'],
  'GET /people/placements': records('placement-round', 'GET'),
  'POST /people/placements/new': records('placement-round', 'POST'),
  'GET /people/placements/:id': ['GET /placement-rounds/:id'],
  'POST /people/placements/:id/run': ['POST /placement-rounds/:id/run'],
  'POST /people/placements/:id/propose': ['POST /placement-rounds/:id/propose'],
  'POST /people/placements/:id/decide': records('placement-round', 'PUT'),
  'POST /people/placements/:id/publish': records('placement-round', 'PUT'),
  'GET /people/wishes': ['GET /placement-rounds/open', ...records('placement-preference', 'GET')],
  'GET /people/wishes/:id': ['GET /placement-rounds/open', 'GET /records/placement-preference/:id'],
  'POST /people/wishes/:id': records('placement-preference', 'POST', 'PUT', 'DELETE'),
  'GET /people/badges': records('badge', 'GET'),
  'POST /people/badges/issue': ['POST /badges'],
  'GET /people/badges/passport': ['GET /me/badge-passport'],
  'GET /people/badges/verify': ['POST /badge-verifications'],
  'POST /people/badges/verify': ['POST /badge-verifications'],
  'GET /people/badges/:id': ['GET /records/badge/:id'],
  'POST /people/badges/:id/revoke': ['POST /badges/:id/revocation'],
  'GET /badges/status/:tenant': ['GET /badge-list'],
  'GET /people/privacy': ['GET /me/held'],
  'GET /people/privacy/export': ['GET /me/held'],
  'POST /people/privacy/erase': ['POST /me/leaving'],
  'GET /assumptions': ['GET /assumptions'],
  'GET /assumptions/:id': ['GET /assumptions/:id'],
  'POST /assumptions/:id': ['PUT /assumptions/:id'],
  'POST /assumptions/:id/sign-off': ['POST /assumptions/:id/sign-off'],
  'GET /audit': ['GET /audit'],
  'POST /jobs/:id/cancel': ['POST /jobs/:id/cancel'],
  'GET /explain/:figure': [`GET ${plan}/figures/:figure`],
  'POST /explain': ['POST /jobs/explanations'],
  'GET /members': ['GET /members'],
  'POST /members/new': ['POST /members'],
  'GET /members/:id': ['GET /members'],
  'POST /members/:id': ['PUT /members/:id'],
};

const nameOf = ({ method, path }: { readonly method: string; readonly path: string }) => `${method} ${path}`;

function coverOf(page: PageRoute, pages: ReadonlySet<string>): readonly string[] | null {
  const own = COVERED_BY[nameOf(page)];
  if (own !== undefined) return own;
  // A form is what its target does.
  if (page.method === 'GET' && /\/(new|edit|copy)$/.test(page.path)) {
    const target = [`POST ${page.path}`, `POST ${page.path.replace(/\/new$/, '')}`].find((each) => pages.has(each));
    if (target !== undefined) return [];
  }
  const [, base = '', rest = ''] = /^(.*?)(\/new|\/:id(?:\/edit|\/state)?)$/.exec(page.path) ?? [];
  const kind = RECORDS[base];
  if (kind === undefined) return null;
  if (page.method === 'GET') return [`GET /records/${kind}/:id`];
  return records(kind, rest === '/new' ? 'POST' : 'PUT');
}

describe('the API', () => {
  let pages: readonly PageRoute[];
  let routes: ReadonlyMap<string, ApiRoute>;
  before(async () => {
    pages = (await createWebFace({ version: '1', writeRelease: ocdsRelease })).routes;
    routes = new Map(apiRoutes(serviceKinds, '1').map((route) => [nameOf(route), route]));
  });

  test('does whatever a page shows or a form sends', () => {
    const names = new Set(pages.map(nameOf));
    for (const page of pages) {
      if (Object.hasOwn(WITHOUT_ROUTE, nameOf(page))) continue;
      const cover = coverOf(page, names);
      assert.ok(cover !== null, `${nameOf(page)} has no route in the API`);
      for (const name of cover) assert.ok(routes.has(name), `${nameOf(page)}: the API has no ${name}`);
    }
    const told = [...Object.keys(COVERED_BY), ...Object.keys(WITHOUT_ROUTE)];
    assert.deepEqual(
      told.filter((name) => !names.has(name)),
      [],
      'named here and no page',
    );
  });

  test('lets every role in that comes past the page', () => {
    const names = new Set(pages.map(nameOf));
    for (const page of pages) {
      const { access } = page;
      for (const name of coverOf(page, names) ?? []) {
        const route = routes.get(name);
        if (access.kind !== 'permitted' || route?.access.kind !== 'permitted') continue;
        const { action, resource } = route.access;
        for (const role of ROLES) {
          const member = { ...SOMEBODY, role };
          if (!mayEver(member, access.action, access.resource)) continue;
          // A page that shows several things shows each to whom it is for.
          if (page.method === 'GET' && resource !== access.resource) continue;
          assert.ok(mayEver(member, action, resource), `${role} may ${nameOf(page)} and not ${name}`);
        }
      }
    }
  });

  test('gives every list as a table for spreadsheets', () => {
    const lists = [...routes.values()].filter(({ kind }) => kind === 'list');
    assert.ok(lists.length > 50);
    assert.deepEqual(lists.filter(({ hasTable }) => !hasTable).map(nameOf), []);
  });
});

const SOMEBODY: Member = {
  tenant: 'hamlet',
  id: 'one',
  role: 'auditor',
  place: 'HAM',
  supplier: null,
  displayName: 'One',
};
