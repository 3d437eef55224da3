// The form in which a hybrid role is designed: its parts and shares, what it needs, and how people come to it.
import { Button, Fieldset, Select, Textarea, TextInput } from 'nhsuk-react-components';
import type { PageRequest } from '#http';
import type { Pack, PreparedRoutes } from '#planning';
import { CsrfField } from '../../shell/page-shell.tsx';
import { fieldAt, ProblemSummary, type FormProblem } from '../../shell/problem-summary.tsx';
import { PART_NUMBERS, type HybridFields } from './hybrid-form.ts';

export type HybridEditorProps = {
  readonly request: PageRequest;
  readonly pack: Pack;
  readonly map: PreparedRoutes['map'];
  readonly fields: HybridFields;
  readonly problems: readonly FormProblem[];
};

type At = (name: string) => ReturnType<typeof fieldAt>;

export function HybridEditor({ request, pack, map, fields, problems }: HybridEditorProps) {
  const { families, bands, professions, scenarios } = pack.system;
  const at: At = (name) => fieldAt(name, { fields, problems });
  return (
    <>
      <ProblemSummary problems={problems} />
      <form method="post" action="/people/hybrid">
        <CsrfField request={request} />
        <TextInput {...at('name')} label="Name of the role" hint="As it would stand in a job advert." width="20" />
        <Choice {...at('family')} label="Family" hint="In which its people are counted." options={families} />
        <Choice {...at('band')} label="Band" hint="Pay band of the post." options={bands} />
        <Choice
          {...at('sourceProfession')}
          label="Profession that people come from"
          hint="It gives up a part of each person for good, and more while they study."
          options={professions}
        />
        <h2>Parts</h2>
        <p>The shares of a full post add up to 100%. Only digital shares count towards digital need.</p>
        {PART_NUMBERS.map((number) => (
          <Part key={number} number={number} at={at} pack={pack} map={map} />
        ))}
        <Needs at={at} />
        <Coming at={at} />
        <Choice
          {...at('scenario')}
          label="Scenario that it is tried in"
          hint="The futures that its effect is told for."
          options={scenarios}
        />
        <Button>Show what it would do</Button>
      </form>
    </>
  );
}

type Option = { readonly id: string; readonly name: string };
type ChoiceProps = ReturnType<typeof fieldAt> & {
  readonly label: string;
  readonly hint: string;
  readonly options: readonly Option[];
};

function Choice({ options, ...field }: ChoiceProps) {
  return (
    <Select {...field}>
      <Select.Option value="">Choose</Select.Option>
      {options.map(({ id, name }) => (
        <Select.Option key={id} value={id}>
          {name}
        </Select.Option>
      ))}
    </Select>
  );
}

type PartProps = Pick<HybridEditorProps, 'pack' | 'map'> & { readonly number: number; readonly at: At };

function Part({ number, at, pack, map }: PartProps) {
  return (
    <Fieldset>
      <Fieldset.Legend size="s">Part {number}</Fieldset.Legend>
      <div className="cluster">
        <Choice
          {...at(`profession${number}`)}
          label="Profession"
          hint="Whose work this part is."
          options={pack.system.professions}
        />
        <TextInput
          {...at(`share${number}`)}
          label="Share, %"
          hint="Of the post; all shares add up to 100."
          width="4"
          inputMode="decimal"
        />
        <Choice
          {...at(`like${number}`)}
          label="Works like the post"
          hint="A role level of a framework, whose skills this part takes."
          options={map.levels}
        />
      </div>
    </Fieldset>
  );
}

function Needs({ at }: { readonly at: At }) {
  return (
    <>
      <h2>What it needs</h2>
      <p>A part that works like a post needs all that the post needs. Add here what the role needs beyond that.</p>
      <Textarea {...at('registrations')} label="Registrations" hint="One to a line" rows={2} />
      <Textarea
        {...at('skills')}
        label="Skills"
        hint="One to a line, as “Skill = level”; levels are awareness, working, practitioner and expert."
        rows={4}
      />
    </>
  );
}

function Coming({ at }: { readonly at: At }) {
  const number = { width: '10', inputMode: 'decimal' } as const;
  return (
    <>
      <h2>How people come to it</h2>
      <TextInput
        {...at('startsPerYear')}
        {...number}
        label="Starts in a year, in the whole nation"
        hint="People who would begin it each year."
      />
      <TextInput
        {...at('trainingMonths')}
        {...number}
        label="Months of training"
        hint="From the start until they fill the post."
      />
      <TextInput {...at('completionShare')} {...number} label="Who complete, %" hint="Of those who start." />
      <TextInput
        {...at('costGbpPerStart')}
        {...number}
        label="Cost of a start, £"
        hint="Fees and time off the job for one person."
      />
      <TextInput
        {...at('protectedTimeShare')}
        {...number}
        label="Protected time, %"
        hint="Share of the working week that goes into study meanwhile"
      />
      <TextInput
        {...at('backfillShare')}
        {...number}
        label="Backfill, %"
        hint="Share of that time that somebody else is paid to fill"
      />
    </>
  );
}
