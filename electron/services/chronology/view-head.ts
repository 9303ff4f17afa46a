import { counted } from '../../../shared/domain/counts';
import { audienceText } from '../../../shared/domain/export/audiences';
import type { SavedViewBody } from '../../../shared/models/saved-view';
import type { PaperHead } from '../exhibits/paper-head';

export type ViewHead = Pick<PaperHead, 'reference' | 'officeName' | 'at'>;

export const viewTitle = 'Chronology';

/** Whose chronology it is, for whom, how much of it, and by whom and when. */
export function viewLine(head: ViewHead, view: SavedViewBody, entries: number): string {
  const covered = view.covering.length === 0 ? '' : ' Some words are covered.';
  return `Our reference ${head.reference}. For: ${audienceText(view.audience)}. ${counted(entries, 'entry', 'entries')}.${covered} Prepared by ${head.officeName}, ${head.at}.`;
}
