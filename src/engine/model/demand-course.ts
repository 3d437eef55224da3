// How demand grows over time: nothing before its month, a straight line to maturity, the whole after.
import type { DemandLine } from '#blueprint';
import type { Month } from '#kernel';
import type { LeverContext } from './lever.ts';
import type { DemandCourse } from './model.ts';

/** Every distinct course of a model, each once. */
export type CourseBook = {
  readonly courses: readonly DemandCourse[];
  /** @returns index of the course of a line in a unit */
  add(request: CourseRequest): number;
};

export type CourseRequest = {
  readonly line: Pick<DemandLine, 'from' | 'matures' | 'since' | 'until'>;
  readonly isBeyondToday: boolean;
  /** First month in which the unit exists. */
  readonly placeFrom: Month;
};

export function courseBook(context: Pick<LeverContext, 'baseMonth' | 'steps'>): CourseBook {
  const courses: DemandCourse[] = [];
  const keys = new Map<string, number>();
  return {
    courses,
    add(request) {
      const { line, isBeyondToday } = request;
      const since = Math.max(line.since ?? context.baseMonth, request.placeFrom, context.baseMonth);
      const key = [line.from, line.matures, since, line.until, isBeyondToday].join(' ');
      const known = keys.get(key);
      if (known !== undefined) return known;
      keys.set(key, courses.length);
      const share = Float64Array.from({ length: context.steps + 1 }, (_, step) => {
        const month = context.baseMonth + step;
        const counts = month >= since && (line.until === null || month < line.until);
        return counts ? shareAt(line, month) : 0;
      });
      courses.push({ share, isBeyondToday });
      return courses.length - 1;
    },
  };
}

function shareAt(line: Pick<DemandLine, 'from' | 'matures'>, month: Month): number {
  if (month >= line.matures) return 1;
  return month <= line.from ? 0 : (month - line.from) / (line.matures - line.from);
}
