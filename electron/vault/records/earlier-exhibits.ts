import { canonical } from '../../../shared/domain/records/version';
import type { Version } from '../../../shared/domain/records/version';
import { earlierId, filledUp, momentOf } from './earlier';
import type { Stamped } from './earlier';
import { suggestedThen, wasSuggested } from './earlier-titles';
import type { TitledItem } from './earlier-titles';
import { recordIdAbout } from './record-id';

/** What an exhibit was called, in its own row, with by whom and when that was last written. */
export interface EarlierName extends Stamped, TitledItem {
  readonly itemId: string;
  readonly caseId: string;
  readonly title: string;
  readonly policeRef: string;
  readonly importedAt: string;
  /** The record of acts says that somebody wrote the title. Packages carry none: there it must differ from what was suggested. */
  readonly isWritten: boolean;
}

/**
 * What is suggested for an exhibit, and what a person wrote as a version, where one did. Earlier wordings were never kept. Who had
 * written in the row last is all that is known of by whom and when.
 */
export function namedThen(item: EarlierName): {
  readonly suggested: string;
  readonly version: Version | null;
} {
  const { itemId, caseId, title, policeRef, importedAt, office, author, hlc } = item;
  const isWritten = title !== '' && (item.isWritten || !wasSuggested(item, title));
  const suggested = isWritten ? suggestedThen(item) : title;
  if (!isWritten && policeRef === '') return { suggested, version: null };
  const body = filledUp('exhibit', { itemId, title: isWritten ? title : null, policeRef });
  const version: Version = {
    id: earlierId('exhibit', itemId, hlc, canonical(body)),
    recordId: recordIdAbout('exhibit', itemId),
    ...{ caseId, kind: 'exhibit', schema: 1, refs: [itemId], parents: [], body, removed: false },
    ...{ office, author, hlc, at: momentOf(hlc, importedAt) },
  };
  return { suggested, version };
}
