// The map of personal data as a page: what is held of people, why, on what basis, and how long.
import type { PageRequest } from '#http';
import { DataTable, singleGroup } from '#report';
import { BASES, DATA_MAP } from '#service';
import type { Dress } from '../../shell/page-shell.tsx';
import { peoplePage } from '../people-page.tsx';

export function mapPage(dress: Dress, request: PageRequest) {
  return peoplePage(dress, {
    request,
    title: 'What is held of people, why, and how long',
    trail: [{ label: 'What is held of me', href: '/people/privacy' }],
    children: (
      <>
        <p className="nhsuk-u-reading-width">
          Every column of the database that may hold something of a person, and every kind of record. Columns that are
          not here hold nothing of a person. Backups that were made before somebody left still hold them, for as long as
          your administrator keeps backups.
        </p>
        <div className="figures">
          <DataTable
            id="data-map"
            caption={`${DATA_MAP.length} places`}
            columns={[
              { key: 'what', label: 'What', kind: 'text' },
              { key: 'at', label: 'Where', kind: 'text' },
              { key: 'purpose', label: 'What for', kind: 'text' },
              { key: 'basis', label: 'On what basis', kind: 'text' },
              { key: 'kept', label: 'How long', kind: 'text' },
            ]}
            groups={singleGroup(
              DATA_MAP.map(({ at, what, purpose, basis, kept }) => ({
                key: at,
                header: what,
                cells: [<code key="at">{at}</code>, purpose, BASES[basis], kept],
              })),
            )}
            total={null}
          />
        </div>
      </>
    ),
  });
}
