// Progress on standard error: one line that rewrites itself on a terminal, a line per step elsewhere.
import type { Terminal } from './terminal.ts';

export type Progress = {
  /** @param shareDone of this step, 0..1 */
  readonly report: (step: string, shareDone: number) => void;
  /** Takes the line away; call it once, whatever the outcome. */
  readonly end: () => void;
};

/** Steps may begin and never end: only the latest is shown. */
export function liveProgress(terminal: Terminal): Progress {
  const width = 24;
  return {
    report: (step, shareDone) => {
      const filled = Math.round(Math.min(1, Math.max(0, shareDone)) * width);
      const bar = `${'━'.repeat(filled)}${terminal.onMessage('quiet', '━'.repeat(width - filled))}`;
      // A line that wraps could not be taken away again.
      terminal.redraw(`${bar} ${step.slice(0, Math.max(0, terminal.columns - width - 2))}`);
    },
    end: () => terminal.redraw(''),
  };
}

/** For a log or a pipe: each step is named once, when it begins. */
export function sparseProgress(terminal: Terminal): Progress {
  let latest = '';
  return {
    report: (step) => {
      if (step === latest) return;
      latest = step;
      terminal.tell(step);
    },
    end: () => undefined,
  };
}

const silentProgress: Progress = { report: () => undefined, end: () => undefined };

/** The progress that suits where one reads it; nothing for machines and for those who asked for quiet. */
export function progressOn(terminal: Terminal, options: { readonly json?: true; readonly quiet?: true }): Progress {
  if (options.json === true || options.quiet === true) return silentProgress;
  return terminal.isLive ? liveProgress(terminal) : sparseProgress(terminal);
}
