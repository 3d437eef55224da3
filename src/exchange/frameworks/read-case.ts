// Reads a CASE 1.1 package: the roles and needs of one that Cadre wrote, and the skills of any other.
import { fail, groupBy, LIMITS, ok, type Problem, type Result } from '#kernel';
import { checkFramework, type Framework, type FrameworkRole, type FrameworkSkill, SENIORITY_BASES } from '#pathways';
import { compareCodes, SKILL_LEVELS } from '#workforce';
import { type CaseItem, type CasePackage, casePackageSchema, ITEM_TYPES } from './case-form.ts';
import { type FrameworkTerms, idOf } from './framework-terms.ts';

/** @param text of the JSON file
 *  @param terms what the file does not say in Cadre's terms: the id through all versions, and the source in the pack
 *  @returns the framework, or what is wrong with the package */
export function readCase(
  { file, text }: { readonly file: string; readonly text: string },
  terms: FrameworkTerms,
): Result<Framework> {
  const parsed = parsePackage(file, text);
  if (!parsed.ok) return parsed;
  const index = indexOf(parsed.value);
  const framework = { ...terms, notes: notesOn(parsed.value, index), skills: skillsOf(index), roles: rolesOf(index) };
  if (framework.skills.length === 0) {
    return fail(problem(file, 'inconsistent', 'CFItems hold no skill; a framework has one or more'));
  }
  const faults = checkFramework(framework);
  if (faults.length === 0) return ok(framework);
  return fail(
    ...faults
      .slice(0, LIMITS.problems)
      .map(({ field, value, rule }) =>
        problem(file, 'inconsistent', `${field.join('.')} is ${JSON.stringify(value)}, but ${rule}`),
      ),
  );
}

function parsePackage(file: string, text: string): Result<CasePackage> {
  if (text.length > LIMITS.importBytes) {
    return fail(
      problem(file, 'too-large', `the package has ${text.length} characters; at most ${LIMITS.importBytes} are read`),
    );
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return fail(
      problem(file, 'syntax', `the file is no JSON: ${error instanceof Error ? error.message : String(error)}`),
    );
  }
  const parsed = casePackageSchema.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  return fail(
    ...parsed.error.issues
      .slice(0, LIMITS.problems)
      .map(({ path, message }) =>
        problem(file, 'schema', `${path.join('.') || 'the package'}: ${message}; CASE 1.1 asks for it in this form`),
      ),
  );
}

type Index = {
  readonly items: readonly CaseItem[];
  /** Items that an item leads to by a relation, in the order of the package. */
  readonly reached: (item: CaseItem, relation: string) => readonly CaseItem[];
  readonly origins: (
    item: CaseItem,
    relation: string,
  ) => readonly { readonly item: CaseItem; readonly order: number }[];
  readonly ofType: (type: keyof typeof ITEM_TYPES) => readonly CaseItem[];
  readonly isParent: (item: CaseItem) => boolean;
};

function indexOf({ CFItems: items, CFAssociations: associations }: CasePackage): Index {
  const byId = new Map(items.map((item) => [item.identifier, item]));
  const out = groupBy(associations, (each) => `${each.associationType} ${each.originNodeURI.identifier}`);
  const into = groupBy(associations, (each) => `${each.associationType} ${each.destinationNodeURI.identifier}`);
  const byType = groupBy(items, ({ CFItemType }) => CFItemType ?? '');
  return {
    items,
    reached: ({ identifier }, relation) =>
      (out.get(`${relation} ${identifier}`) ?? []).flatMap(
        (each) => byId.get(each.destinationNodeURI.identifier) ?? [],
      ),
    origins: ({ identifier }, relation) =>
      (into.get(`${relation} ${identifier}`) ?? []).flatMap((each) => {
        const item = byId.get(each.originNodeURI.identifier);
        return item === undefined ? [] : [{ item, order: each.sequenceNumber ?? 0 }];
      }),
    ofType: (type) => byType.get(ITEM_TYPES[type]) ?? [],
    isParent: ({ identifier }) => into.has(`isChildOf ${identifier}`),
  };
}

/** Where no item is called a skill, every item without children is one. */
function skillItems({ items, ofType, isParent }: Index): readonly CaseItem[] {
  const named = ofType('skill');
  return named.length > 0 ? named : items.filter((item) => !isParent(item));
}

function skillsOf(index: Index): readonly FrameworkSkill[] {
  const skills = new Set(skillItems(index));
  return [...skills].map((item) => ({
    id: codeOf(item),
    name: nameOf(item),
    group: index.reached(item, 'isChildOf').map(nameOf)[0] ?? null,
    related: index
      .reached(item, 'isRelatedTo')
      .filter((other) => skills.has(other))
      .map(codeOf),
  }));
}

function rolesOf(index: Index): readonly FrameworkRole[] {
  return index.ofType('role').map((role) => ({
    id: codeOf(role),
    name: nameOf(role),
    family: index.reached(role, 'isChildOf').map(nameOf)[0] ?? nameOf(role),
    seniority: SENIORITY_BASES.find((basis) => basis === role['notes']) ?? 'stated',
    levels: index
      .origins(role, 'isChildOf')
      .toSorted((one, other) => one.order - other.order)
      .map(({ item, order }) => ({ id: codeOf(item), name: nameOf(item), rank: order, needs: needsOf(index, item) })),
  }));
}

function needsOf(index: Index, level: CaseItem): FrameworkRole['levels'][number]['needs'] {
  return index
    .origins(level, 'isPartOf')
    .flatMap(({ item }) => {
      const [skill] = index.reached(item, 'isRelatedTo');
      const [stated] = index.reached(item, 'hasSkillLevel');
      const height = SKILL_LEVELS.find((each) => each === stated?.humanCodingScheme);
      return skill === undefined || height === undefined ? [] : [{ skill: codeOf(skill), level: height }];
    })
    .toSorted((one, other) => compareCodes(one.skill, other.skill));
}

function notesOn({ CFDocument }: CasePackage, index: Index): readonly string[] {
  const said = (CFDocument.notes ?? '').split('\n').filter((line) => line.trim() !== '');
  const loose = index.ofType('level').filter((level) => index.reached(level, 'isChildOf').length === 0).length;
  const told = [
    ...said,
    ...(loose === 0 ? [] : [`Role levels that the package joins to no role were left out: ${loose}.`]),
  ];
  if (index.ofType('skill').length > 0) return told;
  return [...told, 'The package calls no item a skill: its items without parts were read as skills.'];
}

function codeOf({ humanCodingScheme, identifier, fullStatement }: CaseItem): string {
  const code = humanCodingScheme ?? '';
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/.test(code)) return code;
  return idOf(code) || idOf(fullStatement).slice(0, 80) || idOf(identifier);
}

const LONGEST_NAME = 200;

function nameOf({ abbreviatedStatement, fullStatement }: CaseItem): string {
  const name = (abbreviatedStatement ?? fullStatement).replaceAll(/\s+/g, ' ').trim();
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`;
}

function problem(file: string, code: Problem['code'], message: string): Problem {
  return {
    code,
    message,
    path: file,
    hint: 'Name a CASE 1.1 package (CFPackage) as its publisher offers it, in JSON.',
  };
}
