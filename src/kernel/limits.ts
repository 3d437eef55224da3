// The named maximum of everything that could grow without end, each with its reason.

export const LIMITS = {
  /** Places of one pack: the largest reference pack has 297; seven times that leaves room for any nation. */
  places: 2000,
  /** Roles of one pack: the government framework and every hybrid role of a health service fit many times over. */
  roles: 200,
  /** Skills that one chain of a crosswalk may pass through: five times the largest known framework's 188 and related. */
  frameworkSkills: 5000,
  /** Role levels between which routes are searched: ten times a government framework's 201. */
  roleLevels: 2000,
  /** Bands of one pack. */
  bands: 50,
  /** Supply channels of one pack. */
  channels: 200,
  /** Requirements of a blueprint after all profiles have added theirs. */
  requirements: 1000,
  /** Entries of the register, the overlays of a scenario included. */
  assumptions: 2000,
  /** Scenarios of one pack. */
  scenarios: 100,
  /** Starts in a year that a lever may add to one channel: more than a nation has digital staff. */
  leverStartsPerYear: 100_000,
  /** Months of a projection: fifty years, past which no stated rate means anything. */
  months: 600,
  /** Samples of the assumptions: at this many the sampling error is far below the width of any stated range. */
  samples: 65_536,
  /** Assumptions with a range: as many as there are Sobol dimensions in kernel/sobol-directions.ts. */
  uncertainAssumptions: 320,
  /** Cells (role, band, single year of age) in one place: 200 roles × 10 bands × 60 ages. */
  cellsPerPlace: 120_000,
  /** Single years of age of a pack. */
  ages: 120,
  /** One YAML file; the reference pack's largest is under 100 KB. */
  yamlBytes: 5_000_000,
  /** Aliases in one YAML file: enough for hand-written reuse, too few for a bomb. */
  yamlAliases: 50,
  /** One CSV file: a stock table of 2 million rows. */
  csvBytes: 200_000_000,
  /** An official file to be imported: the largest known is 2 MB. */
  importBytes: 20_000_000,
  /** Characters of a table that somebody sends through a page: a nation's stock table has a million. */
  sentTableCharacters: 5_000_000,
  /** Columns of such a table: a stock table has seven, an official one under a hundred. */
  sentTableColumns: 500,
  /** Cells of such a table: a nation's stock of 100,000 rows in seven columns, and as much again. */
  sentTableCells: 1_500_000,
  /** Characters of one line of such a table: 500 cells of two hundred each. */
  sentLineCharacters: 100_000,
  /** Seconds that reading one may take; a nation's takes one. */
  sentTableSeconds: 10,
  /** Megabytes that reading one may hold. */
  sentTableMegabytes: 384,
  /** Tables that may wait to be read. */
  sentTablesWaiting: 20,
  /** Seconds that reading a whole pack may take; one of 247 organisations takes a few. */
  packSeconds: 60,
  /** Megabytes that reading one may hold; one of 247 organisations holds about half. */
  packMegabytes: 1024,
  /** Packs that may wait to be read. */
  packsWaiting: 20,
  /** Rows of a history: 40 years of 50 places, 12 bands and 8 age groups. */
  historyRows: 200_000,
  /** Rows of one CSV file. */
  csvRows: 2_000_000,
  /** Characters in one cell of a CSV file; names and notes are far shorter. */
  csvCellCharacters: 32_000,
  /** Problems told at once: more would hide the first. */
  problems: 50,
  /** Depth of a formula's tree: deeper than a person can read. */
  formulaDepth: 50,
  /** Characters of a formula. */
  formulaCharacters: 2000,
  /** Depth of a JSON value in canonical text: no document of ours is a third as deep. */
  jsonDepth: 100,
  /** Worker threads of one run. */
  workers: 64,
  /** Characters of one OSCAL document: the largest published catalogue has 12 million. */
  oscalCharacters: 30_000_000,
  /** Columns of one linear programme: past this the solver does not answer in a planner's patience. */
  programmeColumns: 2_000_000,
} as const;
