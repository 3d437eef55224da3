// A state as a tag: its word always, its colour beside it.
import { Tag } from 'nhsuk-react-components';

const COLOURS: Readonly<Record<string, 'green' | 'blue' | 'yellow' | 'orange' | 'red' | 'grey'>> = {
  proposed: 'grey',
  draft: 'grey',
  reported: 'grey',
  submitted: 'blue',
  agreed: 'blue',
  live: 'blue',
  approved: 'blue',
  'on-track': 'green',
  done: 'green',
  verified: 'green',
  current: 'green',
  answered: 'green',
  'at-risk': 'yellow',
  disputed: 'orange',
  late: 'red',
  refused: 'red',
  withdrawn: 'grey',
};

export function StateTag({ state }: { readonly state: string }) {
  return <Tag modifier={COLOURS[state] ?? 'grey'}>{state.replaceAll('-', ' ')}</Tag>;
}
