// Badges as a list: for their holder with what to do with them, for an issuer with the skills that wait for one.
import { Button, InsetText } from 'nhsuk-react-components';
import type { BadgeRecord, SkillEvidenceRecord } from '#pathways';
import { counted, DataTable, formatMonthName, singleGroup } from '#report';
import type { KeptRecord } from '../../record/kept-records.ts';
import { StateTag } from '../../record/state-tag.tsx';

export type BadgeListProps = {
  readonly badges: readonly KeptRecord<BadgeRecord>[];
  /** Verified skills without a badge. */
  readonly open: readonly KeptRecord<SkillEvidenceRecord>[];
  readonly isIssuer: boolean;
  readonly nameOf: (skill: string) => string;
  readonly personOf: (id: string) => string;
};

export function BadgeList({ badges, open, isIssuer, nameOf, personOf }: BadgeListProps) {
  return (
    <>
      <p className="nhsuk-u-reading-width">
        A badge is a file that says what its holder can do, signed with the key of this service. Anybody can verify it
        without asking us: any reader of Open Badges 3.0 does, and so does <a href="/people/badges/verify">this page</a>
        .
      </p>
      {isIssuer ? <OpenTable open={open} nameOf={nameOf} personOf={personOf} /> : null}
      {badges.length === 0 ? (
        <InsetText>
          {isIssuer
            ? 'No badge was issued here yet.'
            : 'You have no badge yet. Your lead issues one for a skill that was verified.'}
        </InsetText>
      ) : (
        <BadgeTable badges={badges} isIssuer={isIssuer} personOf={personOf} />
      )}
      {!isIssuer && badges.some(({ state }) => state === 'issued') ? (
        <p className="no-print">
          <Button href="/people/badges/passport" secondary>
            Take my passport of badges with me (JSON)
          </Button>
        </p>
      ) : null}
    </>
  );
}

function OpenTable({ open, nameOf, personOf }: Pick<BadgeListProps, 'open' | 'nameOf' | 'personOf'>) {
  if (open.length === 0) return null;
  return (
    <div className="figures">
      <DataTable
        id="open-skills"
        caption={`${counted(open.length, 'verified skill has', 'verified skills have')} no badge yet`}
        columns={[
          { key: 'skill', label: 'Skill and level', kind: 'text' },
          { key: 'person', label: 'Person', kind: 'text' },
        ]}
        groups={singleGroup(
          open.map(({ id, body }) => ({
            key: id,
            header: (
              <a href={`/people/verification/${encodeURIComponent(id)}`}>
                {nameOf(body.skill)}: {body.level}
              </a>
            ),
            cells: [personOf(body.person)],
          })),
        )}
        total={null}
      />
    </div>
  );
}

function BadgeTable({ badges, isIssuer, personOf }: Pick<BadgeListProps, 'badges' | 'isIssuer' | 'personOf'>) {
  return (
    <div className="figures">
      <DataTable
        id="badges"
        caption={isIssuer ? 'Badges issued here' : 'My badges'}
        columns={[
          { key: 'name', label: 'Badge', kind: 'text' },
          ...(isIssuer ? [{ key: 'person', label: 'Holder', kind: 'text' } as const] : []),
          { key: 'issued', label: 'Issued', kind: 'text' },
          { key: 'until', label: 'Holds until', kind: 'text' },
          { key: 'state', label: 'State', kind: 'text' },
        ]}
        groups={singleGroup(
          badges.map(({ id, body }) => ({
            key: id,
            header: <a href={`/people/badges/${encodeURIComponent(id)}`}>{body.name}</a>,
            cells: [
              ...(isIssuer ? [personOf(body.person)] : []),
              formatMonthName(body.issuedMonth),
              body.validUntilMonth === null ? 'no end' : formatMonthName(body.validUntilMonth),
              <StateTag key="state" state={body.state} />,
            ],
          })),
        )}
        total={null}
      />
    </div>
  );
}
