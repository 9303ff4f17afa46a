import type { EvidenceDetail } from '../../../shared/models/evidence';
import { useNavigation } from '../../kit/navigation';
import { HandoverDialog } from '../continuity/handover-dialog';
import { EraseItemDialog } from '../erase/erase-item-dialog';
import { DocumentDialog } from '../exhibits/document-dialog';
import { ReferenceDialog } from '../exhibits/reference-dialog';
import { ChooseDateDialog } from './choose-date-dialog';
import { SaveCopyDialog } from './save-copy-dialog';
import { ShownDialog } from './shown-dialog';
import { TitleDialog } from './title-dialog';
import type { CopySaved } from './save-copy-dialog';

export type ItemDialog =
  'date' | 'title' | 'shown' | 'copy' | 'reference' | 'document' | 'handover' | 'erase';

/** What can be said of an exhibit and done with it, each in a dialog of its own. */
export function ItemDialogs({
  item,
  dialog,
  onCopied,
  onClose,
  onDone,
}: {
  readonly item: EvidenceDetail;
  readonly dialog: ItemDialog | null;
  readonly onCopied: (copy: CopySaved) => void;
  readonly onClose: () => void;
  /** Closes it as well, and reads the exhibit again. */
  readonly onDone: () => void;
}) {
  const { go } = useNavigation();
  const { caseId, id: itemId } = item;
  switch (dialog) {
    case null:
      return null;
    case 'date':
      return <ChooseDateDialog item={item} onClose={onClose} onDone={onDone} />;
    case 'reference':
      return <ReferenceDialog item={item} onClose={onClose} onSaved={onDone} />;
    case 'document':
      return <DocumentDialog item={item} onClose={onClose} onSaved={onDone} />;
    case 'handover':
      return (
        <HandoverDialog
          caseId={caseId}
          itemIds={[itemId]}
          corrects={null}
          onClose={onClose}
          onDone={onDone}
        />
      );
    case 'shown':
      return <ShownDialog item={item} onClose={onClose} onDone={onDone} />;
    case 'copy':
      return <SaveCopyDialog item={item} onSaved={onCopied} onClose={onDone} />;
    case 'title':
      return (
        <TitleDialog caseId={caseId} itemId={itemId} title={item.title} onClose={onClose} onSaved={onDone} />
      );
    case 'erase':
      return (
        <EraseItemDialog
          itemId={itemId}
          exhibitRef={item.exhibitRef}
          onClose={onClose}
          onErased={() => {
            go({ name: 'evidence', caseId });
          }}
        />
      );
  }
}
