// The choice of a place on a page that shows one place at a time: sent as an address, so that no script is needed.
import { Button, Select } from 'nhsuk-react-components';
import type { ReactNode } from 'react';

export type PlaceChoiceProps = {
  /** Address of the page. */
  readonly action: string;
  readonly places: readonly { readonly code: string; readonly name: string }[];
  /** Code of the place that is shown. */
  readonly place: string;
  /** What the choice does, in a sentence. */
  readonly hint: string;
  /** Whatever else the address must keep, as hidden fields. */
  readonly children?: ReactNode;
};

/** Nothing where there is nothing to choose. */
export function PlaceChoice({ action, places, place, hint, children }: PlaceChoiceProps) {
  if (places.length < 2) return null;
  return (
    <form method="get" action={action} className="cluster no-print">
      {children}
      <Select id="place" name="place" label="Place, with all below it" hint={hint} defaultValue={place}>
        {places.map(({ code, name }) => (
          <Select.Option key={code} value={code}>
            {name}
          </Select.Option>
        ))}
      </Select>
      <Button secondary>Show it</Button>
    </form>
  );
}
