import { FileQuestion } from 'lucide-react';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import { reasonText } from '../../strings/errors';
import { isPlayable } from './stage-player';
import { printSize } from '../../strings/sizes';

/** In place of what cannot be shown: why, and that the file is safe. */
export function StageNone({ item, failed }: { readonly item: EvidenceDetail; readonly failed: boolean }) {
  // A recording that fails to play is of a coding that Chromium does not have.
  const why = !failed
    ? reasonText(item.previewReason)
    : isPlayable(item)
      ? reasonText('unreadable-media')
      : '';
  return (
    <div className="view" role="region" aria-label={`${item.exhibitRef}, ${item.title}`} tabIndex={0}>
      <div className="none">
        <FileQuestion aria-hidden />
        <p>{why === '' ? 'It cannot be shown now.' : why}</p>
        <p className="small">The file itself is stored, whole and unchanged ({printSize(item.bytes)}).</p>
      </div>
    </div>
  );
}
