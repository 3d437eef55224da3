// Reads and keeps records in a member's name: scope, schema and states are held here, whichever face asks.
import { canonicalJson, fail, ok, type Problem, type Result } from '#kernel';
import { isPermitted } from '../access/permit.ts';
import type { Action } from '../access/permissions.ts';
import type { RecordQuery, StoredRecord, StoreSession } from '../ports.ts';
import { withWorkspace, type Workspace } from '../workspace/workspace.ts';
import { notAllowed, notThere, type Desk } from '../world.ts';
import type { RecordKind, RecordScope } from './record-kind.ts';
import { referenceProblem, valuesAt } from './references.ts';
import { NO_RULE, stepRefusal } from './step-rule.ts';

/** Names a record, and the version of it that somebody has seen; 0 for one that is to be new. */
export type RecordName = { readonly kind: string; readonly id: string; readonly madeFrom: number };

/** A change as somebody asks for it. */
export type RecordOrder = RecordName & {
  readonly body: unknown;
  readonly action: Action;
  /** One sentence without personal data. */
  readonly summary: string;
  /** Fields of `setByService` that a use case fills in; none where somebody sends the record. */
  readonly fills?: readonly string[];
};

/** @returns the record, or `not-found` also where it is not the member's business */
export function readRecord(desk: Desk, kindName: string, id: string): Promise<Result<StoredRecord>> {
  return atDesk(desk, kindName, async ({ session, kind, workspace }) => {
    const record = await session.records.get(kind.kind, id);
    if (record === null || record.isRemoved) return notThere(`${kindName}/${id}`);
    return allows(desk, 'read', { kind, scope: record, workspace }) ? ok(record) : notThere(`${kindName}/${id}`);
  });
}

/** Records of a kind that the member may read, in order of id. */
export function listRecords(
  desk: Desk,
  query: Omit<RecordQuery, 'places'> & { readonly place: string | null },
): Promise<Result<readonly StoredRecord[]>> {
  return atDesk(desk, query.kind, async ({ session, kind, workspace }) => {
    const found: StoredRecord[] = [];
    let { after } = query;
    for (;;) {
      const page = await session.records.list({ ...query, places: placesOf(workspace, query.place), after });
      const visible = page.filter((record) => allows(desk, 'read', { kind, scope: record, workspace }));
      found.push(...visible.slice(0, query.limit - found.length));
      const last = page.at(-1);
      if (found.length >= query.limit || page.length < query.limit || last === undefined) return ok(found);
      after = last.id;
    }
  });
}

/** Keeps a new record or a new version of one, where its schema, its states and the member's role allow it. Only the
 *  action `create` makes a record that was not there. Nothing brings back one that was removed; where each has but one, so
 *  that its id is settled, a new one may follow it. */
export function putRecord(desk: Desk, order: RecordOrder): Promise<Result<StoredRecord>> {
  return atDesk(desk, order.kind, (opened) => putOne(desk, opened, order));
}

/** Keeps several records of one kind, all of them or none, each with its own line of the audit. */
export function putRecords(
  desk: Desk,
  kindName: string,
  orders: readonly Omit<RecordOrder, 'kind'>[],
): Promise<Result<readonly StoredRecord[]>> {
  return atDesk(desk, kindName, async (opened) => {
    const kept: StoredRecord[] = [];
    for (const order of orders) {
      const put = await putOne(desk, opened, { ...order, kind: kindName });
      if (!put.ok) return put;
      kept.push(put.value);
    }
    return ok(kept);
  });
}

async function putOne(
  desk: Desk,
  { session, kind, workspace }: Opened,
  order: RecordOrder,
): Promise<Result<StoredRecord>> {
  const { world, actor } = desk;
  const path = `${order.kind}/${order.id}`;
  if (kind.byUseCaseAlone === true) return notAllowed(`keep a ${kind.title.toLowerCase()} as a record`, path);
  const found = await session.records.get(kind.kind, order.id);
  const isMadeAgain = found?.isRemoved === true && kind.idOf !== undefined && order.action === 'create';
  const before = isMadeAgain ? null : found;
  if (before === null ? order.action !== 'create' : before.isRemoved) return notThere(path);
  if (before !== null && !allows(desk, 'read', { kind, scope: before, workspace })) return notThere(path);
  if (before !== null && !allows(desk, order.action, { kind, scope: before, workspace })) {
    return notAllowed(`${order.action} this ${kind.title.toLowerCase()}`, path);
  }
  const parsed = kind.schema.safeParse(order.body);
  if (!parsed.success) return fail(...parsed.error.issues.map((issue) => fieldProblem(issue, path)));
  const scope = kind.scopeOf(parsed.data);
  if (!allows(desk, order.action, { kind, scope, workspace })) {
    return notAllowed(`${order.action} a ${kind.title.toLowerCase()} there`, path);
  }
  const misplaced =
    sentProblem(kind, { order, before, body: parsed.data }) ??
    (await referenceProblem(
      { session, tree: workspace.tree },
      { references: kind.references, before: before?.body ?? null, after: parsed.data },
    ));
  if (misplaced !== null) return fail({ ...misplaced, path });
  const state = kind.stateOf(parsed.data);
  const step = stepProblem(kind, before?.state ?? null, state);
  if (step !== null) return fail({ ...step, path });
  const refused = stepRefusal(kind.rule ?? NO_RULE, {
    actor,
    action: order.action,
    before,
    after: { state, body: parsed.data, party: scope.party },
    isBelow: workspace.isBelow,
    verifier: await verifierOf(session, kind, parsed.data),
    hands: before === null ? [] : await handsOf(session, before),
    hasEnded: before !== null && hasEnded(kind, before.state),
  });
  if (refused !== null) return fail({ ...refused, path });
  const deed = {
    by: actor.id,
    at: world.clock(),
    action: order.action,
    resource: kind.resource,
    place: scope.place,
    summary: order.summary,
  };
  const draft = { kind: kind.kind, id: order.id, ...scope, state, body: parsed.data };
  return session.records.put(draft, isMadeAgain && order.madeFrom === 0 ? found.version : order.madeFrom, deed);
}

/** Removes a record; kinds whose versions may only follow one another are never removed. */
export function removeRecord(desk: Desk, name: RecordName, summary: string): Promise<Result<null>> {
  const { world, actor } = desk;
  return atDesk(desk, name.kind, async ({ session, kind, workspace }) => {
    const path = `${name.kind}/${name.id}`;
    const record = await session.records.get(kind.kind, name.id);
    if (record === null || record.isRemoved || !allows(desk, 'read', { kind, scope: record, workspace })) {
      return notThere(path);
    }
    if (kind.appendOnly || !allows(desk, 'remove', { kind, scope: record, workspace })) {
      return notAllowed(`remove this ${kind.title.toLowerCase()}`, path);
    }
    const deed = {
      by: actor.id,
      at: world.clock(),
      action: 'remove' as const,
      resource: kind.resource,
      place: record.place,
      summary,
    };
    const change = { madeFrom: name.madeFrom, deed };
    if (kind.personal !== undefined) return session.records.erase(name.kind, name.id, change);
    return session.records.remove(name.kind, name.id, change);
  });
}

/** Every version of a record that the member may read, the oldest first; none up to a removal. */
export function recordHistory(desk: Desk, kindName: string, id: string): Promise<Result<readonly StoredRecord[]>> {
  return atDesk(desk, kindName, async ({ session, kind, workspace }) => {
    const versions = await session.records.history(kind.kind, id);
    const last = versions.at(-1);
    if (last === undefined || last.isRemoved || !allows(desk, 'read', { kind, scope: last, workspace })) {
      return notThere(`${kindName}/${id}`);
    }
    return ok(versions.slice(versions.findLastIndex(({ isRemoved }) => isRemoved) + 1));
  });
}

type Opened = { readonly session: StoreSession; readonly kind: RecordKind; readonly workspace: Workspace };

function atDesk<T>(desk: Desk, kindName: string, work: (opened: Opened) => Promise<Result<T>>): Promise<Result<T>> {
  const kind = desk.world.kinds.find((known) => known.kind === kindName);
  if (kind === undefined) return Promise.resolve(notThere(kindName));
  return withWorkspace(desk, (session, workspace) => work({ session, kind, workspace }));
}

type Sight = { readonly kind: RecordKind; readonly scope: RecordScope; readonly workspace: Workspace };

function allows({ actor }: Desk, action: Action, { kind, scope, workspace }: Sight): boolean {
  const target = { resource: kind.resource, place: scope.place, owner: scope.owner, party: scope.party };
  return isPermitted(actor, action, { target, isBelow: workspace.isBelow });
}

function placesOf(workspace: Workspace, place: string | null): readonly string[] | null {
  if (place === null) return null;
  return workspace.tree.places.map(({ code }) => code).filter((code) => workspace.isBelow(code, place));
}

async function verifierOf(session: StoreSession, { standsUnder }: RecordKind, body: unknown): Promise<string | null> {
  if (standsUnder === undefined) return null;
  const above = await session.records.get(standsUnder.kind, standsUnder.idOf(body));
  return above === null || above.isRemoved ? null : standsUnder.verifierOf(above.body);
}

/** What is sent must leave alone what the service fills in, and stand under the one id that its kind gives it. */
function sentProblem(
  { setByService, idOf, title }: RecordKind,
  {
    order,
    before,
    body,
  }: { readonly order: RecordOrder; readonly before: StoredRecord | null; readonly body: unknown },
): Omit<Problem, 'path'> | null {
  for (const [field, empty] of Object.entries(setByService)) {
    if (order.fills?.includes(field)) continue;
    const kept = before === null ? [empty] : valuesAt(before.body, field);
    if (canonicalJson(kept) === canonicalJson(valuesAt(body, field))) continue;
    return {
      code: 'forbidden',
      message: `'${field}' is filled in by the service alone.`,
      hint: before === null ? `Send it as ${canonicalJson(empty)}.` : 'Send it as it was.',
    };
  }
  if (before !== null || idOf === undefined || idOf(body) === order.id) return null;
  return {
    code: 'duplicate',
    message: `There is one ${title.toLowerCase()} of each, kept under the id '${idOf(body)}'.`,
    hint: 'Change that one.',
  };
}

/** Who wrote the newest version, and who brought the record into the state in which it is. */
async function handsOf(session: StoreSession, before: StoredRecord): Promise<readonly string[]> {
  const versions = await session.records.history(before.kind, before.id);
  const since = versions.findLastIndex(({ state }) => state !== before.state) + 1;
  return [before.changedBy, versions[since]?.changedBy ?? before.changedBy];
}

/** A kind of one state has no end: its records are corrected as long as they are there. */
function hasEnded({ transitions }: RecordKind, state: string): boolean {
  return Object.keys(transitions).length > 1 && transitions[state]?.length === 0;
}

function stepProblem(kind: RecordKind, from: string | null, to: string): Omit<Problem, 'path'> | null {
  const [first] = Object.keys(kind.transitions);
  const allowed = from === null ? [first ?? to] : [from, ...(kind.transitions[from] ?? [])];
  if (allowed.includes(to)) return null;
  return {
    code: 'inconsistent',
    message: `A ${kind.title.toLowerCase()} ${from === null ? 'cannot begin' : `that is '${from}' cannot become`} '${to}'.`,
    hint: `Choose one of: ${allowed.join(', ')}.`,
  };
}

function fieldProblem(issue: { readonly path: PropertyKey[]; readonly message: string }, path: string): Problem {
  const field = issue.path.map(String).join('.');
  return {
    code: 'schema',
    message: field === '' ? issue.message : `${field}: ${issue.message}`,
    path: field === '' ? path : `${path}.${field}`,
    hint: 'Correct the field and send it again; nothing was kept.',
  };
}
