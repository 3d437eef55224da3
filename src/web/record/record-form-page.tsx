// A record's form, and beside it what somebody else has kept meanwhile, where that is so.
import { Button, InsetText } from 'nhsuk-react-components';
import type { PageRequest } from '#http';
import { DataTable, singleGroup } from '#report';
import { CsrfField } from '../shell/page-shell.tsx';
import { ProblemSummary } from '../shell/problem-summary.tsx';
import type { FieldSpec } from './field-spec.ts';
import type { Fields } from './form-body.ts';
import { FormFields, type Shown } from './form-fields.tsx';
import type { RecordForm } from './record-part.ts';

export type RecordFormPageProps = {
  readonly request: PageRequest;
  readonly form: RecordForm;
  readonly madeFrom: number;
  readonly shown: Shown;
  /** What is kept now, where somebody has changed it since the form was opened; else null. */
  readonly conflict: Fields | null;
};

export function RecordFormPage({ request, form, madeFrom, shown, conflict }: RecordFormPageProps) {
  return (
    <>
      <ProblemSummary problems={shown.problems} />
      {form.intro === '' ? null : <p className="nhsuk-u-reading-width">{form.intro}</p>}
      {conflict === null ? null : (
        <Conflict specs={form.sections.flatMap(({ fields }) => fields)} kept={conflict} typed={shown.fields} />
      )}
      <form method="post" action={addressOf(request)}>
        <CsrfField request={request} />
        <input type="hidden" name="madeFrom" value={madeFrom} />
        <FormFields sections={form.sections} shown={shown} />
        <Button>Keep</Button>
      </form>
    </>
  );
}

type ConflictProps = { readonly specs: readonly FieldSpec[]; readonly kept: Fields; readonly typed: Fields };

function Conflict({ specs, kept, typed }: ConflictProps) {
  const differing = specs.filter(({ name }) => (kept[name] ?? '') !== (typed[name] ?? ''));
  return (
    <>
      <InsetText>
        Somebody kept another version while this form was open. Both stand below. The form holds what you typed: change
        it where theirs is right, then keep it as the version after theirs.
      </InsetText>
      <div className="figures">
        <DataTable
          id="conflict"
          caption="Where the two differ"
          columns={[
            { key: 'field', label: 'Field', kind: 'text' },
            { key: 'kept', label: 'Kept now', kind: 'text' },
            { key: 'typed', label: 'As you typed it', kind: 'text' },
          ]}
          groups={singleGroup(
            differing.map(({ name, label }) => ({
              key: name,
              header: label,
              cells: [kept[name] ?? '', typed[name] ?? ''],
            })),
          )}
          total={null}
        />
      </div>
    </>
  );
}

/** What the form was opened for stands in the query, and goes with it when it is sent. */
function addressOf({ path, query }: PageRequest): string {
  const asked = new URLSearchParams(query).toString();
  return asked === '' ? path : `${path}?${asked}`;
}
