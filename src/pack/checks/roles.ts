// Checks roles.yaml: families, bands in order, compositions that add up to 1, moves between posts that exist.
import type { Role } from '#workforce';
import type { Entry } from '../pack-parts.ts';
import { usesAssumption } from './assumption-use.ts';
import { type CheckContext, refers, refersToPost } from './context.ts';
import { checkShares } from './shares.ts';

export function checkRoles(context: CheckContext): void {
  for (const entry of context.parts.roles) {
    const { family, composition, source } = entry.value;
    refers(context, { entry, field: ['source'], kind: 'source', id: source });
    refers(context, { entry, field: ['family'], kind: 'family', id: family });
    checkBands(context, entry);
    for (const [index, { profession }] of composition.entries()) {
      refers(context, { entry, field: ['composition', index, 'profession'], kind: 'profession', id: profession });
    }
    checkShares(context, {
      entry,
      field: 'composition',
      shares: composition.map(({ profession, shareOfFte }) => ({ of: profession, share: shareOfFte })),
      whole: 'the shares of a post over professions',
    });
  }
  checkMoves(context);
}

function checkBands(context: CheckContext, entry: Entry<Role>): void {
  const order = context.parts.bands.map(({ value }) => value.id);
  let before = -1;
  for (const [index, id] of entry.value.bands.entries()) {
    if (!refers(context, { entry, field: ['bands', index], kind: 'band', id })) continue;
    const rank = order.indexOf(id);
    if (rank <= before) {
      context.flaws.report({
        entry,
        field: ['bands', index],
        code: 'inconsistent',
        value: id,
        rule: `the bands of a role stand once each, lowest first, as in the list of bands (${order.join(', ')})`,
        hint: 'Put the bands in that order.',
      });
    }
    before = rank;
  }
}

function checkMoves(context: CheckContext): void {
  for (const entry of context.parts.moves) {
    const { from, to, chancePerYear } = entry.value;
    refersToPost(context, entry, { ...from, field: ['from'] });
    refersToPost(context, entry, { ...to, field: ['to'] });
    usesAssumption(context, { entry, field: ['chancePerYear'], id: chancePerYear, unit: 'share/year' });
    if (from.role === to.role && from.band === to.band) {
      context.flaws.report({
        entry,
        field: ['to', 'role'],
        code: 'inconsistent',
        value: to.role,
        rule: 'a move leads from one post to another',
        hint: 'Name another role or band to move to.',
      });
    }
  }
}
