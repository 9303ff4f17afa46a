import type { Columns, Erased, Exported, MergeRule, RowMember, Travel, What } from './declaration';

/** What many declarations say alike. */

export const asItWas: What = { sort: 'as-it-was' };
export const ground: What = { sort: 'ground' };
export const fileSet = (from: string, written: readonly string[] = []): What => ({
  sort: 'file-set',
  from,
  asItWas: written,
});
export const projectionOf = (...of: readonly string[]): What => ({ sort: 'projection', of });

export const inRecords = (section: string, but: Columns = {}): Travel => ({ by: 'records', section, but });
export const inLines = (member: RowMember, but: Columns = {}): Travel => ({ by: 'lines', member, but });
export const onArrival: Travel = { by: 'made-anew', when: 'on-arrival' };
export const whenWanted: Travel = { by: 'made-anew', when: 'when-wanted' };
export const staysHere = (why: string): Travel => ({ by: 'stays-here', why });

export const neverMerges: MergeRule = 'not-at-all';

/** Rows about an exhibit, which go with it and with its case. */
export const withItem: Erased = { withCase: 'cascades', withItem: 'cascades' };
/** Rows of the case that are about no exhibit. */
export const withCase: Erased = { withCase: 'cascades', withItem: 'untouched' };
/** Rows of the office. */
export const never: Erased = { withCase: 'untouched', withItem: 'untouched' };

export const asItIs: Extract<Exported, { readonly as: 'lines' }> = {
  as: 'lines',
  file: null,
  withoutColumns: {},
  withoutRows: {},
};
/** An index of words holds nothing but texts that are written out anyway. */
export const notExported: Exported = { as: 'nothing', why: 'made of texts that are written out anyway' };

export const backedUp = 'with-the-whole-database';

/** The file lies there under a key and an id of that vault. */
export const ownFile: Columns = { file_id: 'the receiving vault seals the file anew' };
