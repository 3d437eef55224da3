// The form of a CASE 1.1 package: what 1EdTech's Competencies and Academic Standards Exchange says of a framework.
import { z } from 'zod';

/** Relations that CASE 1.1 knows. */
export const CASE_RELATIONS = [
  'isChildOf',
  'isPeerOf',
  'isPartOf',
  'exactMatchOf',
  'precedes',
  'isRelatedTo',
  'replacedBy',
  'exemplar',
  'hasSkillLevel',
  'isTranslationOf',
] as const;

const text = z.string().max(30_000);
const link = z.looseObject({ title: text, identifier: text.max(200), uri: text.max(2000) });

export const casePackageSchema = z.looseObject({
  CFDocument: z.looseObject({
    identifier: text.max(200),
    uri: text.max(2000),
    creator: text,
    title: text,
    notes: text.optional(),
    lastChangeDateTime: text.max(40),
  }),
  CFItems: z
    .array(
      z.looseObject({
        identifier: text.max(200),
        uri: text.max(2000),
        fullStatement: text,
        abbreviatedStatement: text.optional(),
        humanCodingScheme: text.max(400).optional(),
        CFItemType: text.max(200).optional(),
        lastChangeDateTime: text.max(40),
      }),
    )
    .max(50_000)
    .default([]),
  CFAssociations: z
    .array(
      z.looseObject({
        identifier: text.max(200),
        uri: text.max(2000),
        associationType: z.enum(CASE_RELATIONS).or(text.regex(/^ext:[A-Za-z0-9._-]+$/)),
        sequenceNumber: z.number().int().optional(),
        originNodeURI: link,
        destinationNodeURI: link,
        lastChangeDateTime: text.max(40),
      }),
    )
    .max(200_000)
    .default([]),
});

export type CasePackage = z.infer<typeof casePackageSchema>;
export type CaseItem = CasePackage['CFItems'][number];
export type CaseAssociation = CasePackage['CFAssociations'][number];

/** Kinds of items in a package that Cadre writes. A need is an item of its own, since it joins a skill to a height. */
export const ITEM_TYPES = {
  skill: 'Skill',
  group: 'Competency',
  family: 'Role family',
  role: 'Role',
  level: 'Role level',
  height: 'Skill level',
  need: 'Required skill',
} as const;
