// What the form of an agreement asks for: the parties, each outcome, indicators, payments, transfers and the way out.
import type { AgreementRecord } from '#delivery';
import { choice, columns, field, lines, rows, type FormSection } from '../record/field-spec.ts';
import { placeOptions } from '../record/place-options.ts';
import type { FormAsk } from '../record/record-part.ts';

/** @param outcomes how many outcomes the form has room for */
export function agreementSections(ask: FormAsk<AgreementRecord>, outcomes: number): readonly FormSection[] {
  return [
    parties(ask),
    ...Array.from({ length: outcomes }, (_, index) => outcomeSection(index)),
    PERFORMANCE,
    PAYMENTS,
    STAYS,
  ];
}

function parties({ desk, workspace }: FormAsk<AgreementRecord>): FormSection {
  return {
    title: 'Who agrees on what',
    fields: [
      field('text', 'title', {
        label: 'Title',
        hint: 'As it will stand in lists; say what changes, not who supplies it.',
      }),
      choice('buyer', {
        label: 'Buyer',
        hint: 'The place that buys, and answers for the agreement.',
        options: placeOptions(desk, workspace),
      }),
      field('text', 'supplier.id', { label: 'Id of the supplier', hint: 'As its members sign in with.' }),
      field('text', 'supplier.name', { label: 'Name of the supplier', hint: 'As it stands in the contract.' }),
      field('text', 'verifier.id', {
        label: 'Id of the verifier',
        hint: 'Who says whether outcomes were reached: the code of a place, never the supplier.',
      }),
      field('text', 'verifier.name', {
        label: 'Name of the verifier',
        hint: 'Who stands behind figures before they count; never the supplier.',
      }),
      field('codes', 'requirements', { label: 'Requirements that it serves' }),
      field('codes', 'standards', { label: 'Standards that it is to meet' }),
      field('number', 'valueGbp', {
        label: 'Value in pounds',
        hint: 'The most that can be paid over the whole agreement, without VAT.',
      }),
      field('month', 'from', { label: 'From' }),
      field('month', 'until', { label: 'Until' }),
    ],
  };
}

function outcomeSection(index: number): FormSection {
  const at = (name: string) => `outcomes.${index}.${name}`;
  return {
    title: `Outcome ${index + 1}`,
    fields: [
      field('text', at('id'), {
        label: 'Id',
        hint: 'Short, of letters, digits and hyphens; payments name the outcome by it.',
      }),
      field('text', at('title'), { label: 'Outcome', hint: 'What is to be different, in a line.' }),
      field('words', at('indicator'), { label: 'Indicator', hint: 'What is counted, so that two people count alike.' }),
      field('text', at('unit'), { label: 'Unit', hint: 'Of baseline and target alike, such as people, days or %.' }),
      field('words', at('cohort.description'), { label: 'Cohort', hint: 'Whom it is about.' }),
      field('number', at('cohort.people'), {
        label: 'People in the cohort',
        hint: 'How many the outcome is measured on.',
      }),
      field('month', at('cohort.fixedIn'), { label: 'Cohort fixed in' }),
      field('number', at('baseline.value'), {
        label: 'Baseline',
        hint: 'The figure before the work began, in the unit above.',
      }),
      field('month', at('baseline.month'), { label: 'Month of the baseline' }),
      field('text', at('baseline.source'), {
        label: 'Source of the baseline',
        hint: 'Where that figure stands, so that anybody can look it up.',
      }),
      field('number', at('target'), {
        label: 'Target',
        hint: 'The figure at which the outcome is reached, in the same unit.',
      }),
      field('number', at('threshold'), { label: 'Threshold', hint: 'Short of this nothing counts as reached.' }),
      field('month', at('windowFrom'), { label: 'Measured from' }),
      field('month', at('windowUntil'), { label: 'Measured until' }),
      field('words', at('evidenceRule'), {
        label: 'What counts as evidence',
        hint: 'What the supplier must show, and what the verifier looks at.',
      }),
      field('words', at('attribution'), {
        label: 'How the supplier’s share of the change is told',
        hint: 'Against what the change is held, such as places without the supplier.',
      }),
      field('number', at('attributedShare'), {
        label: 'That share, 0 to 1',
        hint: 'The part of the change that is taken as the supplier’s doing; 1 is all of it.',
      }),
    ],
  };
}

const PERFORMANCE: FormSection = {
  title: 'How performance is watched',
  fields: [
    rows('kpis', {
      label: 'Indicators',
      columns: columns({
        id: 'id',
        title: 'title',
        unit: 'unit',
        'target#': 'target',
        'threshold#': 'threshold',
        'everyMonths#': 'assessed every so many months',
      }),
    }),
  ],
};

const PAYMENTS: FormSection = {
  title: 'What is paid',
  fields: [
    rows('payments-fixed', {
      label: 'Fixed payments',
      list: 'payments',
      mark: { field: 'kind', value: 'fixed' },
      columns: columns({ id: 'id', 'amountGbp#': '£', dueMonth: 'due YYYY-MM' }),
    }),
    rows('payments-milestone', {
      label: 'Milestones',
      list: 'payments',
      mark: { field: 'kind', value: 'milestone' },
      columns: columns({ id: 'id', 'amountGbp#': '£', dueMonth: 'due YYYY-MM', milestone: 'milestone' }),
    }),
    rows('payments-outcome', {
      label: 'Payments for outcomes',
      list: 'payments',
      mark: { field: 'kind', value: 'outcome' },
      columns: columns({ id: 'id', 'amountGbp#': '£ at the target', outcome: 'id of the outcome' }),
    }),
    rows('payments-holdback', {
      label: 'Held back',
      list: 'payments',
      mark: { field: 'kind', value: 'holdback' },
      columns: columns({ id: 'id', 'share#': 'share, 0 to 1', releasedBy: 'released by outcomes or transfer' }),
    }),
    rows('payments-clawback', {
      label: 'Taken back',
      list: 'payments',
      mark: { field: 'kind', value: 'clawback' },
      columns: columns({ id: 'id', outcome: 'id of the outcome', 'mostGbp#': '£ at most' }),
    }),
  ],
};

const STAYS: FormSection = {
  title: 'What stays when it ends',
  fields: [
    rows('transfers', {
      label: 'Skills that pass to posts of one’s own',
      columns: columns({
        id: 'id',
        post: 'post',
        place: 'place',
        role: 'role',
        skill: 'skill',
        level: 'level',
        byMonth: 'by YYYY-MM',
        'heldMonths#': 'still held after so many months',
      }),
    }),
    rows('yields', {
      label: 'People whom it brings, as starts in channels of the pack',
      columns: columns({
        channel: 'channel',
        role: 'role',
        band: 'band',
        place: 'place',
        month: 'month YYYY-MM',
        'people#': 'people',
      }),
    }),
    rows('reliance', {
      label: 'Who does the work of a requirement from a date on',
      columns: columns({
        requirement: 'requirement',
        month: 'from YYYY-MM',
        'supplierFte#': 'FTE of the supplier',
        'ownFte#': 'FTE of one’s own',
      }),
    }),
    field('number', 'exit.noticeMonths', {
      label: 'Notice in months',
      hint: 'How long before its end either side may give notice; 0 for none.',
    }),
    field('words', 'exit.plan', { label: 'How it ends', hint: 'Who takes the work over, and by when.' }),
    lines('exit.handsOver', { label: 'What is handed over' }),
  ],
};
