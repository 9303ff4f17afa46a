import { ChevronLeft, ChevronRight, Download, Plus, SquareDashed, Trash2 } from 'lucide-react';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import { useState } from 'react';
import { call, holdfast } from '../../kit/bridge';
import { useKey, useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { Button, IconButton, TextLink } from '../../components/button';
import { Failure } from '../../components/failure';
import { Notice, PageHeader, Skeleton } from '../../components/parts';
import { checkActionText } from '../../strings/bundle';
import { documentSummary, documentText, itemHeading } from '../../strings/documents';
import { inGroups } from '../../strings/sizes';
import { PagesNotices } from '../pages/pages-notices';
import { WithRedacted } from '../redaction/with-redacted';
import { CameIn } from './inside-view';
import { ItemDialogs } from './item-dialogs';
import type { ItemDialog } from './item-dialogs';
import { ItemPanels } from './item-panels';
import type { CopySaved } from './save-copy-dialog';
import { Viewer } from './viewer';
import './evidence.css';

/** One exhibit, large, with everything it says about itself. */
export function EvidenceItemScreen({
  caseId,
  itemId,
  form,
  from,
  startsFull,
}: {
  readonly caseId: string;
  readonly itemId: string;
  /** A form to open at once. */
  readonly form?: 'title' | 'date' | 'shown' | 'provenance' | 'handover' | 'reference' | 'document';
  /** Where it was opened from, to go back there. */
  readonly from?: 'bundle';
  /** Over the whole window, as the exhibit before it was. */
  readonly startsFull: boolean;
}) {
  const { go } = useNavigation();
  const [dialog, setDialog] = useState<ItemDialog | null>(form === 'provenance' ? null : (form ?? null));
  const [saved, setSaved] = useState<CopySaved | null>(null);
  const [full, setFull] = useState(startsFull);
  const [comparing, setComparing] = useState(false);
  const {
    data: item,
    error,
    reload,
  } = useQuery(`item-${itemId}`, () => call(holdfast.evidence.get({ id: itemId })), [
    'evidence',
    'chronology',
  ]);
  const open = (id: string | null | undefined): void => {
    if (id != null) go({ name: 'evidence-item', caseId, itemId: id, ...(full ? { full } : {}) });
  };
  useKey('j', () => {
    open(item?.nextId);
  });
  useKey('k', () => {
    open(item?.previousId);
  });
  useKey('e', () => {
    setDialog('reference');
  });
  if (error !== null) return <Failure code={error} onRetry={reload} />;
  if (item === null) return <Skeleton height={420} />;

  return (
    <div className="evidence">
      <PageHeader
        title={itemHeading(item)}
        summary={
          <span className="wrap-anywhere" dir="auto">
            {documentSummary(item)}
            {item.policeRef === '' ? '' : `Police reference ${item.policeRef}. `}
            {item.fileName}, item {item.position} of {item.total}
          </span>
        }
        actions={<ItemActions item={item} open={open} setDialog={setDialog} />}
      />
      {from === undefined ? null : <BackToBundle caseId={caseId} />}
      <CameIn item={item} />
      <CopyIsSaved saved={saved} />
      <PagesNotices item={item} />
      <div className={`item${comparing ? ' comparing' : ''}`}>
        <WithRedacted item={item}>
          <Viewer
            item={item}
            full={full}
            onFull={setFull}
            onComparing={setComparing}
            onPrevious={
              item.previousId === null
                ? null
                : () => {
                    open(item.previousId);
                  }
            }
            onNext={
              item.nextId === null
                ? null
                : () => {
                    open(item.nextId);
                  }
            }
          />
        </WithRedacted>
        <ItemPanels
          item={item}
          {...(form === 'provenance' ? { startsWith: form } : {})}
          onSayShown={() => {
            setDialog('shown');
          }}
          onChooseDate={() => {
            setDialog('date');
          }}
        />
      </div>
      <div className="at-the-end">
        <Button
          variant="quiet"
          icon={<Trash2 aria-hidden />}
          onPress={() => {
            setDialog('erase');
          }}
        >
          Erase this exhibit
        </Button>
      </div>
      <ItemDialogs
        item={item}
        dialog={dialog}
        onCopied={setSaved}
        onClose={() => {
          setDialog(null);
        }}
        onDone={() => {
          setDialog(null);
          reload();
        }}
      />
    </div>
  );
}

/** It was opened from a check of the bundle. */
function BackToBundle({ caseId }: { readonly caseId: string }) {
  const { go } = useNavigation();
  return (
    <p>
      <TextLink
        onPress={() => {
          go({ name: 'bundle', caseId });
        }}
      >
        {checkActionText.back}
      </TextLink>
    </p>
  );
}

/** Going on to the next one, and what can be done with this one. */
function ItemActions({
  item,
  open,
  setDialog,
}: {
  readonly item: EvidenceDetail;
  readonly open: (id: string | null) => void;
  readonly setDialog: (dialog: 'reference' | 'title' | 'copy' | 'document') => void;
}) {
  const { go } = useNavigation();
  const { caseId, id: itemId } = item;
  return (
    <>
      <IconButton
        label="Previous exhibit"
        icon={<ChevronLeft aria-hidden />}
        isDisabled={item.previousId === null}
        onPress={() => {
          open(item.previousId);
        }}
      />
      <IconButton
        label="Next exhibit"
        icon={<ChevronRight aria-hidden />}
        isDisabled={item.nextId === null}
        onPress={() => {
          open(item.nextId);
        }}
      />
      <Button
        onPress={() => {
          setDialog('reference');
        }}
      >
        Reference
      </Button>
      <Button
        onPress={() => {
          setDialog('title');
        }}
      >
        Describe
      </Button>
      <Button
        onPress={() => {
          setDialog('document');
        }}
      >
        {documentText.open}
      </Button>
      <Button
        icon={<SquareDashed aria-hidden />}
        isDisabled={item.preview !== 'ready' || (item.kind !== 'image' && item.kind !== 'pdf')}
        onPress={() => {
          go({ name: 'redact', caseId, itemId });
        }}
      >
        Redact
      </Button>
      <Button
        icon={<Download aria-hidden />}
        onPress={() => {
          setDialog('copy');
        }}
      >
        Save a copy
      </Button>
      <Button
        variant="primary"
        icon={<Plus aria-hidden />}
        onPress={() => {
          go({ name: 'chronology', caseId, draftFrom: [itemId] });
        }}
      >
        New chronology entry
      </Button>
    </>
  );
}

/** That the copy was written and read back. */
function CopyIsSaved({ saved }: { readonly saved: CopySaved | null }) {
  return (
    <>
      {' '}
      {saved === null ? null : (
        <Notice
          tone="amber"
          title={
            saved.form === 'clean'
              ? 'The copy without place and device is saved and was read back.'
              : 'The copy is saved and was compared with the original.'
          }
        >
          It is not encrypted where it is now.
          {saved.sha256 === null ? null : (
            <div className="small">
              SHA-256 <span className="mono">{inGroups(saved.sha256)}</span>
            </div>
          )}
        </Notice>
      )}
    </>
  );
}
