// A link of a help page, for readers whose role may follow it; for all others the words alone.
import type { ReactNode } from 'react';
import type { PageRequest } from '#http';
import { mayEver, type Action, type Resource } from '#service';

/** Writes words as a link. @param needs what a reader's role must allow for the address to open */
export type Go = (href: string, words: string, needs: readonly [Action, Resource] | 'anybody') => ReactNode;

export type HelpPage = {
  readonly id: string;
  readonly title: string;
  /** What it helps with, in a sentence for the list of all. */
  readonly about: string;
  readonly body: (go: Go) => ReactNode;
};

export function goFor({ actor }: PageRequest): Go {
  return (href, words, needs) => {
    const isOpen = needs === 'anybody' || (actor !== null && mayEver(actor, needs[0], needs[1]));
    return isOpen ? <a href={href}>{words}</a> : words;
  };
}
