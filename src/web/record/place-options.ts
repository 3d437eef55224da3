// The places that a member may act for, as the choices of a form.
import type { Desk, Workspace } from '#service';
import type { Option } from './field-spec.ts';

export function placeOptions({ actor }: Desk, { tree, isBelow }: Workspace): readonly Option[] {
  return tree.places
    .filter(({ code }) => isBelow(code, actor.place))
    .map(({ code, name }) => ({ value: code, label: `${name} (${code})` }));
}
