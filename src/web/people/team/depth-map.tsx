// The heat map of skills: a row for each skill that posts need, shaded and worded by how deep it goes.
import { Tag } from 'nhsuk-react-components';
import type { Depth } from '#pathways';
import { DataTable, singleGroup } from '#report';
import type { SkillDepth } from '#service';
import { SKILL_LEVELS } from '#workforce';

const DEPTHS: Readonly<
  Record<Depth, { readonly label: string; readonly colour: 'red' | 'orange' | 'green' | 'grey' }>
> = {
  nobody: { label: 'Nobody', colour: 'red' },
  'one person': { label: 'One person: single point of failure', colour: 'orange' },
  covered: { label: 'Covered', colour: 'green' },
  'not shown': { label: 'Too few to show', colour: 'grey' },
};

export type DepthMapProps = { readonly depth: SkillDepth; readonly nameOf: (skill: string) => string };

export function DepthMap({ depth, nameOf }: DepthMapProps) {
  return (
    <div className="figures">
      <DataTable
        id="depth"
        caption={
          depth.skills.length === 0 ? 'No post here asks for a skill that is listed' : 'Skills that posts here need'
        }
        columns={[
          { key: 'skill', label: 'Skill', kind: 'text' },
          { key: 'needed', label: 'Needed at', kind: 'text' },
          ...SKILL_LEVELS.map((level) => ({ key: level, label: level, kind: 'number' as const })),
          { key: 'able', label: 'At that level or above', kind: 'number' },
          { key: 'depth', label: 'Depth', kind: 'text' },
        ]}
        groups={singleGroup(
          depth.skills.map(({ skill, needed, atLevel, able, depth: deep }) => ({
            key: skill,
            header: nameOf(skill),
            cells: [
              needed,
              ...(atLevel?.map(({ people }) => people.says) ?? SKILL_LEVELS.map(() => 'hidden')),
              able.says,
              <Tag key="depth" modifier={DEPTHS[deep].colour}>
                {DEPTHS[deep].label}
              </Tag>,
            ],
          })),
        )}
        total={null}
      />
    </div>
  );
}
