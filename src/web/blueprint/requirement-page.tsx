// A requirement in full: its statement, who answers for it, what it takes, what holds here, and the form to tailor it.
import { Button, Details, InsetText, Radios, Select, Textarea, TextInput } from 'nhsuk-react-components';
import { LOCK_WORDS, type Profile, type Requirement } from '#blueprint';
import { formatMonth } from '#kernel';
import type { PageRequest } from '#http';
import type { BlueprintView } from '#planning';
import { formatMonthName } from '#report';
import { FactList } from '../figures/fact-list.tsx';
import { CsrfField } from '../shell/page-shell.tsx';
import { fieldAt, ProblemSummary, type FormProblem } from '../shell/problem-summary.tsx';
import { WHOLE_REQUIREMENT } from '#service';
import type { TailoringFields } from './tailoring.ts';

export type RequirementPageProps = {
  readonly request: PageRequest;
  readonly requirement: Requirement;
  readonly view: BlueprintView;
  readonly place: string;
  readonly placeCode: string;
  readonly profile: Profile;
  readonly madeFrom: number;
  readonly mayTailor: boolean;
  readonly fields: TailoringFields;
  readonly problems: readonly FormProblem[];
};

export function RequirementPage(props: RequirementPageProps) {
  const { requirement, problems, mayTailor } = props;
  return (
    <>
      <ProblemSummary problems={problems} />
      <p className="nhsuk-u-reading-width">{requirement.statement}</p>
      <Particulars {...props} />
      <Here {...props} />
      {mayTailor ? <TailoringForm {...props} /> : null}
    </>
  );
}

function Particulars({ requirement, view }: RequirementPageProps) {
  const { accountableTier, responsible, consulted, lock, from, matures, standards, measures, demand, pathwayStep } =
    requirement;
  const offices = (list: Requirement['responsible']) => list.map(({ tier, title }) => `${title} (${tier})`).join('; ');
  const rows = [
    ['Answered for by', `the ${accountableTier} tier`],
    ['Responsible', offices(responsible) || 'the places in which it applies'],
    ['Consulted', offices(consulted) || 'nobody named'],
    ['Tailoring', LOCK_WORDS[lock]],
    ['Asks for people from', formatMonthName(formatMonth(from))],
    ['Met in full by', formatMonthName(formatMonth(matures))],
    ['Step of a person’s pathway', pathwayStep ?? 'serves all'],
    ['Standards', standards.join('; ') || 'none named'],
    ['How one will see it', measures.join('; ') || 'no measure named'],
    [
      'People it takes',
      demand.map(({ role, formula }) => `${view.nameOf.role(role)}: ${formula.text}`).join('; ') || 'none of its own',
    ],
  ] as const;
  return <FactList facts={rows} />;
}

function Here({ request, requirement, view, place, placeCode, profile, madeFrom, mayTailor }: RequirementPageProps) {
  const here = view.resolved.requirements.find(
    (each) => each.requirement.id === requirement.id && each.place === placeCode,
  );
  const own = [
    ...profile.excludes.filter((each) => each.requirement === requirement.id).map(() => WHOLE_REQUIREMENT),
    ...profile.sets.filter((each) => each.requirement === requirement.id).map(({ parameter }) => parameter),
  ];
  return (
    <section aria-labelledby="here-heading">
      <h2 id="here-heading">What holds in {place}</h2>
      {here === undefined ? (
        <p>It asks for nobody in {place} itself; it may in places below.</p>
      ) : (
        <ul>
          <li>
            Met in full by {formatMonthName(formatMonth(here.matures))}, set by {here.maturesSetBy}
          </li>
          {here.parameters.map(({ id, unit, value, setBy }) => (
            <li key={id}>
              {id}: {value.kind === 'number' ? `${value.value} ${unit}` : `by the assumption ${value.id}`}, set by{' '}
              {setBy}
            </li>
          ))}
          {here.deviations.map(({ subject, reason, approver, reviewBy }) => (
            <li key={subject}>
              Departed from ({subject === WHOLE_REQUIREMENT ? 'the whole requirement' : subject}): {reason} Agreed by{' '}
              {approver}; lapses in {formatMonthName(formatMonth(reviewBy))}.
            </li>
          ))}
        </ul>
      )}
      {mayTailor && own.length > 0 ? (
        <div className="cluster no-print">
          {own.map((subject) => (
            <form key={subject} method="post" action={`${request.path}/undo`}>
              <CsrfField request={request} />
              <input type="hidden" name="madeFrom" value={madeFrom} />
              <input type="hidden" name="subject" value={subject} />
              <Button secondary>Undo our own {subject === WHOLE_REQUIREMENT ? 'departure' : subject}</Button>
            </form>
          ))}
        </div>
      ) : null}
    </section>
  );
}

function TailoringForm({ request, requirement, place, madeFrom, fields, problems }: RequirementPageProps) {
  const at = (name: string) => fieldAt(name, { fields, problems });
  return (
    <Details expander open={problems.length > 0} className="no-print">
      <Details.Summary>Tailor it for {place}</Details.Summary>
      <Details.Text>
        <InsetText>
          The centre lets a place set this {LOCK_WORDS[requirement.lock]}. For a time one may depart from it, and says
          why, who agreed and until when; then it holds again by itself.
        </InsetText>
        <form method="post" action={request.path}>
          <CsrfField request={request} />
          <input type="hidden" name="madeFrom" value={madeFrom} />
          <Select
            {...at('subject')}
            label="What is to be set"
            hint="Only what the blueprint lets a place set is offered."
          >
            <Select.Option value="matures">The month by which it is met in full</Select.Option>
            {requirement.parameters.map(({ id, description, unit }) => (
              <Select.Option key={id} value={id}>
                {description} ({unit})
              </Select.Option>
            ))}
            <Select.Option value={WHOLE_REQUIREMENT}>The whole requirement, which is not met for a time</Select.Option>
          </Select>
          <TextInput
            {...at('value')}
            label="Value"
            hint="A number, or a month as YYYY-MM. Leave it empty for the whole requirement."
            width="10"
          />
          <Radios idPrefix="kind" name="kind" legend="For how long">
            <Radios.Item
              value="lasting"
              defaultChecked={fields['kind'] !== 'departure'}
              hint="Only where the lock allows it."
            >
              For good
            </Radios.Item>
            <Radios.Item value="departure" defaultChecked={fields['kind'] === 'departure'} hint="Comply or explain.">
              For a time, as a departure
            </Radios.Item>
          </Radios>
          <Textarea
            {...at('reason')}
            label="Why we depart from it"
            hint="What stands in the way, and what is done meanwhile. It is read by whoever approves it."
            rows={3}
          />
          <TextInput {...at('approver')} label="Which office agreed" hint="An office, never a person’s name." />
          <TextInput {...at('reviewBy')} label="Lapses in" hint="Month as YYYY-MM." width="10" />
          <Button>Keep it for {place}</Button>
        </form>
      </Details.Text>
    </Details>
  );
}
