// Records of delivery as a file holds them: what the service exports, so that any reading of it can be repeated elsewhere.
import {
  agreementRecordSchema,
  businessCaseRecordSchema,
  commitmentRecordSchema,
  countedReports,
  evidenceRecordSchema,
  performanceRecordSchema,
  type AgreementRecord,
  type BusinessCaseRecord,
  type CommitmentRecord,
  type CountedReport,
  type EvidenceRecord,
} from '#delivery';
import { fail, ok, type Result } from '#kernel';
import { z } from 'zod';

const anyRecord = z.object({ kind: z.string(), id: z.string(), body: z.unknown() });

export type DeliveryRecords = {
  readonly commitments: readonly CommitmentRecord[];
  readonly evidence: readonly EvidenceRecord[];
  readonly agreements: readonly AgreementRecord[];
  /** The same agreements, each with the reports on it that count. */
  readonly reported: readonly ReportedAgreement[];
  readonly cases: readonly BusinessCaseRecord[];
};

export type ReportedAgreement = { readonly agreement: AgreementRecord; readonly reports: readonly CountedReport[] };

/** Records of other kinds are passed over.
 *  @param value a list of `{ kind, id, body }`   @param path of the file, for messages */
export function parseDeliveryRecords(value: unknown, path: string): Result<DeliveryRecords> {
  const list = z.array(anyRecord).safeParse(value);
  if (!list.success) return fail(...problemsOf(list.error, path));
  const read = <Body>(kind: string, schema: z.ZodType<Body>) =>
    list.data
      .filter((each) => each.kind === kind)
      .map((each) => ({ id: each.id, at: `${path}: ${kind}/${each.id}`, parsed: schema.safeParse(each.body) }));
  const found = {
    commitments: read('commitment', commitmentRecordSchema),
    evidence: read('evidence', evidenceRecordSchema),
    agreements: read('agreement', agreementRecordSchema),
    performance: read('performance', performanceRecordSchema),
    cases: read('business-case', businessCaseRecordSchema),
  };
  const problems = Object.values(found)
    .flat()
    .flatMap(({ at, parsed }) => (parsed.success ? [] : problemsOf(parsed.error, at)));
  if (problems.length > 0) return fail(...problems);
  const kept = <Body>(list: readonly { readonly id: string; readonly parsed: z.ZodSafeParseResult<Body> }[]) =>
    list.flatMap(({ id, parsed }) => (parsed.success ? [{ id, body: parsed.data }] : []));
  const reports = kept(found.performance);
  return ok({
    commitments: found.commitments.flatMap(({ parsed }) => parsed.data ?? []),
    evidence: found.evidence.flatMap(({ parsed }) => parsed.data ?? []),
    agreements: found.agreements.flatMap(({ parsed }) => parsed.data ?? []),
    reported: kept(found.agreements).map((each) => ({
      agreement: each.body,
      reports: countedReports(each, reports),
    })),
    cases: found.cases.flatMap(({ parsed }) => parsed.data ?? []),
  });
}

function problemsOf(error: z.ZodError, path: string) {
  return error.issues.map((issue) => ({
    code: 'schema' as const,
    message: `${issue.path.map(String).join('.') || 'the record'}: ${issue.message}`,
    path,
    hint: 'Export the records again, or correct the field.',
  }));
}
