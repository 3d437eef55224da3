// The refusal of one who asks too often.
import { refuse, type Refusal } from './refusal.ts';

export function tooMany(waitSeconds: number): Refusal {
  const words = ['There were too many requests.', `Wait ${waitSeconds} s and try again.`] as const;
  return { ...refuse(429, 'too-many-requests', words), headers: { 'retry-after': String(waitSeconds) } };
}
