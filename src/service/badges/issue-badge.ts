// Issues a badge for a skill that was verified, and takes one back; the badge and its place in the list, or neither.
import { assert, fail, formatMonth, ok, parseMonth, type Problem, type Result } from '#kernel';
import { badgeRecordSchema, badgeStatusSchema, skillEvidenceRecordSchema, type BadgeRecord } from '#pathways';
import { isPermitted } from '../access/permit.ts';
import type { Action } from '../access/permissions.ts';
import type { BadgeSigner } from './badge-signer.ts';
import type { Deed, Instant, StoredRecord, StoreSession } from '../ports.ts';
import { preparedRoutes } from '../skills/prepared-routes.ts';
import { withWorkspace, type Workspace } from '../workspace/workspace.ts';
import { notAllowed, notThere, type Desk } from '../world.ts';

/** Months for which a badge holds: the half-life of an assessment, after which the skill is shown anew. */
const BADGE_MONTHS = 36;
/** Tries to find a free place of the list: it has far more than a tenant has badges. */
const MOST_TRIES = 1000;

/** A badge has the id of the evidence that it stands for, so that one is issued once.
 *  @returns the id of the badge; `not-found` where the evidence is not the member's business */
export function issueBadge(desk: Desk, evidence: string): Promise<Result<string>> {
  const { world, actor } = desk;
  return withWorkspace(desk, async (session, workspace) => {
    const found = await session.records.get('skill-evidence', evidence);
    if (found === null || found.isRemoved || !mayAt(desk, workspace, { of: found, action: 'verify' })) {
      return notThere(`skill-evidence/${evidence}`);
    }
    if (!mayAt(desk, workspace, { of: found, action: 'create' })) return notAllowed('issue badges', 'badge');
    if (world.badges === null) return fail(noKey);
    const body = skillEvidenceRecordSchema.parse(found.body);
    if (body.state !== 'verified' || body.verdict === null || body.shown === null) return fail(notVerified(evidence));
    const at = world.clock();
    const skillName = nameOfSkill(workspace, body.skill, at);
    if (!skillName.ok) return skillName;
    const signed = await sign(session, world.badges, {
      tenant: actor.tenant,
      member: body.person,
      skill: { id: body.skill, name: skillName.value },
      level: body.level,
      criteria: `Shown to somebody else, by ${body.shown.kind.replaceAll('-', ' ')}, and verified in ${body.verdict.month}.`,
      at,
    });
    if (!signed.ok) return signed;
    const { place, credential, text } = signed.value;
    const badge: BadgeRecord = {
      person: body.person,
      place: body.place,
      statusPlace: place,
      credential,
      name: `${skillName.value}, ${body.level}`,
      skill: body.skill,
      level: body.level,
      issuer: world.badges.issuer,
      issuedMonth: at.slice(0, 7),
      validUntilMonth: monthsLater(at).slice(0, 7),
      document: text,
      revoked: null,
      state: 'issued',
    };
    const deed = deedOf(desk, { action: 'create', place: body.place, summary: 'A badge was issued.' });
    const status = { statusPlace: place, reason: null, state: 'issued' };
    const listed = await session.records.put(statusDraft(status), 0, deed);
    if (!listed.ok) return listed;
    const kept = await session.records.put(badgeDraft(evidence, badge), 0, deed);
    return kept.ok
      ? ok(evidence)
      : fail(...kept.problems.map((each) => (each.code === 'duplicate' ? issued(evidence) : each)));
  });
}

/** @param reason told to whoever verifies the badge; it names nobody */
export function revokeBadge(desk: Desk, id: string, reason: string): Promise<Result<null>> {
  return withWorkspace(desk, async (session, workspace) => {
    const found = await session.records.get('badge', id);
    if (found === null || found.isRemoved || !mayAt(desk, workspace, { of: found, action: 'read' })) {
      return notThere(`badge/${id}`);
    }
    if (!mayAt(desk, workspace, { of: found, action: 'change' })) return notAllowed('take badges back', `badge/${id}`);
    const badge = badgeRecordSchema.parse(found.body);
    if (badge.state === 'revoked') return fail(revokedBefore(id));
    const revoked = badgeRecordSchema.safeParse({
      ...badge,
      state: 'revoked',
      revoked: { month: desk.world.clock().slice(0, 7), reason },
    });
    if (!revoked.success) return fail(noReason);
    const deed = deedOf(desk, { action: 'change', place: badge.place, summary: 'A badge was taken back.' });
    const status = await session.records.get('badge-status', String(badge.statusPlace));
    assert(status !== null, 'every badge has its place in the list');
    const said = { statusPlace: badge.statusPlace, reason, state: 'revoked' };
    const listed = await session.records.put(statusDraft(said), status.version, deed);
    if (!listed.ok) return listed;
    const kept = await session.records.put(badgeDraft(id, revoked.data), found.version, deed);
    return kept.ok ? ok(null) : kept;
  });
}

function nameOfSkill(workspace: Workspace, skill: string, at: Instant): Result<string> {
  const asOf = parseMonth(at.slice(0, 7)) ?? 0;
  const prepared = preparedRoutes(workspace, { framework: null, measure: 'coverage', asOf });
  return prepared.ok ? ok(prepared.value.names.nameOf(skill)) : prepared;
}

type Signing = {
  readonly tenant: string;
  readonly member: string;
  readonly skill: { readonly id: string; readonly name: string };
  readonly level: string;
  readonly criteria: string;
  readonly at: Instant;
};

async function sign({ records }: StoreSession, signer: BadgeSigner, { at, ...order }: Signing) {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const place = signer.anyPlace();
    if ((await records.get('badge-status', String(place))) !== null) continue;
    const signed = signer.issue({ ...order, from: at, until: monthsLater(at), place });
    return signed.ok ? ok({ ...signed.value, place }) : signed;
  }
  return fail<never>(fullList);
}

/** The first instant of the month after the last in which it holds. */
function monthsLater(at: Instant): Instant {
  const month = parseMonth(at.slice(0, 7));
  assert(month !== null, 'an instant begins with a year and a month');
  return `${formatMonth(month + BADGE_MONTHS)}-01T00:00:00.000Z`;
}

function badgeDraft(id: string, body: BadgeRecord) {
  return { kind: 'badge', id, place: body.place, owner: body.person, party: null, state: body.state, body };
}

function statusDraft(said: { readonly statusPlace: number; readonly reason: string | null; readonly state: string }) {
  const body = badgeStatusSchema.parse(said);
  const scope = { place: null, owner: null, party: null };
  return { kind: 'badge-status', id: String(body.statusPlace), ...scope, state: body.state, body };
}

function deedOf({ world, actor }: Desk, deed: Pick<Deed, 'action' | 'place' | 'summary'>): Deed {
  return { by: actor.id, at: world.clock(), resource: 'badge', ...deed };
}

type Asked = { readonly of: StoredRecord; readonly action: Action };

function mayAt({ actor }: Desk, { isBelow }: Workspace, { of: { place, owner, party }, action }: Asked): boolean {
  const resource = action === 'verify' ? 'skill-evidence' : 'badge';
  return isPermitted(actor, action, { target: { resource, place, owner, party }, isBelow });
}

const noKey: Problem = {
  code: 'unavailable',
  message: 'This service has no key to sign badges with.',
  path: 'badge',
  hint: 'Your administrator names the file of one in CADRE_BADGE_ISSUER.',
};

const fullList: Problem = {
  code: 'out-of-range',
  message: 'The list of badges is full.',
  path: 'badge',
  hint: 'Ask your administrator to start another issuer.',
};

const noReason: Problem = {
  code: 'schema',
  message: 'Give the reason in a sentence, of at most 2,000 characters.',
  path: 'reason',
  hint: 'Whoever verifies the badge reads it: name nobody in it.',
};

function notVerified(id: string): Problem {
  return {
    code: 'inconsistent',
    message: 'A badge is issued for a skill that was verified, and this one is not.',
    path: `skill-evidence/${id}`,
    hint: 'Give a verdict on what is shown for it first.',
  };
}

function issued(id: string): Problem {
  return {
    code: 'duplicate',
    message: 'A badge was issued for this evidence before.',
    path: `badge/${id}`,
    hint: 'Where it was taken back, the skill is shown and verified anew first.',
  };
}

function revokedBefore(id: string): Problem {
  return {
    code: 'inconsistent',
    message: 'This badge was taken back before.',
    path: `badge/${id}`,
    hint: 'Look at the reason on its page.',
  };
}
