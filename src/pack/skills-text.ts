// Writes frameworks and proposed mappings as the YAML files of a pack that they are read from.
import type { Framework, SkillMapping } from '#pathways';
import { type Document, Document as YamlDocument, isCollection, isMap, visit } from 'yaml';

/** @returns text that `readPack` reads as the same framework */
export function frameworkText(framework: Framework, comment: string): string {
  const { skills, roles, notes, ...head } = framework;
  return textOf(
    {
      ...head,
      ...(notes.length === 0 ? {} : { notes }),
      skills: skills.map(({ id, name, group, related }) => ({
        id,
        name,
        ...(group === null ? {} : { group }),
        ...(related.length === 0 ? {} : { related }),
      })),
      ...(roles.length === 0
        ? {}
        : {
            roles: roles.map(({ levels, ...role }) => ({
              ...role,
              levels: levels.map(({ needs, ...level }) => ({
                ...level,
                needs: Object.fromEntries(needs.map(({ skill, level: height }) => [skill, height])),
              })),
            })),
          }),
    },
    comment,
  );
}

/** @returns text of a file for skills/crosswalks/ */
export function crosswalkText(mappings: readonly SkillMapping[], comment: string): string {
  return textOf({ mappings }, comment);
}

/** One line for each skill, role level and mapping, so that a person can read and change them. */
function textOf(value: object, comment: string): string {
  const document = new YamlDocument(value, { aliasDuplicateObjects: false });
  flatten(document);
  document.commentBefore = ` ${comment.replaceAll(/\s+/g, ' ')}`;
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

function flatten(document: Document): void {
  visit(document, {
    Map: (_, map) => {
      const deep = map.items.some(({ value }) => isCollection(value) && value.items.some((item) => isMap(item)));
      if (!deep && map !== document.contents) map.flow = true;
    },
  });
}
