// The crosswalk between two frameworks: what it brings together, what waits for a person, and what is said already.
import { Button, InsetText, Select } from 'nhsuk-react-components';
import type { Framework, SkillMapping } from '#pathways';
import { MAPPING_WORDS, percentInWords, type CrosswalkData } from '#planning';
import { counted, DataTable, formatShare, singleGroup } from '#report';
import { CROSSWALK, mappingHref } from './crosswalk-links.ts';

export type CrosswalkIndexProps = {
  readonly frameworks: readonly Framework[];
  readonly from: string;
  readonly to: string;
  readonly data: CrosswalkData;
  readonly nameOf: (skill: string) => string;
  readonly maySay: boolean;
};

export function CrosswalkIndex({ frameworks, from, to, data, nameOf, maySay }: CrosswalkIndexProps) {
  const isHere = (mapping: SkillMapping) => isBetween(mapping, from, to);
  const said = data.confirmed.filter(isHere);
  const turnedDown = data.turnedDown.filter(isHere);
  const proposed = [...data.waiting, ...data.proposals];
  return (
    <>
      <p className="nhsuk-u-reading-width">
        Frameworks call the same skill by different names. A crosswalk says what each skill is to another, so that what
        somebody has learned under one name counts under the other. The likeness of names only proposes:{' '}
        <strong>a proposal counts for nothing until a person confirms it.</strong>
      </p>
      <Choice frameworks={frameworks} from={from} to={to} />
      <Coverage coverage={data.coverage} />
      <h2>Proposed</h2>
      {proposed.length === 0 ? (
        <InsetText>Nothing waits: no further names of these two frameworks are alike.</InsetText>
      ) : (
        <Mappings
          id="proposed"
          caption={`${counted(proposed.length, 'proposal', 'proposals')}, those first that stand in the pack, then by likeness${maySay ? '; choose one to judge it' : ''}`}
          mappings={proposed}
          nameOf={nameOf}
        />
      )}
      <h2>Confirmed</h2>
      {said.length === 0 ? (
        <InsetText>Nobody has said anything yet of how these two frameworks stand to each other.</InsetText>
      ) : (
        <Mappings
          id="confirmed"
          caption={`${counted(said.length, 'mapping counts', 'mappings count')} between these two`}
          mappings={said}
          nameOf={nameOf}
        />
      )}
      {turnedDown.length === 0 ? null : (
        <>
          <h2>Turned down</h2>
          <Mappings
            id="turned-down"
            caption={`${counted(turnedDown.length, 'pair is alike in name alone', 'pairs are alike in name alone')} and not proposed again`}
            mappings={turnedDown}
            nameOf={nameOf}
          />
        </>
      )}
    </>
  );
}

function isBetween(mapping: SkillMapping, from: string, to: string): boolean {
  const [one, other] = [mapping.from, mapping.to].map((key) => key.slice(0, key.indexOf('/')));
  return (one === from && other === to) || (one === to && other === from);
}

type ChoiceProps = Pick<CrosswalkIndexProps, 'frameworks' | 'from' | 'to'>;

function Choice({ frameworks, from, to }: ChoiceProps) {
  const options = frameworks.map(({ id, title }) => (
    <Select.Option key={id} value={id}>
      {title}
    </Select.Option>
  ));
  return (
    <form method="get" action={CROSSWALK} className="no-print">
      <Select
        id="from"
        name="from"
        label="Skills of"
        hint="The framework whose skills stand first."
        defaultValue={from}
      >
        {options}
      </Select>
      <Select
        id="to"
        name="to"
        label="Against skills of"
        hint="The same once more finds skills that are close to each other within it."
        defaultValue={to}
      >
        {options}
      </Select>
      <Button secondary>Show it</Button>
    </form>
  );
}

function Coverage({ coverage }: Pick<CrosswalkData, 'coverage'>) {
  return (
    <div className="figures">
      <DataTable
        id="coverage"
        caption="Coverage: the share of what a role level asks for that somebody brings from a level of another family, on average"
        columns={[
          { key: 'of', label: 'Framework', kind: 'text' },
          { key: 'names', label: 'Before: by names alone', kind: 'number' },
          { key: 'confirmed', label: 'After: with what is confirmed', kind: 'number' },
          { key: 'all', label: 'If all proposals were confirmed', kind: 'number' },
        ]}
        groups={singleGroup(
          coverage.map(({ of, byNames, confirmed, ifAllConfirmed }) => ({
            key: of,
            header: of,
            cells: [byNames, confirmed, ifAllConfirmed].map(percentInWords),
          })),
        )}
        total={null}
      />
    </div>
  );
}

type MappingsProps = {
  readonly id: string;
  readonly caption: string;
  readonly mappings: readonly SkillMapping[];
  readonly nameOf: (skill: string) => string;
};

function Mappings({ id, caption, mappings, nameOf }: MappingsProps) {
  return (
    <div className="figures">
      <DataTable
        id={id}
        caption={caption}
        columns={[
          { key: 'from', label: 'Skill', kind: 'text' },
          { key: 'kind', label: 'Is', kind: 'text' },
          { key: 'to', label: 'Skill', kind: 'text' },
          { key: 'by', label: 'Who says so', kind: 'text' },
          { key: 'sure', label: 'How sure', kind: 'number' },
        ]}
        groups={singleGroup(
          mappings.map((mapping) => ({
            key: `${mapping.from} ${mapping.to}`,
            header: <a href={mappingHref(mapping)}>{nameOf(mapping.from)}</a>,
            cells: [
              MAPPING_WORDS[mapping.kind],
              nameOf(mapping.to),
              mapping.saidBy ?? 'nobody yet',
              formatShare(mapping.confidence),
            ],
          })),
        )}
        total={null}
      />
    </div>
  );
}
