import type { Version } from '../../../shared/domain/records/version';
import { earlierId, filledUp } from './earlier';
import type { Stamped } from './earlier';
import { correctionId, recordIdAbout } from './record-id';

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

/** Which languages a case, or an exhibit of it, was read in: the newest choice alone, with nobody's name. */
export interface EarlierLanguages {
  readonly caseId: string;
  /** Null for the case. */
  readonly itemId: string | null;
  /** Codes with plus signs between them. */
  readonly languages: string;
}

/** One version. By whom and when was never kept: two offices that chose alike have the same one, others are asked. */
export function versionOfLanguages({ caseId, itemId, languages }: EarlierLanguages): Version {
  const recordId = recordIdAbout('languages', itemId ?? caseId);
  const codes = languages.split('+').filter((code) => code !== '');
  return {
    ...{ id: earlierId('languages', recordId, languages), recordId, caseId, kind: 'languages', schema: 1 },
    ...{ refs: itemId === null ? [] : [itemId], parents: [], removed: false },
    body: filledUp('languages', { itemId, languages: codes }),
    ...{ office: '', author: '', hlc: '', at: '' },
  };
}
