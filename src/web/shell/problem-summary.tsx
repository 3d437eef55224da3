// What is wrong with a form: told above it, each line leading to its field, and told again at the field.
import { ErrorSummary } from 'nhsuk-react-components';
import type { Problem } from '#kernel';

export type FormProblem = { readonly field: string | null; readonly message: string };

export function ProblemSummary({ problems }: { readonly problems: readonly FormProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <ErrorSummary>
      <ErrorSummary.Title>There is a problem</ErrorSummary.Title>
      <ErrorSummary.List>
        {problems.map(({ field, message }) => (
          <ErrorSummary.ListItem key={`${field} ${message}`} href={field === null ? '#main' : `#${field}`}>
            {message}
          </ErrorSummary.ListItem>
        ))}
      </ErrorSummary.List>
    </ErrorSummary>
  );
}

/** Problems of a use case as lines of a form; those of no single field lead to the top. */
export function asFormProblems(problems: readonly Problem[]): readonly FormProblem[] {
  return problems.map(({ message, hint }) => ({ field: null, message: `${message} ${hint}`.trim() }));
}

/** What a form's field is given: its id and name, what it holds, and what is wrong with it, where something is. */
export function fieldAt(
  name: string,
  {
    fields,
    problems,
  }: { readonly fields: Readonly<Record<string, string>>; readonly problems: readonly FormProblem[] },
) {
  const problem = problems.find(({ field }) => field === name);
  const field = { id: name, name, defaultValue: fields[name] ?? '' };
  return problem === undefined ? field : { ...field, error: problem.message };
}
