// Refuses at the door what tells of single people: by the names of columns, before anything is kept.
import type { SentTable } from '#service';

/** Words of column names that stand for one person, without blanks and marks. */
const PERSONAL =
  /^(first|last|fore|sur|full|staff|employee|person)?names?$|surname|forename|email|phone|mobile|dateofbirth|birthdate|^dob$|nationalinsurance|^ni(no|number)?$|nhsnumber|(employee|staff|payroll|assignment|personal)(id|no|number)$|postcode|homeaddress|ethnic|religion|disability|sexualorientation/;

/** @returns the names of columns that no count of people in post needs; none where the file holds counts alone */
export function personalColumns({ columns }: SentTable): readonly string[] {
  return columns.filter((column) => PERSONAL.test(column.toLowerCase().replaceAll(/[^a-z]/g, '')));
}
