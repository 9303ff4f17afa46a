import { useState } from 'react';
import type { EvidenceItem } from '../../../shared/models/evidence';
import type { SharedReference } from '../../../shared/models/exhibit';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Failure } from '../../components/failure';
import { Notice } from '../../components/parts';
import { thumbUrl } from '../../components/picture/media-url';
import { useVeil } from '../../components/picture/veil';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useAct } from '../../kit/use-act';
import { printBestDate, printDay } from '../../strings/dates';
import { sharedReferenceText as words } from '../../strings/exhibits';
import './exhibits.css';

/** Says that exhibits of a case share a reference, and leads to where one of them gets another. Nothing while none do. */
export function SharedReferencesNotice({ caseId }: { readonly caseId: string }) {
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery(
    `shared-references-${caseId}`,
    () => call(holdfast.exhibits.sharedReferences({ caseId })),
    ['evidence'],
  );
  const shared = data ?? [];
  return (
    <>
      {shared.length === 0 ? null : (
        <Notice
          tone="amber"
          title={words.title(shared.map(({ ref }) => ref))}
          actions={
            <Button
              onPress={() => {
                setOpen(true);
              }}
            >
              {words.open}
            </Button>
          }
        >
          {words.why}
        </Notice>
      )}
      {isOpen ? (
        <SharedReferencesDialog
          shared={shared}
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}

/** Every reference that is shared, with the exhibits that bear it side by side. */
function SharedReferencesDialog({
  shared,
  onClose,
}: {
  readonly shared: readonly SharedReference[];
  readonly onClose: () => void;
}) {
  const { run, busy, error } = useAct();
  const [done, setDone] = useState<string | null>(null);
  const renumber = ({ id, title, exhibitRef: before }: EvidenceItem): void => {
    run(
      () => call(holdfast.exhibits.renumber({ id })),
      ({ exhibitRef }) => {
        setDone(words.done(title, exhibitRef, before));
      },
    );
  };
  return (
    <Dialog title={words.dialog} isOpen isWide onClose={onClose}>
      <div className="stack">
        <p>{shared.length === 0 ? words.none : words.how}</p>
        <div role="status">{done === null ? null : <Notice tone="green" title={done} />}</div>
        <Failure code={error} />
        {shared.map(({ ref, files }) => (
          <section key={ref} aria-label={words.bear(ref, files.length)}>
            <h3>{words.bear(ref, files.length)}</h3>
            {files.every(({ left }) => left) ? <p className="quiet">{words.allLeft}</p> : null}
            <ul className="sharing">
              {files.map(({ item, left }) => (
                <li key={item.id} className="card pad">
                  <Bearer item={item} />
                  {left ? (
                    <p className="quiet small">{words.left}</p>
                  ) : (
                    <Button
                      isPending={busy}
                      label={words.renumberLabel(item.title)}
                      onPress={() => {
                        renumber(item);
                      }}
                    >
                      {words.renumber}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <div className="actions">
        <Button autoFocus onPress={onClose}>
          {words.close}
        </Button>
      </div>
    </Dialog>
  );
}

/** What tells an exhibit apart when its reference does not. */
function Bearer({ item }: { readonly item: EvidenceItem }) {
  const { veiled } = useVeil();
  const [failed, setFailed] = useState(false);
  return (
    <>
      {item.preview === 'ready' && !failed ? (
        <img
          className={veiled ? 'veiled' : ''}
          src={thumbUrl(item.id)}
          alt=""
          draggable={false}
          onError={() => {
            setFailed(true);
          }}
        />
      ) : null}
      <strong dir="auto">{item.title}</strong>
      <span className="quiet small" dir="auto">
        {item.fileName}
      </span>
      <span className="small">{printBestDate(item.bestDate)}</span>
      <span className="quiet small">{words.added(printDay(item.importedAt))}</span>
    </>
  );
}
