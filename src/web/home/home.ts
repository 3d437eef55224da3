// What the first page of a role is made of.
import type { ReactNode } from 'react';

/** A first page: the question that its reader comes with, and the answer. */
export type Home = { readonly title: string; readonly children: ReactNode };
