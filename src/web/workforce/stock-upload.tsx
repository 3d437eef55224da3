// The pages of sending people in post: choose a file, say which column is which, see what would change, keep it.
import { Button, Details, FileUpload, InsetText, Select, WarningCallout } from 'nhsuk-react-components';
import type { PageRequest } from '#http';
import { countBy, NOBODY, type Count, type StockShown } from '#planning';
import { DataTable, singleGroup } from '#report';
import type { SentTable, Workspace } from '#service';
import type { StockRow } from '#workforce';
import { CsrfField } from '../shell/page-shell.tsx';
import { ProblemSummary, type FormProblem } from '../shell/problem-summary.tsx';
import type { ShownChange } from './stock-change.ts';
import { STOCK_FIELDS, type StockField, type StockMapping } from './stock-mapping.ts';
import { ruleSentence } from './workforce-figures.ts';
import { peopleText } from './in-post-link.tsx';

export type SendFormProps = {
  readonly request: PageRequest;
  readonly place: { readonly code: string; readonly name: string };
  readonly problems: readonly FormProblem[];
};

export function SendForm({ request, place, problems }: SendFormProps) {
  const [problem] = problems;
  return (
    <>
      <ProblemSummary problems={problems} />
      <p className="nhsuk-u-reading-width">
        The file says who is in post in {place.name} and below: one line for each place, role, band and age group, with
        headcount and full-time equivalents. It replaces what is kept of these places; nothing is kept before you have
        seen what would change, and each version can be brought back.
      </p>
      <InsetText>
        Send counts, never people: no names, no staff numbers, no dates of birth.{' '}
        <a href="/workforce/upload/template.csv">Take a template with every post of the pack</a>.
      </InsetText>
      <form method="post" action="/workforce/upload" encType="multipart/form-data">
        <CsrfField request={request} />
        <FileUpload
          id="file"
          name="file"
          label="File of people in post"
          hint="CSV, at most 5 million characters. The columns may have any names: you say next which is which."
          accept=".csv,text/csv"
          {...(problem === undefined ? {} : { error: problem.message })}
        />
        <Button>See what would change</Button>
      </form>
    </>
  );
}

export type MappingFormProps = {
  readonly action: string;
  readonly table: SentTable;
  readonly mapping: StockMapping;
  readonly missing: readonly StockField[];
  readonly workspace: Workspace;
};

/** Each field with the columns to choose from; asked as a question, so its answer is an address that can be kept. */
export function MappingForm({ action, table, mapping, missing, workspace }: MappingFormProps) {
  const [example] = table.rows;
  return (
    <form method="get" action={action}>
      {STOCK_FIELDS.map(({ id, label, hint }) => (
        <Select
          key={id}
          id={id}
          name={id}
          label={label}
          hint={hint}
          defaultValue={mapping[id]}
          {...(missing.includes(id) ? { error: `Choose what holds ‘${label}’.` } : {})}
        >
          <Select.Option value="">Choose</Select.Option>
          {table.columns.map((column, index) => (
            <Select.Option key={`${index} ${column}`} value={`column:${index}`}>
              {`Column “${column}”${exampleText(example?.cells[index])}`}
            </Select.Option>
          ))}
          {id === 'source'
            ? workspace.pack.system.sources.map((source) => (
                <Select.Option key={source.id} value={`fixed:${source.id}`}>
                  {`All rows: ${source.title}`}
                </Select.Option>
              ))
            : null}
        </Select>
      ))}
      <Button>See what would change</Button>
    </form>
  );
}

function exampleText(cell: string | undefined): string {
  return cell === undefined || cell === '' ? '' : `, such as ${cell.slice(0, 40)}`;
}

export type PreviewProps = {
  readonly request: PageRequest;
  readonly workspace: Workspace;
  readonly place: { readonly code: string; readonly name: string };
  readonly mapping: StockMapping;
  readonly change: ShownChange;
};

export function Preview({ request, workspace, place, mapping, change }: PreviewProps) {
  const { before, after, isSame } = change;
  const { roles } = workspace.pack.system;
  const placeName = (code: string) => workspace.tree.byCode.get(code)?.name ?? code;
  const roleName = (id: string) => roles.find((role) => role.id === id)?.name ?? id;
  return (
    <>
      {isSame ? (
        <InsetText>The file says what is kept already: nothing would change.</InsetText>
      ) : (
        <WarningCallout>
          <WarningCallout.Heading headingLevel="h2">Nothing is kept yet</WarningCallout.Heading>
          <p>
            People in post in {place.name} and below go from {wholeText(before)} to {wholeText(after)}, as they are
            published. Plans that were made before stay as they are and say that the pack has changed since.
          </p>
        </WarningCallout>
      )}
      <ChangeTable
        id="by-place"
        what="Place"
        before={before}
        after={after}
        keyOf={({ place: code }) => code}
        nameOf={placeName}
      />
      <ChangeTable
        id="by-role"
        what="Role"
        before={before}
        after={after}
        keyOf={({ role }) => role}
        nameOf={roleName}
      />
      <p className="source">{ruleSentence(workspace.pack.published)}</p>
      <div className="cluster no-print">
        {isSame ? null : (
          <form method="post" action={`${request.path}/keep`}>
            <CsrfField request={request} />
            <input type="hidden" name="madeFrom" value={change.change.madeFrom} />
            {STOCK_FIELDS.map(({ id }) => (
              <input key={id} type="hidden" name={id} value={mapping[id]} />
            ))}
            <Button>Keep as a new version</Button>
          </form>
        )}
        <DropForm request={request} />
      </div>
    </>
  );
}

export function DropForm({ request }: { readonly request: PageRequest }) {
  return (
    <form method="post" action={`${request.path}/drop`}>
      <CsrfField request={request} />
      <Button secondary>Put the file aside</Button>
    </form>
  );
}

type ChangeTableProps = {
  readonly id: string;
  readonly what: string;
  readonly before: StockShown;
  readonly after: StockShown;
  readonly keyOf: (row: StockRow) => string;
  readonly nameOf: (key: string) => string;
};

/** Those that change, and how many do not. */
function ChangeTable({ id, what, before, after, keyOf, nameOf }: ChangeTableProps) {
  const [was, becomes] = [countBy(before, keyOf), countBy(after, keyOf)];
  const keys = [...new Set([...was.keys(), ...becomes.keys()])].toSorted();
  const changed = keys.filter((key) => !isSameCount(was.get(key), becomes.get(key)));
  const rest = keys.length - changed.length;
  if (changed.length === 0) return null;
  const table = (
    <div className="figures">
      <DataTable
        id={id}
        caption={`${changed.length} published count${changed.length === 1 ? ' changes' : 's change'}${rest === 0 ? '' : `, ${rest} stay as they are`}`}
        columns={[
          { key: 'what', label: what, kind: 'text' },
          { key: 'before', label: 'Published now', kind: 'number' },
          { key: 'after', label: 'Published with the file', kind: 'number' },
        ]}
        groups={singleGroup(
          changed.map((key) => ({
            key,
            header: nameOf(key),
            cells: [peopleText(was.get(key)), peopleText(becomes.get(key))],
          })),
        )}
        total={null}
      />
    </div>
  );
  const heading = `By ${what.toLowerCase()}`;
  return (
    <section aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{heading}</h2>
      {changed.length <= FEW_ROWS ? (
        table
      ) : (
        <Details>
          <Details.Summary>
            {changed.length} {what.toLowerCase()}s change
          </Details.Summary>
          <Details.Text>{table}</Details.Text>
        </Details>
      )}
    </section>
  );
}

/** More than this many rows are folded away until they are asked for. */
const FEW_ROWS = 40;

function isSameCount(one: Count = NOBODY, other: Count = NOBODY): boolean {
  return peopleText(one) === peopleText(other);
}

function wholeText(stock: StockShown): string {
  return peopleText(stock.countOf(stock.rows));
}
