// The map of personal data: every column that may hold something of a person, why it is kept, on what basis, and how long.

export type DataUse = {
  /** `table.column`, or `table.body: kind` for what a kind of record says. */
  readonly at: string;
  readonly what: string;
  readonly purpose: string;
  readonly basis: Basis;
  readonly kept: string;
};

/** Grounds on which personal data may be held, in the words of the General Data Protection Regulation, article 6. */
export const BASES = {
  task: 'Public task, article 6(1)(e)',
  consent: 'Consent, article 6(1)(a): kept because the person put it there',
  duty: 'Legal obligation, article 6(1)(c)',
} as const;
export type Basis = keyof typeof BASES;

const IN_AUDIT = 'As long as the audit, under a number that is nobody’s once the person has left';
const UNTIL_LEFT = 'Until the person leaves, or 12 months after the membership ended';

/** Columns in the order of the tables. What is not here holds nothing of a person, and is named in `NOTHING_OF_PEOPLE`. */
export const DATA_MAP: readonly DataUse[] = [
  {
    at: 'pack_versions.by',
    what: 'Number of the member',
    purpose: 'Who changed the pack',
    basis: 'duty',
    kept: IN_AUDIT,
  },
  {
    at: 'record_versions.id',
    what: 'Id of a record; a passport’s is its owner’s number',
    purpose: 'To find the record',
    basis: 'task',
    kept: IN_AUDIT,
  },
  {
    at: 'record_versions.owner',
    what: 'Number of the member',
    purpose: 'To show people their own',
    basis: 'task',
    kept: 'As the record; nobody once it is erased',
  },
  {
    at: 'record_versions.changed_by',
    what: 'Number of the member',
    purpose: 'Who kept this version',
    basis: 'duty',
    kept: IN_AUDIT,
  },
  {
    at: 'record_versions.body: skill-evidence',
    what: 'A skill, its level, what shows it, and the verdict',
    purpose: 'To find routes, and to know what a team can do',
    basis: 'consent',
    kept: 'Until its owner removes it or leaves; 120 months after its last change',
  },
  {
    at: 'record_versions.body: passport',
    what: 'The post a person holds and what they look for',
    purpose: 'To find routes',
    basis: 'consent',
    kept: 'Until its owner removes it or leaves',
  },
  {
    at: 'record_versions.body: placement-preference',
    what: 'Places a person wants, where they live, how far they would travel',
    purpose: 'To place people by their wishes',
    basis: 'consent',
    kept: 'Until its owner removes it or leaves; 24 months after its last change',
  },
  {
    at: 'record_versions.body: badge',
    what: 'A badge: its holder’s number, a skill and a level',
    purpose: 'To prove a skill elsewhere',
    basis: 'consent',
    kept: 'Until its owner leaves; the copy that they took is theirs',
  },
  {
    at: 'record_versions.body: question',
    what: 'A question to a community and the number of who asked',
    purpose: 'Answers that others find too',
    basis: 'task',
    kept: 'As long as the community needs it, under a number alone',
  },
  {
    at: 'record_versions.body: placement-round',
    what: 'Numbers of people and where a round would place them',
    purpose: 'To show how places were given',
    basis: 'duty',
    kept: IN_AUDIT,
  },
  { at: 'records.id', what: 'As in record_versions', purpose: 'As there', basis: 'task', kept: IN_AUDIT },
  { at: 'records.owner', what: 'As in record_versions', purpose: 'As there', basis: 'task', kept: 'As there' },
  {
    at: 'results.text',
    what: 'Outcomes of placement rounds by number of the member',
    purpose: 'To show how places were given',
    basis: 'task',
    kept: IN_AUDIT,
  },
  { at: 'jobs.by', what: 'Number of the member', purpose: 'Who asked for long work', basis: 'task', kept: IN_AUDIT },
  {
    at: 'jobs.request',
    what: 'What was asked; of wishes a hash alone',
    purpose: 'To do it, and do it again',
    basis: 'task',
    kept: IN_AUDIT,
  },
  { at: 'members.id', what: 'Number of the member', purpose: 'To stand for the person', basis: 'task', kept: IN_AUDIT },
  { at: 'members.role', what: 'What the person may do', purpose: 'Access', basis: 'task', kept: IN_AUDIT },
  { at: 'members.place', what: 'Where the person works', purpose: 'Access', basis: 'task', kept: IN_AUDIT },
  { at: 'members.supplier', what: 'For whom the person speaks', purpose: 'Access', basis: 'task', kept: IN_AUDIT },
  {
    at: 'members.display_name',
    what: 'What the login calls the person',
    purpose: 'To greet, and to name to those who share a record',
    basis: 'task',
    kept: UNTIL_LEFT,
  },
  { at: 'members.issuer', what: 'Whose login it is', purpose: 'To sign in', basis: 'task', kept: UNTIL_LEFT },
  {
    at: 'members.subject',
    what: 'The login’s number of the person',
    purpose: 'To sign in',
    basis: 'task',
    kept: UNTIL_LEFT,
  },
  { at: 'members.is_disabled', what: 'Whether the membership ended', purpose: 'Access', basis: 'task', kept: IN_AUDIT },
  { at: 'audit_lines.by', what: 'Number of the member', purpose: 'Who did what', basis: 'duty', kept: IN_AUDIT },
  {
    at: 'audit_lines.subject',
    what: 'Id of what was changed; a passport’s and a membership’s are the member’s number',
    purpose: 'What was done',
    basis: 'duty',
    kept: IN_AUDIT,
  },
  {
    at: 'answers.member',
    what: 'Number of the member',
    purpose: 'To do a repeated request once',
    basis: 'task',
    kept: 'One day',
  },
  {
    at: 'answers.body',
    what: 'The answer to a request',
    purpose: 'To do a repeated request once',
    basis: 'task',
    kept: 'One day',
  },
  {
    at: 'sessions.member',
    what: 'Number of the member',
    purpose: 'To stay signed in',
    basis: 'task',
    kept: 'Until signing out or leaving, and no longer than a session may last',
  },
  {
    at: 'sessions.secret_hash',
    what: 'Hash of the cookie’s secret',
    purpose: 'To stay signed in',
    basis: 'task',
    kept: 'As the session',
  },
  {
    at: 'sessions.csrf_token',
    what: 'A random text',
    purpose: 'To accept forms from our pages alone',
    basis: 'task',
    kept: 'As the session',
  },
  {
    at: 'sessions.created_at',
    what: 'When the person signed in',
    purpose: 'To end the session',
    basis: 'task',
    kept: 'As the session',
  },
  {
    at: 'sessions.used_at',
    what: 'When it was last used',
    purpose: 'To end the session',
    basis: 'task',
    kept: 'As the session',
  },
];

/** Columns that hold nothing of a person: the tenant's data, times, hashes, versions and states. Free text among them is
 *  refused where it names people, and says so where it is typed. */
export const NOTHING_OF_PEOPLE: Readonly<Record<string, readonly string[]>> = {
  tenants: ['id', 'name'],
  pack_versions: ['tenant_id', 'version', 'hash', 'at', 'summary'],
  pack_files: ['tenant_id', 'path', 'version', 'text'],
  record_versions: ['tenant_id', 'kind', 'version', 'place', 'party', 'state', 'changed_at', 'is_removed'],
  records: ['tenant_id', 'kind', 'version', 'place', 'party', 'state', 'is_removed'],
  results: ['tenant_id', 'key', 'name'],
  jobs: [
    'tenant_id',
    'id',
    'kind',
    'state',
    'step',
    'share_done',
    'standing',
    'place',
    'submitted_at',
    'started_at',
    'ended_at',
    'result_key',
    'problems',
  ],
  members: ['tenant_id'],
  audit_heads: ['tenant_id', 'sequence', 'hash'],
  audit_lines: ['tenant_id', 'sequence', 'at', 'action', 'resource', 'place', 'summary', 'content_hash', 'hash'],
  answers: ['tenant_id', 'key', 'request_hash', 'at', 'status', 'headers'],
  sessions: ['tenant'],
  schema_migrations: ['number', 'name', 'sha256', 'applied_at'],
};

/** Kinds of record that say nothing of a person beyond numbers in their histories. */
export const KINDS_WITHOUT_PEOPLE: readonly string[] = [
  'commitment',
  'evidence',
  'community',
  'practice',
  'agreement',
  'performance',
  'business-case',
  'programme',
  'cohort',
  'badge-status',
];
