// Finds places, roles, requirements, assumptions, scenarios and help by the words in their names.
import { mayEver, type Member, type Workspace } from '#service';
import { HELP_PAGES } from '../help/help-pages.tsx';

export type Finding = { readonly kind: string; readonly name: string; readonly href: string };

/** As many as one reads; with more, another word helps. */
const FOUND_MAX = 60;

/** Every word must stand in the name, the code or, of help, the sentence about it, whatever its case. */
export function findThings({ pack, isBelow }: Workspace, actor: Member, words: string): readonly Finding[] {
  const needles = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (needles.length === 0) return [];
  return thingsOf(pack, { actor, isBelow })
    .filter(({ name, code }) => needles.every((needle) => `${name} ${code}`.toLowerCase().includes(needle)))
    .slice(0, FOUND_MAX)
    .map(({ kind, name, href }) => ({ kind, name, href }));
}

type Thing = Finding & { readonly code: string };
type Sight = { readonly actor: Member; readonly isBelow: Workspace['isBelow'] };

function thingsOf({ system, blueprint }: Workspace['pack'], { actor, isBelow }: Sight): readonly Thing[] {
  const at = (path: string, id: string) => `${path}/${encodeURIComponent(id)}`;
  const places = mayEver(actor, 'read', 'projection')
    ? system.places.filter(({ code }) => isBelow(code, actor.place))
    : [];
  const assumptions = mayEver(actor, 'read', 'assumption') ? system.assumptions : [];
  const scenarios = mayEver(actor, 'read', 'scenario') ? system.scenarios : [];
  const roles = mayEver(actor, 'read', 'workforce') ? system.roles : [];
  const requirements = mayEver(actor, 'read', 'blueprint') ? blueprint.catalogue.requirements : [];
  return [
    ...places.map(({ code, name }) => ({ kind: 'Place', name, code, href: at('/projections', code) })),
    ...roles.map(({ id, name }) => ({ kind: 'Role', name, code: id, href: at('/workforce/roles', id) })),
    ...requirements.map(({ id, title }) => ({
      kind: 'Requirement',
      name: title,
      code: id,
      href: at('/blueprint/requirements', id),
    })),
    ...assumptions.map(({ id, description }) => ({
      kind: 'Assumption',
      name: description,
      code: id,
      href: at('/assumptions', id),
    })),
    ...scenarios.map(({ id, name }) => ({ kind: 'Scenario', name, code: id, href: at('/scenarios', id) })),
    ...HELP_PAGES.map(({ id, title, about }) => ({ kind: 'Help', name: title, code: about, href: at('/help', id) })),
  ];
}
