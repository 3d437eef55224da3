// The door of exchange/: what comes in from and goes out to other systems.
export {
  badgeCredential,
  type BadgeOrder,
  badgeOrderSchema,
  passportCredential,
  type RevokedPlace,
  statusCredential,
  type StatusTerms,
} from './badges/badge.ts';
export { withProof } from './badges/data-integrity.ts';
export { type JsonObject } from './badges/json-object.ts';
export { methodOf, newSigningKey, privateKeyOf, type SigningKey } from './badges/signing-key.ts';
export { STATUS_PLACES } from './badges/status-list.ts';
export { looksLikeToken } from './badges/badge-token.ts';
export { type Verdict } from './badges/refusal.ts';
export { type Verification, verifyBadge } from './badges/verify-credential.ts';
export * from './csv-table.ts';
export { refusePersonalData } from './personal-data/refuse-personal-data.ts';
export { refusePersonalText } from './personal-data/refuse-personal-text.ts';
export { writeXlsx } from './xlsx-table.ts';
export { readCase } from './frameworks/read-case.ts';
export { readDirect } from './frameworks/read-direct.ts';
export { isRestricted, readGdad } from './frameworks/read-gdad.ts';
export type { FrameworkTerms } from './frameworks/framework-terms.ts';
export { writeCase } from './frameworks/write-case.ts';
export { readHistory, type HistoryFile } from './history/read-history.ts';
export { pagePdf } from './pdf/page-pdf.ts';
export { createBoundedThread } from './sent-files/bounded-thread.ts';
export { createSentFileReaders, USUAL_TERMS } from './sent-files/sent-file-readers.ts';
export { readNhsTurnover } from './nhs-turnover/read-turnover.ts';
export { ocdsRelease, type OcdsTerms } from './ocds/ocds-release.ts';
export { resolveOscal, type OscalFile } from './oscal/resolve-oscal.ts';
