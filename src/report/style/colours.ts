// The colours: a warm paper and a dark one, teal for supply and rust for demand, told apart by every kind of colour sight.
const light = `
  --paper: #fdfcf9; --surface: #f4f1e9; --ink: #1b2126; --muted: #545d64; --rule: #d9d4c8; --edge: rgb(27 33 38 / 24%);
  --supply: #0b6b72; --demand: #b14a16; --before: #666c72; --on-strong: #ffffff;
  --band: 0.17;
  --short-1: #fcece0; --short-2: #f8d2b3; --short-3: #ec9d68; --short-4: #a8430f; --over: #d5eae7;
  --tier-national: #14404f; --tier-region: #2f8a8f; --tier-system: #9cc7c0; --tier-organisation: #d9a441;
  --link: #0a5c62;`;

const dark = `
  --paper: #15191c; --surface: #1f2529; --ink: #ebe8e1; --muted: #a9b1b6; --rule: #394147; --edge: rgb(235 232 225 / 26%);
  --supply: #5fc6c5; --demand: #f2a06b; --before: #9aa1a7; --on-strong: #15191c;
  --band: 0.22;
  --short-1: #2c241e; --short-2: #4d321f; --short-3: #80481f; --short-4: #f2a06b; --over: #17393a;
  --tier-national: #dfe9ea; --tier-region: #5fc6c5; --tier-system: #2c7d80; --tier-organisation: #d9a441;
  --link: #7fd3d2;`;

const paper = `
  --paper: #ffffff; --surface: #f6f6f4;
  --short-1: #fdf3ea; --short-2: #fae1cb; --short-3: #f4c6a2; --short-4: #e9a06c; --on-strong: #1b2126;`;

/** The light colours alone, for a face that has no dark dress. */
export const lightColours = `:root { color-scheme: light; ${light} --paper: #ffffff; --surface: #f0f4f5; }`;

/** Paper is always light: a dark page would flood it with ink. */
export const colours = `
:root { color-scheme: light; ${light} }
@media screen and (prefers-color-scheme: dark) { :root { color-scheme: dark; ${dark} } }
@media print { :root { ${paper} } }
`;
