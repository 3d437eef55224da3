// The whole style sheet of the report, in the order in which later parts may overrule earlier ones.
import { chartStyle } from './chart-style.ts';
import { colours } from './colours.ts';
import { pageStyle } from './page-style.ts';
import { printStyle } from './print-style.ts';
import { tableStyle } from './table-style.ts';

export const styleSheet = [colours, pageStyle, tableStyle, chartStyle, printStyle].join('\n');
