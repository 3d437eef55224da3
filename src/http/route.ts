// What a face of the service registers: an address, who may come in, and what is answered; the server does the rest.
import type { Result } from '#kernel';
import type { Action, Member, Resource, ServiceWorld } from '#service';

/** Who may come in. A route that says nothing of it cannot be written. */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'signed-in' }
  | {
      readonly kind: 'permitted';
      readonly action: Action;
      readonly resource: Resource;
      /** The route's parameter that names the place it is about; null where the use case itself holds the scope. */
      readonly placeParam: string | null;
    };

/** A file that came with a form, already bounded in size. */
export type UploadedFile = { readonly field: string; readonly filename: string; readonly bytes: Uint8Array };

/** A request after login, guard, limits and CSRF. */
export type PageRequest = {
  readonly world: ServiceWorld;
  /** Null on public pages where nobody is signed in. */
  readonly actor: Member | null;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Fields of a sent form, in order; a field may come more than once. */
  readonly form: readonly (readonly [string, string])[];
  readonly files: readonly UploadedFile[];
  /** To be put into every form as the hidden field `csrf`. */
  readonly csrfToken: string;
};

export type PageAnswer =
  | { readonly kind: 'page'; readonly status: number; readonly html: string }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'file'; readonly mediaType: string; readonly filename: string; readonly bytes: Uint8Array };

/** A page or a form's target. A POST that succeeds answers with a redirect, so that a reload sends nothing twice. */
export type PageRoute = {
  readonly method: 'GET' | 'POST';
  /** Such as `/places/:place/gap`; parameters are decoded before they are given. */
  readonly path: string;
  readonly access: Access;
  /** Whether the page is the same for all members of one role, place and supplier, but for their name and token. */
  readonly isSharedByRole?: boolean;
  /** Problems are shown by the face's own problem page with the status that their code stands for. */
  readonly answer: (request: PageRequest) => Promise<Result<PageAnswer>>;
};

/** The pages as one thing, with what the server needs to show its own refusals in the same dress. */
export type PageFace = {
  readonly routes: readonly PageRoute[];
  readonly problemPage: (
    request: PageRequest,
    status: number,
    problems: readonly { message: string; hint: string }[],
  ) => string;
  /** Files of the look and of the islands, by address: `/assets/look-HASH.css`. */
  readonly assets: ReadonlyMap<string, { readonly mediaType: string; readonly bytes: Uint8Array }>;
};
