// Help with using the service at all: by keyboard, on a phone, with a screen reader, on paper.
import type { HelpPage } from '../help-link.tsx';

export const ACCESS: readonly HelpPage[] = [
  {
    id: 'keyboard',
    title: 'Keyboard',
    about: 'Every page by keys alone.',
    body: () => (
      <p>
        Tab moves on, Shift and Tab back, Enter follows a link or presses a button, Space ticks a box, arrow keys move
        within a choice or a slider, Home and End to its ends. The first Tab on a page offers to skip to its main
        content. Wide tables scroll with the arrow keys once they have the focus. On a narrow window the menu opens with
        its button and closes with Escape.
      </p>
    ),
  },
  {
    id: 'accessibility',
    title: 'Accessibility',
    about: 'What the service does for everybody to be able to use it, and what is not proven yet.',
    body: () => (
      <>
        <p>
          The service aims at WCAG 2.2 level AA. Every page works without scripts, by keyboard alone, at 400% zoom and
          on paper. Every chart has its figures as a table, and no meaning rests on colour alone.
        </p>
        <p>
          Each page is tested by program in a browser at every change. A manual audit of all criteria has not been made
          yet. If something stops you, tell your administrator; it will be treated as a fault.
        </p>
      </>
    ),
  },
];
