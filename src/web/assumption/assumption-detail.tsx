// One assumption: what it is, where it comes from, and the form by which its owner revises it.
import { Button, Details, Select, Textarea, TextInput } from 'nhsuk-react-components';
import { formatMonth } from '#kernel';
import type { PageRequest } from '#http';
import { formatMonthName, withMonthNames } from '#report';
import { describeRange, describeValue, SOURCE_KINDS, type Assumption, type Source } from '#workforce';
import { FactList } from '../figures/fact-list.tsx';
import { CsrfField } from '../shell/page-shell.tsx';
import { fieldAt, ProblemSummary, type FormProblem } from '../shell/problem-summary.tsx';
import { RELIABILITIES, SPREADS, type AssumptionFields } from './assumption-form.ts';

export type AssumptionDetailProps = {
  readonly request: PageRequest;
  readonly assumption: Assumption;
  readonly sources: readonly Source[];
  /** File and line of the pack. */
  readonly location: string;
  readonly fields: AssumptionFields;
  readonly problems: readonly FormProblem[];
  readonly madeFrom: number;
  readonly mayChange: boolean;
  readonly maySignOff: boolean;
};

export function AssumptionDetail(props: AssumptionDetailProps) {
  const { request, assumption, sources, location, madeFrom, mayChange, maySignOff, problems } = props;
  const source = sources.find(({ id }) => id === assumption.source);
  const rows = [
    ['Value', withMonthNames(describeValue(assumption))],
    ['Range', describeRange(assumption)],
    ['Unit', assumption.unit],
    ['Kind', assumption.kind],
    ['Source', source === undefined ? assumption.source : `${source.title}, ${source.publisher}, ${source.date}`],
    ['Note', assumption.note === '' ? 'none' : assumption.note],
    ['Reliability', assumption.reliability],
    ['Owner', assumption.owner],
    ['Signed off by', assumption.signedOffBy ?? 'nobody yet'],
    ['Review by', formatMonthName(formatMonth(assumption.reviewBy))],
    ['In the pack', `${assumption.id}, ${location}`],
  ] as const;
  return (
    <>
      <ProblemSummary problems={problems} />
      <FactList facts={rows} />
      {maySignOff && assumption.signedOffBy === null ? (
        <form method="post" action={`/assumptions/${encodeURIComponent(assumption.id)}/sign-off`} className="no-print">
          <CsrfField request={request} />
          <input type="hidden" name="madeFrom" value={madeFrom} />
          <Button secondary>Sign off for its owner</Button>
        </form>
      ) : null}
      {mayChange ? (
        <Details expander open={problems.length > 0} className="no-print">
          <Details.Summary>Revise this assumption</Details.Summary>
          <Details.Text>
            <RevisionForm {...props} />
          </Details.Text>
        </Details>
      ) : null}
    </>
  );
}

const LABELS: Readonly<Record<string, string>> = {
  none: 'Taken as certain',
  lognormal: 'Skewed, by its tenth and ninetieth percentile',
  normal: 'Normal, by mean and standard deviation',
  triangular: 'Triangular, by lowest, likeliest and highest',
  uniform: 'Anywhere between lowest and highest',
};

const SPREAD_NUMBERS = [
  ['p10', 'Tenth percentile'],
  ['p90', 'Ninetieth percentile'],
  ['mean', 'Mean'],
  ['sd', 'Standard deviation'],
  ['low', 'Lowest'],
  ['mode', 'Likeliest'],
  ['high', 'Highest'],
] as const;

function RevisionForm(props: AssumptionDetailProps) {
  const { request, assumption, sources, fields, problems, madeFrom } = props;
  const at = (name: string) => fieldAt(name, { fields, problems });
  return (
    <form method="post" action={`/assumptions/${encodeURIComponent(assumption.id)}`}>
      <CsrfField request={request} />
      <input type="hidden" name="madeFrom" value={madeFrom} />
      <ValueField {...props} />
      <Select {...at('spread')} label="How far it may be off" hint="For a list of values: one factor on all of them.">
        {SPREADS.map((spread) => (
          <Select.Option key={spread} value={spread}>
            {LABELS[spread]}
          </Select.Option>
        ))}
      </Select>
      <SpreadNumbers {...props} />
      <Select
        {...at('kind')}
        label="How the figure came to be"
        hint="A proxy is a statistic of a wider group; a judgement is somebody’s best view."
      >
        {SOURCE_KINDS.map((kind) => (
          <Select.Option key={kind} value={kind}>
            {kind}
          </Select.Option>
        ))}
      </Select>
      <Select {...at('source')} label="Source" hint="A source of the pack; a new one is added in its file of sources.">
        {sources.map(({ id, title }) => (
          <Select.Option key={id} value={id}>
            {title}
          </Select.Option>
        ))}
      </Select>
      <Textarea
        {...at('note')}
        label="Where in the source, or how it was derived"
        hint="Table, page or calculation, so that somebody else comes to the same value."
        rows={3}
      />
      <Select {...at('reliability')} label="Reliability" hint="How far you would lean on it: high, medium or low.">
        {RELIABILITIES.map((each) => (
          <Select.Option key={each} value={each}>
            {each}
          </Select.Option>
        ))}
      </Select>
      <TextInput {...at('owner')} label="Owner" hint="A role, never a person’s name." />
      <TextInput {...at('reviewBy')} label="Review by" hint="Month as YYYY-MM." width="10" />
      <Button>Keep as a new version</Button>
    </form>
  );
}

function ValueField({ assumption, fields, problems }: AssumptionDetailProps) {
  const field = fieldAt('value', { fields, problems });
  if (assumption.value.kind === 'scalar') {
    return (
      <TextInput
        {...field}
        label={`Value in ${assumption.unit}`}
        hint="The single best value; how far it may be off comes next."
        width="10"
        inputMode="decimal"
      />
    );
  }
  return (
    <Textarea
      {...field}
      label={`Values in ${assumption.unit}`}
      hint={
        assumption.value.kind === 'dated'
          ? 'One on each line: the month from which it holds, a colon, the value.'
          : 'One on each line: the members separated by commas, a colon, the value; * stands for all others.'
      }
      rows={8}
    />
  );
}

function SpreadNumbers({ fields, problems, assumption: { unit } }: AssumptionDetailProps) {
  return (
    <fieldset className="nhsuk-fieldset">
      <legend className="nhsuk-fieldset__legend">Numbers of the range; fill in those that its form needs</legend>
      <div className="cluster">
        {SPREAD_NUMBERS.map(([name, label]) => (
          <TextInput
            key={name}
            {...fieldAt(name, { fields, problems })}
            label={label}
            hint={`In ${unit}`}
            width="5"
            inputMode="decimal"
          />
        ))}
      </div>
    </fieldset>
  );
}
