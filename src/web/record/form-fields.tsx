// The fields of a form from what it asks for, each with its label, its hint, what was typed, and what is wrong with it.
import { Fieldset, Select, Textarea, TextInput } from 'nhsuk-react-components';
import { fieldAt, type FormProblem } from '../shell/problem-summary.tsx';
import type { FieldSpec, FormSection } from './field-spec.ts';
import type { Fields } from './form-body.ts';

/** What a form shows: the texts of its fields, and what is wrong with them. */
export type Shown = { readonly fields: Fields; readonly problems: readonly FormProblem[] };

export function FormFields({ sections, shown }: { readonly sections: readonly FormSection[]; readonly shown: Shown }) {
  return sections.map(({ title, fields }) => (
    <Fieldset key={title}>
      <Fieldset.Legend size="m">{title}</Fieldset.Legend>
      {fields.map((spec) => (
        <Field key={spec.name} spec={spec} shown={shown} />
      ))}
    </Fieldset>
  ));
}

const WIDTHS = { month: '10', number: '10' } as const;

function Field({ spec, shown }: { readonly spec: FieldSpec; readonly shown: Shown }) {
  const at = fieldAt(spec.name, shown);
  const [label, hint] = [labelOf(spec), hintOf(spec)];
  const said = hint === null ? { label } : { label, hint };
  switch (spec.kind) {
    case 'choice':
      return (
        <Select {...at} {...said}>
          {spec.options.map(({ value, label }) => (
            <Select.Option key={value} value={value}>
              {label}
            </Select.Option>
          ))}
        </Select>
      );
    case 'words':
      return <Textarea {...at} {...said} rows={3} />;
    case 'rows':
    case 'lines':
      return <Textarea {...at} {...said} rows={Math.max(3, at.defaultValue.split('\n').length + 1)} />;
    case 'month':
    case 'number':
      return (
        <TextInput
          {...at}
          {...said}
          width={WIDTHS[spec.kind]}
          inputMode={spec.kind === 'number' ? 'decimal' : 'text'}
        />
      );
    default:
      return <TextInput {...at} {...said} />;
  }
}

function labelOf(spec: FieldSpec): string {
  return spec.kind !== 'rows' && spec.kind !== 'lines' && spec.isOptional ? `${spec.label} (optional)` : spec.label;
}

function hintOf(spec: FieldSpec): string | null {
  if (spec.hint !== null) return spec.hint;
  if (spec.kind === 'month') return 'Month as YYYY-MM.';
  return spec.kind === 'codes' ? 'Codes, with blanks or commas between them.' : null;
}
