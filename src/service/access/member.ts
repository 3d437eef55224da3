// Who somebody is to the service: one role, at one place or for one supplier.

/** What a person may be here, from the centre outwards. A person with two roles has two memberships. */
export const ROLES = [
  'national-planner',
  'regional-lead',
  'organisation-lead',
  'member-of-staff',
  'supplier',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** A person's membership of a tenant. Nothing of the person beyond what signing in and scope need. */
export type Member = {
  readonly tenant: string;
  /** Chosen by us; stands in audits and owners instead of a name. */
  readonly id: string;
  readonly role: Role;
  /** Code of the place whose people and figures are the member's business, with all places below it. */
  readonly place: string;
  /** Id of the supplier that the member speaks for; null for all others. */
  readonly supplier: string | null;
  /** What to greet the person by, as the login gave it. */
  readonly displayName: string;
};
