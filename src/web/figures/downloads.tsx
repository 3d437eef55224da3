// A table's data to take away: as CSV, as a spreadsheet, or as JSON, from the address that serves it.

/** @param address of the list in the API, with what it is asked   @param what the rows are, in the plural */
export function Downloads({ address, what }: { readonly address: string; readonly what: string }) {
  const join = address.includes('?') ? '&' : '?';
  return (
    <p className="source no-print">
      All {what}: <a href={`${address}${join}format=csv`}>CSV</a>, <a href={`${address}${join}format=xlsx`}>XLSX</a>,{' '}
      <a href={address}>JSON</a>
    </p>
  );
}
