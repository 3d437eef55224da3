// The tables as Kysely sees them: columns in the words of the ports, changed to the database's own spelling on the way.
import type { ColumnType } from 'kysely';
import type { Action, Instant, JobStanding, JobState, KeptAnswer, Resource, Role } from '#service';
import type { Problem } from '#kernel';

/** Written as canonical text, read as the value it says. */
type JsonColumn<T> = ColumnType<T, string, string>;
/** Never changed once it is there. */
type Fixed<T> = ColumnType<T, T, never>;

export type Tables = {
  readonly tenants: { id: Fixed<string>; name: Fixed<string> };
  readonly packVersions: {
    tenantId: Fixed<string>;
    version: Fixed<number>;
    hash: Fixed<string>;
    by: Fixed<string>;
    at: Fixed<Instant>;
    summary: Fixed<string>;
  };
  readonly packFiles: {
    tenantId: Fixed<string>;
    path: Fixed<string>;
    version: Fixed<number>;
    text: Fixed<string | null>;
  };
  readonly recordVersions: {
    tenantId: Fixed<string>;
    kind: Fixed<string>;
    id: Fixed<string>;
    version: Fixed<number>;
    place: Fixed<string | null>;
    owner: ColumnType<string | null, string | null, null>;
    party: Fixed<string | null>;
    state: Fixed<string>;
    /** Blanked by an erasure, and never changed otherwise. */
    body: ColumnType<unknown, string, string>;
    changedBy: Fixed<string>;
    changedAt: Fixed<Instant>;
    isRemoved: Fixed<boolean>;
  };
  readonly records: {
    tenantId: Fixed<string>;
    kind: Fixed<string>;
    id: Fixed<string>;
    version: number;
    place: string | null;
    owner: string | null;
    party: string | null;
    state: string;
    isRemoved: boolean;
  };
  readonly results: { tenantId: Fixed<string>; key: Fixed<string>; name: Fixed<string>; text: string };
  readonly jobs: {
    tenantId: Fixed<string>;
    id: Fixed<string>;
    kind: Fixed<string>;
    state: JobState;
    step: string;
    shareDone: number;
    standing: ColumnType<JobStanding | null, string | null, string | null>;
    place: Fixed<string>;
    by: Fixed<string>;
    submittedAt: Fixed<Instant>;
    startedAt: Instant | null;
    endedAt: Instant | null;
    request: JsonColumn<unknown>;
    resultKey: Fixed<string>;
    problems: JsonColumn<readonly Problem[]>;
  };
  readonly members: {
    tenantId: Fixed<string>;
    id: Fixed<string>;
    role: Role;
    place: string;
    supplier: string | null;
    displayName: string;
    issuer: string;
    subject: string;
    isDisabled: boolean;
  };
  readonly auditHeads: { tenantId: Fixed<string>; sequence: number; hash: string };
  readonly auditLines: {
    tenantId: Fixed<string>;
    sequence: Fixed<number>;
    by: Fixed<string>;
    at: Fixed<Instant>;
    action: Fixed<Action>;
    resource: Fixed<Resource>;
    place: Fixed<string | null>;
    summary: Fixed<string>;
    subject: Fixed<string>;
    contentHash: Fixed<string | null>;
    hash: Fixed<string>;
  };
  readonly answers: {
    tenantId: Fixed<string>;
    member: Fixed<string>;
    key: Fixed<string>;
    requestHash: string;
    at: Instant;
    status: number | null;
    headers: ColumnType<KeptAnswer['headers'] | null, string | undefined, string>;
    body: string | null;
  };
  readonly sessions: {
    secretHash: Fixed<string>;
    tenant: string;
    member: string;
    csrfToken: string;
    createdAt: Instant;
    usedAt: Instant;
  };
  readonly schemaMigrations: { number: Fixed<number>; name: Fixed<string>; sha256: Fixed<string> };
};
