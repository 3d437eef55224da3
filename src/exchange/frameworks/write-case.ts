// Writes a framework as a CASE 1.1 package that any reader of CASE takes, and Cadre reads back as the same framework.
import { assert, canonicalJson, sha256Hex } from '#kernel';
import type { Framework } from '#pathways';
import { SKILL_LEVELS } from '#workforce';
import { type CaseAssociation, type CaseItem, ITEM_TYPES } from './case-form.ts';

/** @returns the text of the package: the same framework gives the same bytes, identifiers included */
export function writeCase(framework: Framework): string {
  const pen = penFor(framework);
  const heights = new Map(
    SKILL_LEVELS.map((height) => [height, pen.item('height', height, { fullStatement: height })]),
  );
  const skills = writeSkills(framework, pen);
  for (const family of new Set(framework.roles.map((role) => role.family))) {
    const parent = pen.item('family', family, { fullStatement: family });
    for (const role of framework.roles.filter((each) => each.family === family)) {
      const item = pen.item('role', role.id, { fullStatement: role.name, notes: role.seniority });
      pen.relate('isChildOf', { from: item, to: parent });
      for (const level of role.levels) {
        const stage = pen.item('level', level.id, { fullStatement: level.name });
        pen.relate('isChildOf', { from: stage, to: item, sequenceNumber: level.rank });
        for (const need of level.needs) {
          const [skill, height] = [skills.get(need.skill), heights.get(need.level)];
          assert(skill !== undefined && height !== undefined, `skill '${need.skill}' of a checked framework is listed`);
          const asked = pen.item('need', `${level.id}/${need.skill}`, {
            fullStatement: `${skill.fullStatement}: ${need.level}`,
          });
          pen.relate('isPartOf', { from: asked, to: stage });
          pen.relate('isRelatedTo', { from: asked, to: skill });
          pen.relate('hasSkillLevel', { from: asked, to: height });
        }
      }
    }
  }
  return `${canonicalJson(pen.written())}\n`;
}

function writeSkills({ skills }: Framework, pen: Pen): ReadonlyMap<string, CaseItem> {
  const names = new Set(skills.flatMap(({ group }) => group ?? []));
  const groups = new Map([...names].map((name) => [name, pen.item('group', name, { fullStatement: name })]));
  const items = new Map(skills.map(({ id, name }) => [id, pen.item('skill', id, { fullStatement: name })]));
  for (const { id, group, related } of skills) {
    const [own, parent] = [items.get(id), groups.get(group ?? '')];
    assert(own !== undefined, `skill '${id}' was written`);
    if (parent !== undefined) pen.relate('isChildOf', { from: own, to: parent });
    for (const other of related.flatMap((each) => items.get(each) ?? []))
      pen.relate('isRelatedTo', { from: own, to: other });
  }
  return items;
}

type Pen = ReturnType<typeof penFor>;
type Statement = { readonly fullStatement: string; readonly notes?: string };
type Relation = { readonly from: CaseItem; readonly to: CaseItem; readonly sequenceNumber?: number };

/** Writes the parts of a package; identifiers follow from what a thing is, so that a new version keeps them. */
function penFor(framework: Framework) {
  const lastChangeDateTime = `${`${framework.published}-01-01`.slice(0, 10)}T00:00:00Z`;
  const items: CaseItem[] = [];
  const associations: CaseAssociation[] = [];
  const named = (text: string) => {
    const identifier = uuidOf(text);
    return { identifier, uri: `urn:uuid:${identifier}`, lastChangeDateTime };
  };
  const document = {
    ...named(`document ${framework.id} ${framework.version}`),
    creator: framework.source,
    title: framework.title,
    version: framework.version,
    statusStartDate: lastChangeDateTime.slice(0, 10),
    notes: framework.notes.join('\n'),
    caseVersion: '1.1',
    frameworkType: framework.id,
  };
  const linkTo = ({ fullStatement, identifier, uri }: CaseItem) => ({ title: fullStatement, identifier, uri });
  return {
    item: (type: keyof typeof ITEM_TYPES, code: string, statement: Statement): CaseItem => {
      const item = {
        ...named(`${type} ${framework.id} ${code}`),
        CFItemType: ITEM_TYPES[type],
        humanCodingScheme: code,
        ...statement,
      };
      items.push(item);
      return item;
    },
    relate: (associationType: CaseAssociation['associationType'], { from, to, ...more }: Relation): void => {
      associations.push({
        ...named(`${associationType} ${from.identifier} ${to.identifier}`),
        associationType,
        ...more,
        originNodeURI: linkTo(from),
        destinationNodeURI: linkTo(to),
      });
    },
    written: () => ({ CFDocument: document, CFItems: items, CFAssociations: associations }),
  };
}

/** A UUID of version 8: the first bytes of a hash, with the version and the variant set as RFC 9562 asks. */
function uuidOf(text: string): string {
  const hash = sha256Hex(`cadre ${text}`);
  const variant = ((Number.parseInt(hash.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(18, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
