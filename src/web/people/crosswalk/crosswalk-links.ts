// The addresses of the crosswalk: between two frameworks, and what is said of two skills.

export const CROSSWALK = '/people/crosswalk';

export function mappingHref({ from, to }: { readonly from: string; readonly to: string }): string {
  return `${CROSSWALK}/mapping?${new URLSearchParams({ from, to }).toString()}`;
}
