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
      field('text', 'title', { label: 'Title' }),
      choice('buyer', { label: 'Buyer', options: placeOptions(desk, workspace) }),
      field('text', 'supplier.id', { label: 'Id of the supplier', hint: 'As its members sign in with.' }),
      field('text', 'supplier.name', { label: 'Name of the supplier' }),
      field('text', 'verifier.id', {
        label: 'Id of the verifier',
        hint: 'Who says whether outcomes were reached: the code of a place, never the supplier.',
      }),
      field('text', 'verifier.name', { label: 'Name of the verifier' }),
      field('codes', 'requirements', { label: 'Requirements that it serves' }),
      field('codes', 'standards', { label: 'Standards that it is to meet' }),
      field('number', 'valueGbp', { label: 'Value in pounds' }),
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
      field('text', at('id'), { label: 'Id' }),
      field('text', at('title'), { label: 'Outcome' }),
      field('words', at('indicator'), { label: 'Indicator', hint: 'What is counted, so that two people count alike.' }),
      field('text', at('unit'), { label: 'Unit' }),
      field('words', at('cohort.description'), { label: 'Cohort', hint: 'Whom it is about.' }),
      field('number', at('cohort.people'), { label: 'People in the cohort' }),
      field('month', at('cohort.fixedIn'), { label: 'Cohort fixed in' }),
      field('number', at('baseline.value'), { label: 'Baseline' }),
      field('month', at('baseline.month'), { label: 'Month of the baseline' }),
      field('text', at('baseline.source'), { label: 'Source of the baseline' }),
      field('number', at('target'), { label: 'Target' }),
      field('number', at('threshold'), { label: 'Threshold', hint: 'Short of this nothing counts as reached.' }),
      field('month', at('windowFrom'), { label: 'Measured from' }),
      field('month', at('windowUntil'), { label: 'Measured until' }),
      field('words', at('evidenceRule'), { label: 'What counts as evidence' }),
      field('words', at('attribution'), { label: 'How the supplier’s share of the change is told' }),
      field('number', at('attributedShare'), { label: 'That share, 0 to 1' }),
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
    field('number', 'exit.noticeMonths', { label: 'Notice in months' }),
    field('words', 'exit.plan', { label: 'How it ends' }),
    lines('exit.handsOver', { label: 'What is handed over' }),
  ],
};
