// A passport: each skill with the level held and how far it is trusted, and every piece of evidence with its age.
import { InsetText, Tag } from 'nhsuk-react-components';
import { formatMonth, type Month } from '#kernel';
import type { PassportEvidence, PassportSkill } from '#pathways';
import { DataTable, formatMonthName, formatShare, singleGroup } from '#report';

export type PassportProps = {
  readonly skills: readonly PassportSkill[];
  readonly nameOf: (skill: string) => string;
  /** What to call a verifier by. */
  readonly memberName: (id: string) => string;
  /** Trust from which a level counts as held, 0..1. */
  readonly enough: number;
};

export function PassportTables({ skills, nameOf, memberName, enough }: PassportProps) {
  if (skills.length === 0) {
    return (
      <InsetText>
        Your passport is empty. Begin by saying which skill you have, below; then ask your lead to verify it.
      </InsetText>
    );
  }
  return (
    <>
      <p className="nhsuk-u-reading-width">
        A level counts as held from a trust of {formatShare(enough)}. What you say of yourself counts for little; what
        another person has verified counts for more, and trust fades with time.
      </p>
      <div className="figures">
        <Levels skills={skills} nameOf={nameOf} />
        <Evidence skills={skills} nameOf={nameOf} memberName={memberName} />
      </div>
    </>
  );
}

function Levels({ skills, nameOf }: Pick<PassportProps, 'skills' | 'nameOf'>) {
  return (
    <DataTable
      id="passport"
      caption="Skills"
      columns={[
        { key: 'skill', label: 'Skill', kind: 'text' },
        { key: 'held', label: 'Level held', kind: 'text' },
        { key: 'said', label: 'Level said', kind: 'text' },
        { key: 'trust', label: 'Trust', kind: 'number' },
        { key: 'lapses', label: 'To be shown again by', kind: 'text' },
      ]}
      groups={singleGroup(
        skills.map((row) => ({
          key: row.skill,
          header: nameOf(row.skill),
          cells: [
            row.held === null ? <Tag modifier="grey">not shown yet</Tag> : <Tag modifier="green">{row.held}</Tag>,
            row.claimed,
            formatShare(row.confidence),
            lapseInWords(row),
          ],
        })),
      )}
      total={null}
    />
  );
}

function Evidence({ skills, nameOf, memberName }: Omit<PassportProps, 'enough'>) {
  return (
    <DataTable
      id="evidence"
      caption="Evidence, the newest first for each skill"
      columns={[
        { key: 'kind', label: 'Kind', kind: 'text' },
        { key: 'level', label: 'Level', kind: 'text' },
        { key: 'when', label: 'Shown', kind: 'text' },
        { key: 'age', label: 'Age in months', kind: 'number' },
        { key: 'by', label: 'Verified by', kind: 'text' },
        { key: 'trust', label: 'Trust now', kind: 'number' },
      ]}
      groups={skills.map((row) => ({
        key: row.skill,
        heading: nameOf(row.skill),
        rows: row.evidence.map((each, index) => ({
          key: String(index),
          header: KIND_NAMES[each.kind],
          cells: cellsOf(each, memberName),
        })),
      }))}
      total={null}
    />
  );
}

/** Kinds of evidence as one says them. */
export const KIND_NAMES: Readonly<Record<PassportEvidence['kind'], string>> = {
  'self-assessment': 'My own word',
  'peer-review': 'A colleague’s review',
  'manager-review': 'A manager’s review',
  'work-sample': 'Work that was shown',
  assessment: 'An assessment',
  certificate: 'A certificate',
};

function cellsOf(
  { level, month, ageMonths, verifier, confidence }: PassportEvidence,
  memberName: (id: string) => string,
) {
  return [
    level,
    monthName(month),
    String(ageMonths),
    verifier === null ? 'nobody' : memberName(verifier),
    formatShare(confidence),
  ];
}

function lapseInWords({ held, lapses }: PassportSkill): string {
  if (held === null) return '–';
  return lapses === null ? 'not within ten years' : monthName(lapses);
}

function monthName(month: Month): string {
  return formatMonthName(formatMonth(month));
}
