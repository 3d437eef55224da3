// One mapping: the two skills side by side, what it does to coverage, and the form in which a person says so or not.
import { Button, Radios, SummaryList, Tag, Textarea, TextInput } from 'nhsuk-react-components';
import type { PageRequest } from '#http';
import { isConfirmed, isTurnedDown, MAPPING_KINDS, type MappingKind, type SkillMapping } from '#pathways';
import { DataTable, singleGroup } from '#report';
import type { FoundMapping } from '#service';
import { CsrfField } from '../../shell/page-shell.tsx';
import { fieldAt, ProblemSummary, type FormProblem } from '../../shell/problem-summary.tsx';
import { skillHrefOfKey } from '../frameworks/framework-links.ts';
import { CROSSWALK } from './crosswalk-links.ts';
import type { MappingFields } from './mapping-form.ts';

export type MappingPageProps = {
  readonly request: PageRequest;
  readonly found: FoundMapping;
  readonly nameOf: (skill: string) => string;
  readonly maySay: boolean;
  readonly fields: MappingFields;
  readonly problems: readonly FormProblem[];
};

export function MappingPage(props: MappingPageProps) {
  const { request, found, maySay, problems } = props;
  const { mapping } = found;
  return (
    <>
      <ProblemSummary problems={problems} />
      <p>
        <Standing mapping={mapping} />
      </p>
      <Skills {...props} />
      <Effect {...props} />
      {maySay ? <SayForm {...props} /> : <p>A national planner confirms it or takes it back.</p>}
      {maySay && isConfirmed(mapping) ? (
        <form method="post" action={`${CROSSWALK}/mapping/back`} className="no-print">
          <CsrfField request={request} />
          <Named found={found} />
          <Button secondary>Take it back: nothing is said of the two</Button>
        </form>
      ) : null}
    </>
  );
}

function Standing({ mapping }: { readonly mapping: SkillMapping }) {
  if (isTurnedDown(mapping)) return <Tag modifier="grey">turned down</Tag>;
  return isConfirmed(mapping) ? <Tag modifier="green">confirmed</Tag> : <Tag modifier="yellow">proposed</Tag>;
}

function Named({ found: { mapping, version } }: Pick<MappingPageProps, 'found'>) {
  return (
    <>
      <input type="hidden" name="from" value={mapping.from} />
      <input type="hidden" name="to" value={mapping.to} />
      <input type="hidden" name="madeFrom" value={version} />
    </>
  );
}

function Skills({ found: { mapping, workspace }, nameOf }: MappingPageProps) {
  const { frameworks } = workspace.pack.skills;
  const known = new Set(frameworks.map(({ id }) => id));
  const line = (key: string) => {
    const href = skillHrefOfKey(key, known);
    const title = frameworks.find(({ id }) => key.startsWith(`${id}/`))?.title ?? key;
    return (
      <>
        {href === null ? nameOf(key) : <a href={href}>{nameOf(key)}</a>}, {title}
      </>
    );
  };
  const lines = [
    { key: 'First skill', value: line(mapping.from) },
    { key: 'Second skill', value: line(mapping.to) },
    { key: 'Who says so', value: mapping.saidBy ?? 'Nobody yet: it is a proposal' },
    ...(isConfirmed(mapping) && mapping.note !== '' ? [{ key: 'Reason', value: mapping.note }] : []),
  ];
  return (
    <SummaryList>
      {lines.map(({ key, value }) => (
        <SummaryList.Row key={key}>
          <SummaryList.Key>{key}</SummaryList.Key>
          <SummaryList.Value>{value}</SummaryList.Value>
        </SummaryList.Row>
      ))}
    </SummaryList>
  );
}

function Effect({ found: { mapping, effect } }: MappingPageProps) {
  if (isConfirmed(mapping)) return null;
  return (
    <div className="figures">
      <DataTable
        id="effect"
        caption="Coverage between families, if it were confirmed as it stands"
        columns={[
          { key: 'of', label: 'Framework', kind: 'text' },
          { key: 'before', label: 'Now', kind: 'number' },
          { key: 'after', label: 'With it', kind: 'number' },
        ]}
        groups={singleGroup(
          effect.map(({ of, before, after }) => ({ key: of, header: of, cells: [finely(before), finely(after)] })),
        )}
        total={null}
      />
    </div>
  );
}

/** One mapping among hundreds moves the mean in its second decimal. */
function finely(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}

function SayForm({ request, found, nameOf, fields, problems }: MappingPageProps) {
  const { mapping } = found;
  const kind = fieldAt('kind', { fields, problems });
  const [one, other] = [nameOf(mapping.from), nameOf(mapping.to)];
  return (
    <>
      <h2>{isConfirmed(mapping) ? 'Say it otherwise' : 'Say how they stand to each other'}</h2>
      <form method="post" action={`${CROSSWALK}/mapping`} className="no-print">
        <CsrfField request={request} />
        <Named found={found} />
        <Radios
          idPrefix="kind"
          name="kind"
          legend={`“${one}” and “${other}”`}
          {...('error' in kind ? { error: kind.error } : {})}
        >
          {MAPPING_KINDS.map((each, index) => (
            <Radios.Item
              key={each}
              id={index === 0 ? 'kind' : `kind-${each}`}
              value={each}
              defaultChecked={fields['kind'] === each}
              hint={KIND_HINTS[each]}
            >
              {KIND_LABELS[each]}
            </Radios.Item>
          ))}
        </Radios>
        <TextInput
          {...fieldAt('confidence', { fields, problems })}
          label="How sure, in per cent"
          hint="What you believe, whatever the likeness of the names."
          width={3}
          inputMode="numeric"
        />
        <TextInput
          {...fieldAt('saidBy', { fields, problems })}
          label="The role that stands behind it"
          hint="An office, never a person’s name. Your own number goes into the audit."
        />
        <Textarea
          {...fieldAt('note', { fields, problems })}
          label="Reason (optional)"
          hint="Whoever reads the crosswalk sees it."
          rows={3}
        />
        <Button>Say so</Button>
      </form>
    </>
  );
}

const KIND_LABELS: Readonly<Record<MappingKind, string>> = {
  equal: 'They are the same skill',
  subset: 'The first is a part of the second',
  superset: 'The first holds all of the second',
  intersects: 'They share a part',
  different: 'They are different skills, alike in name alone',
};

const KIND_HINTS: Readonly<Record<MappingKind, string>> = {
  equal: 'Holding one counts as holding the other, as far as one is sure.',
  subset: 'Holding the second counts for the first; holding the first counts in part.',
  superset: 'Holding the first counts for the second; holding the second counts in part.',
  intersects: 'Each counts in part for the other.',
  different: 'Neither counts for the other, and the pair is not proposed again.',
};
