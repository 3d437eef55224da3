// Evidence by file: an official file is sent, looked at month by month, kept, taken back, and verified by a second person.
import { z } from 'zod';
import { LIMITS, ok, type Result } from '#kernel';
import {
  keepEvidenceFile,
  openEvidenceFile,
  sendEvidenceFile,
  takeBackEvidenceFile,
  verifyReportedMonth,
  type Desk,
} from '#service';
import { HTTP_LIMITS } from '../../server/http-limits.ts';
import { apiRoute, DEED, ITEM, NOTHING, type ApiRoute } from '../api-route.ts';

const sends = { kind: 'permitted', action: 'create', resource: 'evidence', placeParam: null } as const;
const path = '/uploads/evidence/:upload';
const params = z.object({ upload: z.string().regex(/^[0-9a-f]{64}$/) });
const nothing = z.union([NOTHING, z.strictObject({})]);
const months = z.object({ months: z.number().int().describe('How many, one for each place: all of them or none') });

const told = z.object({
  name: z.string(),
  months: z.array(
    z.object({
      id: z.string().describe('Id of the record of evidence that it becomes'),
      place: z.string(),
      month: z.string(),
      standing: z.enum(['new', 'reported', 'verified', 'taken back', 'refused', 'told already']),
      openingPeople: z.number(),
      joiners: z.number(),
      leavers: z.number(),
      closingPeople: z.number(),
    }),
  ),
  unknownPlaces: z.number().int().describe('Organisations of the file that are no places of the pack'),
  foreignPlaces: z.number().int().describe('Places of the pack that are not yours to tell of'),
});

export const evidenceFileRoutes: readonly ApiRoute[] = [
  apiRoute({
    ...DEED,
    path: '/uploads/evidence',
    summary: 'Send the text of an official turnover file of one month; it is read whole, and nothing is kept of it yet',
    access: sends,
    body: z.strictObject({
      name: z.string().min(1).max(100),
      text: z.string().min(1).max(LIMITS.sentTableCharacters).describe('The file as it is published, CSV in UTF-8'),
    }),
    bodyBytes: HTTP_LIMITS.fileJsonBytes,
    answer: z.object({ key: z.string() }),
    status: 201,
    handle: async ({ desk, body: { name, text } }) => {
      const key = await sendEvidenceFile(desk, { name, bytes: new TextEncoder().encode(text) });
      return key.ok ? ok({ value: { key: key.value }, location: `/api/v1/uploads/evidence/${key.value}` }) : key;
    },
  }),
  apiRoute({
    ...ITEM,
    path,
    summary: 'What an official file tells, month by month, and how each stands to what is on record',
    access: sends,
    params,
    answer: told,
    handle: async ({ desk, params: { upload } }) => toldBy(desk, upload),
  }),
  stepRoute('keep', 'Keep every month that is new as reported: all places, or none', keepEvidenceFile),
  stepRoute('take-back', 'Take back what nobody has verified yet: all places, or none', takeBackEvidenceFile),
  apiRoute({
    ...DEED,
    path: '/places/:place/evidence/verification',
    summary: 'Verify at once what others reported of a month, in a place and below it: all of it, or none',
    access: { kind: 'permitted', action: 'verify', resource: 'evidence', placeParam: 'place' },
    params: z.object({ place: z.string().min(1).max(120) }),
    body: z.strictObject({
      month: z.string().min(1).max(20).describe('YYYY-MM'),
      title: z.string().min(1).max(1000).describe('Title of the source that told it'),
    }),
    answer: months,
    handle: async ({ desk, params: { place }, body }) => countOf(await verifyReportedMonth(desk, { place, ...body })),
  }),
];

function stepRoute(name: string, summary: string, deed: typeof keepEvidenceFile): ApiRoute {
  return apiRoute({
    ...DEED,
    path: `${path}/${name}`,
    summary,
    access: sends,
    params,
    body: nothing,
    answer: months,
    handle: async ({ desk, params: { upload } }) => countOf(await deed(desk, upload)),
  });
}

function countOf(done: Result<number>) {
  return done.ok ? ok({ value: { months: done.value } }) : done;
}

async function toldBy(desk: Desk, key: string) {
  const file = await openEvidenceFile(desk, key);
  if (!file.ok) return file;
  const { name, unknownPlaces, foreignPlaces } = file.value;
  const rows = file.value.months.map(
    ({
      id,
      standing,
      evidence: {
        place,
        month,
        rows: [row],
      },
    }) => ({
      id,
      place,
      month,
      standing,
      openingPeople: row?.openingPeople ?? 0,
      joiners: row?.joiners ?? 0,
      leavers: row?.leavers ?? 0,
      closingPeople: row?.closingPeople ?? 0,
    }),
  );
  return ok({ value: { name, months: rows, unknownPlaces, foreignPlaces } });
}
