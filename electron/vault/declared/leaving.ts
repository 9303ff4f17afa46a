import type { TableDeclaration } from './declaration';
import {
  asItIs,
  backedUp,
  fileSet,
  inRecords,
  neverMerges,
  ownFile,
  staysHere,
  withCase,
  withItem,
} from './usual';

/** What is being chosen for something that will leave: what has left keeps what was chosen for it. */
const drafts = { sort: 'drafts' } as const;
const elsewhere = 'what another office chose must not decide what leaves from here';

/** What is made to be handed to others, and what was chosen for it. */
export const leavingTables: readonly TableDeclaration[] = [
  {
    table: 'redactions',
    what: fileSet('an original and the boxes that were drawn on it'),
    travels: inRecords('redactions', ownFile),
    merges: 'union',
    erased: withItem,
    exported: asItIs,
    backedUp,
  },
  {
    table: 'bundles',
    what: fileSet('the exhibits and choices it was built of', ['options']),
    travels: staysHere('what this office built, and answers for'),
    merges: neverMerges,
    // With an exhibit where its plan names it: the PDF holds a copy.
    erased: { withCase: 'deleted', withItem: 'deleted' },
    exported: asItIs,
    backedUp,
  },
  {
    table: 'packs',
    what: fileSet('the folder that was written', ['body']),
    travels: staysHere('what this office handed out, and answers for'),
    merges: neverMerges,
    erased: {
      withCase: 'cascades',
      withItem: {
        kept: 'what was handed to somebody stays on record: reference, name in the folder and fingerprint of a file, as in the record of acts',
      },
    },
    exported: asItIs,
    backedUp,
  },
  {
    table: 'package_contents',
    what: fileSet('the package that was written'),
    travels: staysHere('which office has what is for the office to say that gave it'),
    merges: neverMerges,
    erased: {
      withCase: 'cascades',
      withItem: { kept: 'ids alone: that an exhibit once went, as the record of acts says too' },
    },
    exported: asItIs,
    backedUp,
  },
  {
    table: 'bundle_files',
    what: fileSet('the exhibits and choices that its bundle was built of'),
    travels: staysHere('what this office built, and answers for'),
    merges: neverMerges,
    erased: { withCase: 'deleted', withItem: 'deleted' },
    exported: asItIs,
    backedUp,
  },
  {
    table: 'leaving_choices',
    what: drafts,
    travels: staysHere(elsewhere),
    merges: neverMerges,
    erased: withCase,
    exported: asItIs,
    backedUp,
  },
  {
    table: 'leaving_items',
    what: drafts,
    travels: staysHere(elsewhere),
    merges: neverMerges,
    erased: withItem,
    exported: asItIs,
    backedUp,
  },
];
