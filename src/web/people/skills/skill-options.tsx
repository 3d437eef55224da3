// A choice of a skill from the frameworks in force, by group, and of a level with what it means.
import { Radios, Select } from 'nhsuk-react-components';
import { groupBy } from '#kernel';
import { currentFrameworks, skillKey, type Framework } from '#pathways';
import { SKILL_LEVELS, type SkillLevel } from '#workforce';
import { fieldAt, type FormProblem } from '../../shell/problem-summary.tsx';

export type SkillFieldsProps = {
  readonly frameworks: readonly Framework[];
  readonly fields: Readonly<Record<string, string>>;
  readonly problems: readonly FormProblem[];
};

/** What a level means to somebody who looks at their own work. */
export const LEVEL_HINTS: Readonly<Record<SkillLevel, string>> = {
  awareness: 'I know what it is and when to ask somebody.',
  working: 'I use it in my work, with help where it is hard.',
  practitioner: 'I use it without help, and show others how.',
  expert: 'I lead others in it, and they come to me.',
};

export function SkillFields({ frameworks, fields, problems }: SkillFieldsProps) {
  const level = fieldAt('level', { fields, problems });
  return (
    <>
      <Select {...fieldAt('skill', { fields, problems })} label="Skill" hint="From the frameworks of the pack.">
        <Select.Option value="">Choose a skill</Select.Option>
        {currentFrameworks(frameworks).flatMap((framework) =>
          [...groupBy(framework.skills, ({ group }) => group ?? 'Skills')].map(([group, skills]) => (
            <optgroup key={`${framework.id} ${group}`} label={`${framework.title}: ${group}`}>
              {skills.map(({ id, name }) => (
                <option key={id} value={skillKey(framework.id, id)}>
                  {name}
                </option>
              ))}
            </optgroup>
          )),
        )}
      </Select>
      <Radios idPrefix="level" name="level" legend="Level" {...('error' in level ? { error: level.error } : {})}>
        {SKILL_LEVELS.map((each, index) => (
          <Radios.Item
            key={each}
            id={index === 0 ? 'level' : `level-${index + 1}`}
            value={each}
            hint={LEVEL_HINTS[each]}
            defaultChecked={fields['level'] === each}
          >
            {capital(each)}
          </Radios.Item>
        ))}
      </Radios>
    </>
  );
}

/** `working` → `Working` */
function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}
