import { ChevronLeft, ChevronRight, Download, Plus, SquareDashed, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ErrorCode } from '../../../shared/errors';
import { call, codeOf, holdfast } from '../../app/bridge';
import { useKey, useQuery } from '../../app/hooks';
import { useNavigation } from '../../app/navigation';
import { Button, IconButton } from '../../components/button';
import { Failure } from '../../components/failure';
import { Notice, PageHeader, Skeleton } from '../../components/parts';
import { EraseItemDialog } from '../erase/erase-item-dialog';
import { WithRedacted } from '../redaction/with-redacted';
import { ChooseDateDialog } from './choose-date-dialog';
import { ItemPanels } from './item-panels';
import { TitleDialog } from './title-dialog';
import { Viewer } from './viewer';
import './evidence.css';

/** One exhibit, large, with everything it says about itself. */
export function EvidenceItemScreen({
  caseId,
  itemId,
  form,
}: {
  readonly caseId: string;
  readonly itemId: string;
  /** A form to open at once. */
  readonly form?: 'title' | 'date';
}) {
  const { go } = useNavigation();
  const [dialog, setDialog] = useState<'date' | 'title' | 'erase' | null>(form ?? null);
  const [saved, setSaved] = useState(false);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const {
    data: item,
    error,
    reload,
  } = useQuery(`item-${itemId}`, () => call(holdfast.evidence.get({ id: itemId })), [
    'evidence',
    'chronology',
  ]);
  const open = (id: string | null | undefined): void => {
    if (id != null) go({ name: 'evidence-item', caseId, itemId: id });
  };
  useKey('j', () => {
    open(item?.nextId);
  });
  useKey('k', () => {
    open(item?.previousId);
  });
  useKey('e', () => {
    setDialog('title');
  });
  if (error !== null) return <Failure code={error} onRetry={reload} />;
  if (item === null) return <Skeleton height={420} />;

  return (
    <div className="evidence">
      <PageHeader
        title={`${item.exhibitRef} ${item.title}`}
        summary={
          <span className="wrap-anywhere" dir="auto">
            {item.fileName}, item {item.position} of {item.total}
          </span>
        }
        actions={
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
                setDialog('title');
              }}
            >
              Describe
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
                call(holdfast.evidence.saveCopy({ id: itemId })).then(
                  (answer) => {
                    setSaved(answer.saved);
                  },
                  (found: unknown) => {
                    setProblem(codeOf(found));
                  },
                );
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
        }
      />
      {problem === null ? null : <Failure code={problem} />}
      {saved ? (
        <Notice tone="amber" title="The copy is saved and was compared with the original.">
          It is not encrypted where it is now.
        </Notice>
      ) : null}
      <div className="item">
        <WithRedacted item={item}>
          <Viewer item={item} />
        </WithRedacted>
        <ItemPanels
          item={item}
          onChooseDate={() => {
            setDialog('date');
          }}
        />
      </div>
      {dialog === 'date' ? (
        <ChooseDateDialog
          item={item}
          onClose={() => {
            setDialog(null);
          }}
          onDone={() => {
            setDialog(null);
            reload();
          }}
        />
      ) : null}
      {dialog === 'title' ? (
        <TitleDialog
          caseId={caseId}
          itemId={itemId}
          title={item.title}
          onClose={() => {
            setDialog(null);
          }}
          onSaved={() => {
            setDialog(null);
            reload();
          }}
        />
      ) : null}
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
      {dialog === 'erase' ? (
        <EraseItemDialog
          itemId={itemId}
          exhibitRef={item.exhibitRef}
          onClose={() => {
            setDialog(null);
          }}
          onErased={() => {
            go({ name: 'evidence', caseId });
          }}
        />
      ) : null}
    </div>
  );
}
