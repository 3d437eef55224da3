// The blueprint's front page with its requirements, and the page of any question asked of it in a place.
import { Button, Card, Tag, TextInput, WarningCallout } from 'nhsuk-react-components';
import { LOCK_WORDS, type Catalogue, type Requirement } from '#blueprint';
import { formatMonth } from '#kernel';
import type { PageRequest } from '#http';
import type { BlueprintPage } from '#planning';
import { DataTable, formatMonthName, TableSection, withMonthNames } from '#report';
import { PlaceChoice } from '../figures/place-choice.tsx';
import type { BlueprintQuestion } from './questions.ts';

export type BlueprintIndexProps = {
  readonly catalogue: Catalogue;
  readonly questions: readonly BlueprintQuestion[];
  readonly versions: readonly string[];
  readonly find: string;
};

export function BlueprintIndex({ catalogue, questions, versions, find }: BlueprintIndexProps) {
  return (
    <>
      <p>
        Version {catalogue.version}, published {formatMonthName(formatMonth(catalogue.published))}{' '}
        <Tag modifier={catalogue.status === 'adopted' ? 'green' : 'yellow'}>{catalogue.status}</Tag>
      </p>
      {catalogue.status === 'illustrative' ? (
        <WarningCallout>
          <WarningCallout.Heading headingLevel="h2">An illustration</WarningCallout.Heading>
          <p>Nobody has adopted this blueprint. It shows what one says and what follows from it.</p>
        </WarningCallout>
      ) : null}
      <Card.Group>
        {questions.map(({ id, label, hint }) => (
          <Card.GroupItem key={id} width="one-third">
            <Card clickable>
              <Card.Heading className="nhsuk-heading-s">
                <Card.Link href={`/blueprint/ask/${id}`}>{label}</Card.Link>
              </Card.Heading>
              <Card.Description>{hint}</Card.Description>
            </Card>
          </Card.GroupItem>
        ))}
        {versions.map((version) => (
          <Card.GroupItem key={version} width="one-third">
            <Card clickable>
              <Card.Heading className="nhsuk-heading-s">
                <Card.Link href={`/blueprint/versions/${version}`}>Version {version}</Card.Link>
              </Card.Heading>
              <Card.Description>What it would change for each place, and what it would take</Card.Description>
            </Card>
          </Card.GroupItem>
        ))}
      </Card.Group>
      <Requirements catalogue={catalogue} find={find} />
    </>
  );
}

function Requirements({ catalogue, find }: { readonly catalogue: Catalogue; readonly find: string }) {
  const words = find.toLowerCase();
  const shown = catalogue.requirements.filter(({ id, title, statement }) =>
    `${id} ${title} ${statement}`.toLowerCase().includes(words),
  );
  return (
    <section aria-labelledby="requirements-heading">
      <h2 id="requirements-heading">What it asks</h2>
      <form method="get" action="/blueprint" className="cluster no-print">
        <TextInput
          id="find"
          name="find"
          label="Find a requirement by its words"
          hint="Looks in id, title and text."
          defaultValue={find}
        />
        <Button secondary>Find</Button>
      </form>
      {shown.length === 0 ? (
        <p role="status">No requirement says “{find}”.</p>
      ) : (
        <div className="figures">
          <DataTable
            id="requirements"
            caption={`${shown.length} of ${catalogue.requirements.length} requirements`}
            columns={[
              { key: 'title', label: 'Requirement', kind: 'text' },
              { key: 'tier', label: 'Answered for by', kind: 'text' },
              { key: 'lock', label: 'Tailoring', kind: 'text' },
              { key: 'matures', label: 'Met in full by', kind: 'text' },
              { key: 'standards', label: 'Standards', kind: 'text' },
            ]}
            groups={catalogue.domains.flatMap(({ id, title }) => {
              const rows = shown.filter(({ domain }) => domain === id).map(rowOf);
              return rows.length === 0 ? [] : [{ key: id, heading: title, rows }];
            })}
            total={null}
          />
        </div>
      )}
    </section>
  );
}

function rowOf({ id, title, accountableTier, lock, matures, standards }: Requirement) {
  return {
    key: id,
    header: (
      <a href={`/blueprint/requirements/${encodeURIComponent(id)}`}>
        {id}: {title}
      </a>
    ),
    cells: [
      accountableTier,
      LOCK_WORDS[lock],
      formatMonthName(formatMonth(matures)),
      standards.join('; ') || 'none named',
    ],
  };
}

export type AnswerPageProps = {
  readonly request: PageRequest;
  readonly page: BlueprintPage;
  readonly places: readonly { readonly code: string; readonly name: string }[];
  readonly place: string;
};

export function AnswerPage({ request, page, places, place }: AnswerPageProps) {
  return (
    <>
      <PlaceChoice action={request.path} places={places} place={place} hint="The answer is confined to it." />
      <BlueprintSections page={page} />
    </>
  );
}

/** The sentences and tables of a page about the blueprint. */
export function BlueprintSections({ page }: { readonly page: Pick<BlueprintPage, 'summary' | 'sections'> }) {
  return (
    <>
      <div className="nhsuk-u-reading-width">
        {page.summary.map((sentence) => (
          <p key={sentence}>{withMonthNames(sentence)}</p>
        ))}
      </div>
      <div className="figures">
        {page.sections.map((section) => (
          <TableSection key={section.id} section={withoutLinks(section)} />
        ))}
      </div>
    </>
  );
}

/** Links of a page lead to files beside it, which a page of the service does not have. */
function withoutLinks(section: BlueprintPage['sections'][number]): BlueprintPage['sections'][number] {
  return { ...section, groups: section.groups.map(({ heading, rows }) => ({ heading, rows })) };
}
