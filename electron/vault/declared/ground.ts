import type { TableDeclaration } from './declaration';
import { asItIs, backedUp, ground, never, neverMerges, staysHere } from './usual';

const keptByActs =
  'append-only; an act keeps the id of what it was about, the reference of an exhibit and the fingerprint of a copy';

/** The vault itself: its settings, its sealed files, its record of acts, its jobs and its backups. */
export const groundTables: readonly TableDeclaration[] = [
  {
    table: 'settings',
    what: ground,
    travels: staysHere('what this vault is called and set to'),
    merges: neverMerges,
    erased: never,
    exported: {
      ...asItIs,
      withoutRows: {
        'office.age-identity': 'opens every package that was sealed for this office',
        'office.signing-key': 'signs in the name of this office',
      },
    },
    backedUp,
  },
  {
    table: 'files',
    what: ground,
    travels: {
      by: 'files',
      but: {
        id: 'given by the receiving vault',
        key: 'made by the receiving vault',
        created_at: 'when the receiving vault sealed it',
      },
    },
    merges: 'union',
    erased: { withCase: 'deleted', withItem: 'deleted' },
    exported: { ...asItIs, withoutColumns: { key: 'opens the sealed file' } },
    backedUp,
  },
  {
    table: 'erased_files',
    what: ground,
    travels: staysHere('what is still to be removed from the folder of this vault'),
    merges: neverMerges,
    // Erasing writes a row for each file, and takes it away once the file is.
    erased: { withCase: 'deleted', withItem: 'deleted' },
    exported: asItIs,
    backedUp,
  },
  {
    table: 'audit',
    what: ground,
    travels: staysHere('the chain runs over the acts of all cases; only its head goes, in the manifest'),
    merges: neverMerges,
    erased: {
      withCase: { kept: keptByActs },
      withItem: { kept: keptByActs },
    },
    exported: { ...asItIs, file: 'record-of-acts.jsonl' },
    backedUp,
    triggers: { audit_no_update: { refuses: 'update' }, audit_no_delete: { refuses: 'delete' } },
  },
  {
    table: 'backup_places',
    what: ground,
    travels: staysHere('folders of this computer'),
    merges: neverMerges,
    erased: never,
    exported: asItIs,
    backedUp,
  },
  {
    table: 'imports',
    what: ground,
    travels: staysHere('how files came in is that computer\u2019s own business: it names its folders'),
    merges: neverMerges,
    erased: { withCase: 'cascades', withItem: { scrubbed: 'paths of the exhibit in what was asked for' } },
    exported: asItIs,
    backedUp,
  },
  {
    table: 'import_results',
    what: ground,
    travels: staysHere('how files came in is that computer\u2019s own business: it names its folders'),
    merges: neverMerges,
    erased: { withCase: 'deleted', withItem: 'deleted' },
    exported: asItIs,
    backedUp,
  },
  {
    table: 'transfers',
    what: ground,
    travels: staysHere('a record of what this vault wrote and opened'),
    merges: neverMerges,
    erased: { withCase: { scrubbed: 'the reference and the id of the case' }, withItem: 'untouched' },
    exported: asItIs,
    backedUp,
  },
  {
    table: 'transfer_drafts',
    what: { sort: 'drafts' },
    travels: staysHere('how far a package got on one stick, with the key of that file'),
    merges: neverMerges,
    erased: { withCase: 'deleted', withItem: 'deleted' },
    exported: { as: 'nothing', why: 'it is the key of a file that is not whole' },
    backedUp,
  },
  {
    table: 'receipts',
    what: ground,
    travels: staysHere('a receipt is a file of its own, carried back by itself'),
    merges: neverMerges,
    // It names a package and numbers, and no case.
    erased: { withCase: 'untouched', withItem: 'untouched' },
    exported: asItIs,
    backedUp,
  },
];
