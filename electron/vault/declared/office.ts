import type { TableDeclaration } from './declaration';
import { asItIs, backedUp, fileSet, never, neverMerges, projectionOf, staysHere } from './usual';

/** What belongs to the office and to no case, so that it neither goes with one nor is erased with one. */
export const officeTables: readonly TableDeclaration[] = [
  {
    table: 'partner_offices',
    what: projectionOf('record_versions'),
    travels: staysHere('whose words were compared is for each office to say'),
    merges: neverMerges,
    erased: never,
    exported: asItIs,
    backedUp,
  },
  {
    table: 'csv_mappings',
    what: projectionOf('record_versions'),
    travels: staysHere('a habit of the office; what an export was read by travels with the export'),
    merges: neverMerges,
    erased: never,
    exported: asItIs,
    backedUp,
  },
  {
    table: 'text_languages',
    what: fileSet('trained data that was installed from a file'),
    travels: staysHere('part of this installation; pages say by what they were read'),
    merges: neverMerges,
    erased: never,
    exported: asItIs,
    backedUp,
  },
];
