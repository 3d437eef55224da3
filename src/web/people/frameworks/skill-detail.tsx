// One skill: who asks for it, what it is related to, and what other frameworks' skills count for it.
import { isConfirmed, levelsOf, skillKey, type Framework, type FrameworkSkill, type SkillMapping } from '#pathways';
import { MAPPING_WORDS, type Pack } from '#planning';
import { DataTable, formatShare, singleGroup } from '#report';
import { levelHref, skillHref, skillHrefOfKey } from './framework-links.ts';

export type SkillDetailProps = {
  readonly framework: Framework;
  readonly skill: FrameworkSkill;
  readonly pack: Pack;
};

export function SkillDetail({ framework, skill, pack }: SkillDetailProps) {
  const key = skillKey(framework.id, skill.id);
  const asking = levelsOf(framework).flatMap(({ role, level }) => {
    const need = level.needs.find((each) => each.skill === skill.id);
    return need === undefined ? [] : [{ role, level, asked: need.level }];
  });
  const nameOf = (id: string) => framework.skills.find((each) => each.id === id)?.name ?? id;
  return (
    <>
      <p>
        {skill.group === null ? 'It stands in no group.' : `Group: ${skill.group}.`} A passport names it{' '}
        <code>{key}</code>.
      </p>
      <div className="figures">
        <DataTable
          id="asking"
          caption={asking.length === 0 ? 'No role level asks for it' : 'Role levels that ask for it'}
          columns={[
            { key: 'level', label: 'Role level', kind: 'text' },
            { key: 'role', label: 'Role', kind: 'text' },
            { key: 'asked', label: 'At level', kind: 'text' },
          ]}
          groups={singleGroup(
            asking.map(({ role, level, asked }) => ({
              key: level.id,
              header: <a href={levelHref(framework.id, level.id)}>{level.name}</a>,
              cells: [role.name, asked],
            })),
          )}
          total={null}
        />
      </div>
      {skill.related.length === 0 ? null : (
        <>
          <h2>The framework calls these related</h2>
          <ul>
            {skill.related.map((id) => (
              <li key={id}>
                <a href={skillHref(framework.id, id)}>{nameOf(id)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <Crosswalk of={key} pack={pack} />
    </>
  );
}

function Crosswalk({ of, pack }: { readonly of: string; readonly pack: Pack }) {
  const mappings = pack.skills.mappings.filter(({ from, to }) => from === of || to === of);
  const known = new Set(pack.skills.frameworks.map(({ id }) => id));
  const linked = (key: string) => {
    const href = skillHrefOfKey(key, known);
    return href === null ? key : <a href={href}>{nameOfKey(key, pack)}</a>;
  };
  return (
    <>
      <h2>Across frameworks</h2>
      {mappings.length === 0 ? <p>The crosswalk says nothing of it.</p> : null}
      <ul>
        {mappings.map((mapping) => (
          <li key={`${mapping.from} ${mapping.to}`}>
            {linked(mapping.from)} is {MAPPING_WORDS[mapping.kind]} {linked(mapping.to)}: <Standing mapping={mapping} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Standing({ mapping }: { readonly mapping: SkillMapping }) {
  return isConfirmed(mapping) ? (
    <>
      {mapping.saidBy} says so, {formatShare(mapping.confidence)} sure
    </>
  ) : (
    <>a proposal, which counts for nothing until somebody confirms it</>
  );
}

function nameOfKey(key: string, { skills }: Pack): string {
  const cut = key.indexOf('/');
  const framework = skills.frameworks.find(({ id }) => id === key.slice(0, cut));
  return framework?.skills.find(({ id }) => id === key.slice(cut + 1))?.name ?? key;
}
