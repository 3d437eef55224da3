// A statement for tests: the place's own post meets the requirement in full, unless told otherwise.
import type { Statement } from '#blueprint';

export function statement(place: string, requirement: string, more: Partial<Statement>): Statement {
  return {
    id: `${place}-${requirement}`,
    place,
    requirement,
    by: 'own-post',
    provider: null,
    supplier: null,
    archetype: null,
    share: 1,
    provides: 'A post',
    staysLocal: '',
    accountableBody: null,
    from: 300,
    until: null,
    source: 'teaching',
    ...more,
  };
}
