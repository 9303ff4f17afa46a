import type { Version } from '../../../shared/domain/records/version';
import { earlierId, filledUp } from './earlier';
import type { Stamped } from './earlier';
import { correctionId } from './record-id';

/** What a person corrected in the text of a page, as it was kept version by version. */
export interface EarlierCorrection extends Stamped {
  readonly caseId: string;
  readonly itemId: string;
  readonly page: number;
  readonly version: number;
  readonly text: string;
  readonly at: string;
}

/** Each made from the one that was numbered before it; office and clock tell those apart that two offices numbered alike. */
export function versionsOfCorrections(rows: readonly EarlierCorrection[]): readonly Version[] {
  const newest = new Map<string, string>();
  const ordered = [...rows].sort((a, b) => a.version - b.version);
  return ordered.map(({ caseId, itemId, page, version, text, at, office, author, hlc }) => {
    const recordId = correctionId(itemId, page);
    const before = newest.get(recordId);
    const id = earlierId('text-correction', itemId, page, version, office, hlc);
    newest.set(recordId, id);
    return {
      ...{ id, recordId, caseId, kind: 'text-correction', schema: 1, refs: [itemId] },
      parents: before === undefined ? [] : [before],
      body: filledUp('text-correction', { itemId, page, text }),
      ...{ removed: false, office, author, hlc, at },
    };
  });
}
