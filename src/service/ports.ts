// What the service needs of the world, in its own words: a store, a queue of long work, a clock and chance.
import type { Problem, Result } from '#kernel';
import type { Member, Role } from './access/member.ts';
import type { Action, Resource } from './access/permissions.ts';

/** An instant, as `2026-11-22T20:02:48.123Z`. */
export type Instant = string;
export type Clock = () => Instant;
/** Identifiers that cannot be guessed: 128 bits or more, as letters and digits. */
export type MakeId = () => string;

/** One tenant's data; every method of a session is seen or undone together. */
export type Store = {
  /** Runs `work` in one transaction as one tenant, on the data as they stood when it began. Where it throws or returns a
   *  failure, nothing of it stays. Where others changed the same data meanwhile, `work` is run again, so it does nothing
   *  that may not be done twice, and starts no transaction within its own. A store that does not answer is a failure
   *  `unavailable`; a text with a NUL or half a character, which none can keep, a failure `syntax`. */
  inTenant<T>(tenant: string, work: (session: StoreSession) => Promise<Result<T>>): Promise<Result<T>>;
  /** Tenants, for start-up and for workers. */
  tenants(): Promise<readonly Tenant[]>;
  /** Adds a tenant, with an empty pack at version 0; a failure `duplicate` where the id is taken. */
  addTenant(tenant: Tenant): Promise<Result<null>>;
  /** Whether the store answers and is of the version this program was built for. */
  health(): Promise<Result<null>>;
  close(): Promise<void>;
};

export type Tenant = { readonly id: string; readonly name: string };

/** What may be done in one transaction. Methods that change something say who does so, and append to the audit. */
export type StoreSession = {
  readonly pack: PackShelf;
  readonly records: RecordShelf;
  readonly results: ResultShelf;
  readonly jobs: JobShelf;
  readonly members: MemberShelf;
  readonly audit: AuditShelf;
  readonly answers: AnswerShelf;
  /** A text that is another one after any change that somebody may see: of pack, records, members and audit, and of work
   *  that is under way. */
  mark(): Promise<string>;
};

/** Who changes something, when, and in words why: what the audit keeps of it. */
export type Deed = {
  readonly by: string;
  readonly at: Instant;
  readonly action: Action;
  readonly resource: Resource;
  /** Place that it belongs to; null for the tenant as a whole. */
  readonly place: string | null;
  /** One sentence without personal data. */
  readonly summary: string;
};

/** The tenant's pack as files with versions. */
export type PackShelf = {
  head(): Promise<PackHead>;
  /** @param version a version of the pack; null for the newest
   *  @returns path → file in order of path, as the pack stood then; no file for a version that is not there */
  files(version: number | null): Promise<ReadonlyMap<string, PackFile>>;
  /** Keeps new versions of files, or their removal. Each change names the version of its file that it was made from;
   *  0 where the file is new. @returns a failure `stale` where a file has changed since. */
  save(changes: readonly PackChange[], hash: string, deed: Deed): Promise<Result<PackHead>>;
  /** Versions of the pack, the newest first. */
  history(limit: number): Promise<readonly PackVersion[]>;
};

/** The hash is that of the pack reader; empty for the empty pack of version 0. */
export type PackHead = { readonly version: number; readonly hash: string };
/** A file as it stands: its text, and the version of the pack in which it last changed. */
export type PackFile = { readonly text: string; readonly version: number };
export type PackChange = {
  readonly path: string;
  /** The new text; null to remove the file. */
  readonly text: string | null;
  readonly madeFrom: number;
};
export type PackVersion = PackHead & {
  readonly by: string;
  readonly at: Instant;
  readonly summary: string;
  readonly paths: readonly string[];
};

/** What people keep beside the pack: commitments, evidence, communities, agreements, skills, cohorts. */
export type RecordShelf = {
  /** The newest version, also where that is its removal: an id is never used for another record. */
  get(kind: string, id: string): Promise<StoredRecord | null>;
  /** Newest versions, without those that were removed. */
  list(query: RecordQuery): Promise<readonly StoredRecord[]>;
  /** The newest version of every record of one owner, of whatever kind, also where that is its removal. */
  ofOwner(owner: string): Promise<readonly StoredRecord[]>;
  /** @param madeFrom the version it was made from; 0 where it is new
   *  @returns a failure `stale` where it has changed since, `duplicate` where a new one is there already */
  put(record: RecordDraft, madeFrom: number, deed: Deed): Promise<Result<StoredRecord>>;
  remove(kind: string, id: string, change: { readonly madeFrom: number; readonly deed: Deed }): Promise<Result<null>>;
  /** Takes a record out for good: it ends as removed, and of every version the body becomes null and the owner nobody.
   *  The line of the audit says so, so that the hashes of what was there are no fault. */
  erase(kind: string, id: string, change: { readonly madeFrom: number; readonly deed: Deed }): Promise<Result<null>>;
  /** Every version of one record, the oldest first; versions are never changed or removed, only blanked by `erase`. */
  history(kind: string, id: string): Promise<readonly StoredRecord[]>;
};

export type RecordDraft = {
  readonly kind: string;
  readonly id: string;
  readonly place: string | null;
  readonly owner: string | null;
  readonly party: string | null;
  readonly state: string;
  /** Plain JSON data that the kind's schema describes. */
  readonly body: unknown;
};
export type StoredRecord = RecordDraft & {
  /** 1 for the first. */
  readonly version: number;
  readonly changedBy: string;
  readonly changedAt: Instant;
  readonly isRemoved: boolean;
};
/** Records of one kind in order of id; every filter that is not null must hold. */
export type RecordQuery = {
  readonly kind: string;
  readonly places: readonly string[] | null;
  readonly owner: string | null;
  readonly party: string | null;
  readonly state: string | null;
  /** Id after which to begin; null from the first. */
  readonly after: string | null;
  readonly limit: number;
};

/** What long work found, in parts, by the key of what was asked; the same question has the same key and bytes. */
export type ResultShelf = {
  part(key: string, name: string): Promise<string | null>;
  names(key: string): Promise<readonly string[]>;
  keep(key: string, parts: ReadonlyMap<string, string>): Promise<void>;
  remove(key: string): Promise<void>;
};

/** Long work as it is recorded; the queue moves it on. */
export type JobShelf = {
  get(id: string): Promise<Job | null>;
  /** The newest first; a filter that is null holds for all. */
  list(query: {
    readonly places: readonly string[] | null;
    readonly kind: string | null;
    readonly limit: number;
  }): Promise<readonly Job[]>;
  add(job: Job, deed: Deed): Promise<Result<Job>>;
  /** Changes what is given; a job that has ended does not change again. @returns the job, null where it had ended */
  move(id: string, change: Partial<Pick<Job, JobMove>>): Promise<Job | null>;
};
type JobMove = 'state' | 'step' | 'shareDone' | 'standing' | 'startedAt' | 'endedAt' | 'problems';

export const JOB_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof JOB_STATES)[number];
export type Job = {
  readonly id: string;
  readonly kind: string;
  readonly state: JobState;
  /** What it is at, in words; empty before it starts. */
  readonly step: string;
  /** 0..1 */
  readonly shareDone: number;
  /** How the search for a plan stands; null where there is none, or nothing is found yet. */
  readonly standing: JobStanding | null;
  readonly place: string;
  readonly by: string;
  readonly submittedAt: Instant;
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  /** What was asked: plain JSON data. */
  readonly request: unknown;
  /** Under which its results are kept. */
  readonly resultKey: string;
  readonly problems: readonly Problem[];
};

/** The cheapest plan that a search has found, and what it has proven that none costs less than. */
export type JobStanding = {
  readonly objectiveGbp: number;
  readonly boundGbp: number;
  /** How far the two are apart, as a share of the first. */
  readonly relativeGap: number;
};

/** Long work: handed in here, done by workers on any number of machines. */
export type JobQueue = {
  /** Hands a recorded job to the workers; called after the transaction that recorded it. */
  announce(tenant: string, job: Job): Promise<void>;
  /** Asks the worker that has it to stop. */
  cancel(tenant: string, id: string): Promise<void>;
};

/** Memberships by what the login says of a person. */
export type MemberShelf = {
  find(issuer: string, subject: string): Promise<readonly MemberEntry[]>;
  get(id: string): Promise<MemberEntry | null>;
  list(): Promise<readonly MemberEntry[]>;
  /** Adds or replaces. @returns a failure `duplicate` where the person has that role there under another id */
  put(entry: MemberEntry, deed: Deed): Promise<Result<MemberEntry>>;
};
export type MemberEntry = Member & {
  readonly issuer: string;
  readonly subject: string;
  readonly isDisabled: boolean;
  readonly role: Role;
};

/** Every change, each line chained to the one before by its hash. */
export type AuditShelf = {
  /** Lines in order, from a sequence number on. */
  lines(from: number, limit: number): Promise<readonly AuditLine[]>;
  /** Every line of the deeds of one member, in order. */
  linesBy(member: string): Promise<readonly AuditLine[]>;
  head(): Promise<AuditHead>;
  /** For deeds that change no shelf: signing in, exports, refusals. */
  append(deed: Deed, subject: string): Promise<void>;
};
export type AuditLine = Deed & {
  /** 1 for the first line of the tenant, without a hole. */
  readonly sequence: number;
  /** What was changed: `record/commitment/ID`, `pack/stock.csv`, `pack/version/3` for several files at once, `job/ID`,
   *  `member/ID`. */
  readonly subject: string;
  /** SHA-256 of what the change left in place, so that a later change behind the audit's back shows; null for a deed
   *  that changed no shelf. */
  readonly contentHash: string | null;
  /** SHA-256 over the hash of the line before and the canonical text of this one, hex: `audit/audit-chain.ts`. */
  readonly hash: string;
};
export type AuditHead = { readonly sequence: number; readonly hash: string };

/** Heads of a tenant's audit that were kept outside the store, in any order; empty where none was. */
export type KeptHeads = (tenant: string) => Promise<readonly AuditHead[]>;

/** Answers to requests that may be sent twice, kept for a day. A claim and its answer belong in the transaction of the
 *  change itself, so that all three stay or none does. */
export type AnswerShelf = {
  /** Takes the key for this request. `fresh`: do it; `kept`: give the kept answer; `other-request`: the key was used for
   *  another body; `in-flight`: the first has not ended. */
  claim(claim: AnswerClaim): Promise<AnswerClaimed>;
  keep(claim: AnswerClaim, answer: KeptAnswer): Promise<void>;
  /** Removes every answer that was kept for one member; a request that is under way keeps its claim. */
  forget(member: string): Promise<void>;
};
export type AnswerClaim = {
  readonly member: string;
  readonly key: string;
  readonly requestHash: string;
  readonly at: Instant;
};
export type KeptAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};
export type AnswerClaimed =
  | { readonly state: 'fresh' }
  | { readonly state: 'other-request' }
  | { readonly state: 'in-flight' }
  | { readonly state: 'kept'; readonly answer: KeptAnswer };
