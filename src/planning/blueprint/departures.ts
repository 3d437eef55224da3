// Departures in words: what is departed from, and what holds once they lapse.
import type { Lapse, ParameterValue } from '#blueprint';
import { formatMonth } from '#kernel';

/** `set aside`, `matures: 2031-04`, `technicians: 0.5`. */
export function departureInWords({ departure }: Lapse): string {
  const { subject, value } = departure;
  return value === null ? 'set aside' : `${subject}: ${valueInWords(subject, value)}`;
}

/** What holds from the month of lapse on. */
export function becomesInWords({ departure, becomes }: Lapse): string {
  return becomes === null ? 'it applies again' : `${departure.subject}: ${valueInWords(departure.subject, becomes)}`;
}

/** The whole as a sentence, to follow the name of the place and the requirement. */
export function lapseInWords(lapse: Lapse): string {
  const { subject, reviewBy } = lapse.departure;
  const month = formatMonth(reviewBy);
  if (lapse.becomes === null)
    return `It is set aside; that lapses in ${month}, and then the whole requirement applies again.`;
  const { value } = lapse.departure;
  const now = value === null ? 'nothing' : valueInWords(subject, value);
  return `'${subject}' is ${now} for a time; that lapses in ${month}, and then it becomes ${valueInWords(subject, lapse.becomes)}, as ${lapse.setBy} has it.`;
}

function valueInWords(subject: string, value: ParameterValue): string {
  if (value.kind === 'assumption') return `as in ${value.id}`;
  return subject === 'matures' ? formatMonth(value.value) : String(value.value);
}
