// The form that asks for routes: from a post or profession, to a role or to wherever is near, and what counts as best.
import { Button, Checkboxes, Radios, Select } from 'nhsuk-react-components';
import { groupBy } from '#kernel';
import type { PageRequest } from '#http';
import type { PreparedRoutes } from '#planning';

export type RouteFormProps = {
  readonly request: PageRequest;
  readonly map: PreparedRoutes['map'];
  /** Names of roles by id. */
  readonly roleName: (role: string) => string;
  /** Levels of skills that are held by one's own evidence; none where there are none or one has no passport. */
  readonly ownSkills: number;
};

export function RouteForm({ request, map, roleName, ownSkills }: RouteFormProps) {
  const { query } = request;
  const roles = [...groupBy(map.levels, ({ role }) => role)];
  return (
    <form method="get" action="/people/routes" className="no-print">
      <Select
        id="from"
        name="from"
        label="Where you start"
        hint="A post in its band, or the profession you come from"
        defaultValue={query['from'] ?? ''}
      >
        <Select.Option value="">{ownSkills > 0 ? 'My own skills alone' : 'Choose a start'}</Select.Option>
        {roles.map(([role, levels]) => (
          <optgroup key={role} label={roleName(role)}>
            {levels.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
        <optgroup label="Professions outside digital">
          {map.professions.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </optgroup>
      </Select>
      <Select
        id="to"
        name="to"
        label="Where you want to be"
        hint="A role at a band; leave it open to see what is near."
        defaultValue={query['to'] ?? ''}
      >
        <Select.Option value="">Anywhere: show me the nearest</Select.Option>
        {roles.map(([role]) => (
          <Select.Option key={role} value={role}>
            {roleName(role)}
          </Select.Option>
        ))}
      </Select>
      <Choices query={query} ownSkills={ownSkills} />
      <Button>Find routes</Button>
    </form>
  );
}

type ChoicesProps = { readonly query: PageRequest['query']; readonly ownSkills: number };

function Choices({ query, ownSkills }: ChoicesProps) {
  return (
    <>
      {ownSkills === 0 ? null : (
        <Checkboxes idPrefix="own" name="own">
          <Checkboxes.Item value="yes" defaultChecked={query['own'] === 'yes'}>
            Count the {ownSkills} {ownSkills === 1 ? 'skill' : 'skills'} that my passport shows
          </Checkboxes.Item>
        </Checkboxes>
      )}
      <Radios idPrefix="by" name="by" legend="What makes a way the best">
        <Radios.Item value="effort" defaultChecked={query['by'] !== 'time' && query['by'] !== 'pay'}>
          The least to learn
        </Radios.Item>
        <Radios.Item value="time" defaultChecked={query['by'] === 'time'}>
          The fewest months
        </Radios.Item>
        <Radios.Item value="pay" defaultChecked={query['by'] === 'pay'} hint="The least to learn among such ways">
          Pay never falls
        </Radios.Item>
      </Radios>
      <Radios
        idPrefix="measure"
        name="measure"
        legend="When a move beside the job counts as possible"
        hint="A promotion, a move that people are known to make and a programme count whatever you choose here."
      >
        <Radios.Item value="coverage" defaultChecked={query['measure'] !== 'career-causeways'}>
          You bring enough of what is to be learned
        </Radios.Item>
        <Radios.Item
          value="career-causeways"
          defaultChecked={query['measure'] === 'career-causeways'}
          hint="A published rule on how far the skills of two jobs overlap"
        >
          By Mapping Career Causeways
        </Radios.Item>
      </Radios>
    </>
  );
}
