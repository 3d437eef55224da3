// The two roles of the database: one owns the tables and changes their form, the other only reads and writes rows.

/** Owns every table; migrations and backups run as this role, the service never does. */
export const OWNER_ROLE = 'cadre_owner';

/** What the service logs in as: owns nothing, and row-level security holds it to one tenant at a time. */
export const APP_ROLE = 'cadre_app';
