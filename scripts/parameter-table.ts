// The table in docs/packs.md of the assumptions that the model asks for, made from the model's own list.
import { type Parameter, PARAMETERS } from '#workforce';

const START = '<!-- parameters: written by `npm run schemas` from src/workforce/parameters.ts -->\n';
const END = '<!-- end of parameters -->';

/** @param page the text of docs/packs.md
 *  @returns the same page with the table as it should be */
export function withParameterTable(page: string): string {
  const start = page.indexOf(START);
  const end = page.indexOf(END);
  if (start === -1 || end < start) throw new Error('docs/packs.md has lost the marks around its table of parameters');
  return `${page.slice(0, start + START.length)}${parameterTable()}${page.slice(end)}`;
}

function parameterTable(): string {
  const rows = PARAMETERS.map(row).join('');
  return `| id | unit | axes | required | meaning |\n|---|---|---|---|---|\n${rows}`;
}

function row({ id, unit, axes, isRequired, meaning }: Parameter): string {
  const along = axes.length === 0 ? '' : axes.join(', ');
  return `| \`${id}\` | ${unit} | ${along} | ${isRequired ? 'yes' : ''} | ${meaning} |\n`;
}
