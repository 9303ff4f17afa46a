import type { PagesState } from '../../../shared/contract/pages-methods';
import type { EvidenceItem } from '../../../shared/models/evidence';
import { pdfPasswordKind } from '../../../shared/records/pdf-password';
import type { VaultContext } from '../../vault/api';
import { shownAbout } from '../../vault/records/shown-about';
import { readItem } from '../items/item-rows';
import { answeredTurns, pagesToStraighten, pagesToTurn } from '../items/shown-as';
import { filesIn, markedPages } from '../pdf-copy/beside';

type Db = Pick<VaultContext, 'db'>;

/** What is to be said and asked about the pages of an exhibit. */
export function pagesState(context: Db, id: string): PagesState {
  const item = readItem(context, id);
  const locked = lockOf(item);
  return {
    locked,
    // One that came with a password that does not fit is not open.
    opened: locked === 'no' ? openedBy(context, item) : null,
    files: filesIn(context, item),
    marked: markedPages(context, item),
    toTurn: pagesToTurn(context, id),
    toStraighten: pagesToStraighten(context, id),
    turns: answeredTurns(context, id),
  };
}

function lockOf({ kind, preview, previewReason }: EvidenceItem): PagesState['locked'] {
  if (kind !== 'pdf' || preview === 'ready') return 'no';
  if (previewReason === 'encrypted-file') return 'password';
  return previewReason === 'certificate-locked' ? 'certificate' : 'no';
}

function openedBy({ db }: Db, { id, kind }: EvidenceItem): PagesState['opened'] {
  const shown = kind === 'pdf' ? shownAbout(db, pdfPasswordKind.kind, id) : null;
  return shown === null ? null : { by: shown.author, at: shown.at };
}
