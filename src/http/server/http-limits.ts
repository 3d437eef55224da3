// The bounds of what the server takes from the outside, each with its reason.

export const HTTP_LIMITS = {
  /** A sent form without files: a scenario with every lever set is under 50 KB. */
  formBytes: 1_000_000,
  /** A JSON body; the largest is a set of a pack's files, of which the reference pack's largest is under 1 MB. */
  jsonBytes: 1_000_000,
  /** An official file as text in JSON: the largest of one month is 2 MB, in ASCII. */
  fileJsonBytes: 6_000_000,
  /** Fields of one form: one for each lever and assumption, several times over. */
  formFields: 2000,
  /** One field of an upload's form. */
  fieldBytes: 100_000,
  /** One uploaded file: the largest official workforce file of one month is 2 MB. */
  uploadBytes: 20_000_000,
  /** Files of one upload: no form sends two, and each is held whole until it is read. */
  uploadFiles: 1,
  /** Requests of one person in a minute: a page has at most ten, and nobody reads twelve pages a minute for long. */
  requestsPerMinute: 120,
  /** Attempts to sign in from one address in fifteen minutes. */
  loginsPerQuarterHour: 5,
  /** People and addresses whose requests are counted at a time; the oldest are forgotten first. */
  countedCallers: 10_000,
  /** Answers smaller than this are not compressed: the head would cost more than the saving. */
  compressFromBytes: 1000,
  /** Characters of pages that are kept to be sent again: a few hundred pages, in 50 MB at the most. */
  sharedPageCharacters: 24_000_000,
  /** Seconds within which a request must have come in whole. */
  requestSeconds: 60,
  /** Event streams open at a time in one server. */
  eventStreams: 200,
  /** Rows of one page of a list, and what a caller gets who does not say. */
  /** Rows of an exported table: a national stock table has under 100,000. */
  exportRows: 200_000,
  pageRowsMax: 500,
  pageRows: 100,
} as const;
