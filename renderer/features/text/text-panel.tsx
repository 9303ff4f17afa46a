import { useEffect, useState } from 'react';
import type { Act } from '../../kit/use-act';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import type { ItemText } from '../../../shared/models/text';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useAct } from '../../kit/use-act';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Notice, Skeleton } from '../../components/parts';
import { counted } from '../../strings/counts';
import { reasonText } from '../../strings/errors';
import { ItemLanguages } from './item-languages';
import { markPlace, useMarkedPlace } from './marked-place';
import { PageTextPart } from './page-text';
import './text.css';

const atATime = 50;

/** Beside the picture: the text of it, what waits to be read, and what could not be. */
export function TextPanel({ item }: { readonly item: EvidenceDetail }) {
  const [from, setFrom] = useState(1);
  const { data, error, reload } = useQuery(
    `item-text-${item.id}|${from}`,
    () => call(holdfast.text.item({ id: item.id, from })),
    ['text'],
  );
  const place = useMarkedPlace(item.id);
  useEffect(() => {
    void holdfast.text.prioritise({ ids: [item.id] });
    return () => {
      void holdfast.text.prioritise({ ids: [] });
      markPlace(null);
    };
  }, [item.id]);
  if (error !== null) return <Failure code={error} onRetry={reload} />;
  if (data === null) return <Skeleton height={200} />;
  const last = Math.max(item.pages ?? 1, 1);
  return (
    <div className="stack text-panel">
      <p className="hidden-visually" role="status">
        {place === null ? '' : 'The place is marked on the picture.'}
      </p>
      <Pending item={item} text={data} />
      {data.pages.map((page) => (
        <PageTextPart key={page.page} item={item} page={page} />
      ))}
      {last > atATime ? (
        <div className="row">
          <Button
            isDisabled={from === 1}
            onPress={() => {
              setFrom(Math.max(1, from - atATime));
            }}
          >
            Earlier pages
          </Button>
          <Button
            isDisabled={from + atATime > last}
            onPress={() => {
              setFrom(from + atATime);
            }}
          >
            Later pages
          </Button>
        </div>
      ) : null}
      <ItemLanguages item={item} text={data} />
    </div>
  );
}

/** What has no text yet, and why. */
function Pending({ item, text }: { readonly item: EvidenceDetail; readonly text: ItemText }) {
  const state = useQuery('text-state', () => call(holdfast.text.state({})), ['text']);
  const act = useAct();
  const waiting = text.pending.filter((page) => page.state === 'waiting');
  const failed = text.pending.filter((page) => page.state === 'failed');
  const isOff = state.data?.enabled === false;
  const isPaused = state.data?.paused === true;
  return (
    <>
      <Failure code={act.error} />
      <WaitingPages count={waiting.length} isOff={isOff} isPaused={isPaused} act={act} />
      {failed.length === 0 ? null : (
        <Notice
          tone="amber"
          title={
            failed.length === 1 ? 'The text could not be read' : `${failed.length} pages could not be read`
          }
          actions={
            <Button
              onPress={() => {
                act.run(() => call(holdfast.text.retry({ id: item.id })));
              }}
            >
              Try again
            </Button>
          }
        >
          {reasonText(failed[0]?.reason ?? null)} The file itself is stored, whole and unchanged.
        </Notice>
      )}
      {text.pages.length === 0 && text.pending.length === 0 ? (
        <p className="quiet">
          {item.kind === 'image' || item.kind === 'pdf'
            ? 'There is no text of it: it could not be shown, so it could not be read either.'
            : 'There is no text of this kind of file here.'}
        </p>
      ) : null}
    </>
  );
}

/** Why what waits is not read yet. */
function WaitingPages({
  count,
  isOff,
  isPaused,
  act,
}: {
  readonly count: number;
  readonly isOff: boolean;
  readonly isPaused: boolean;
  readonly act: Act;
}) {
  return (
    <>
      {' '}
      {count === 0 ? null : isOff ? (
        <Notice
          title="Reading text is switched off"
          actions={
            <Button
              onPress={() => {
                act.run(() => call(holdfast.text.setEnabled({ enabled: true })));
              }}
            >
              Switch it on
            </Button>
          }
        >
          Nothing is read off pictures until it is switched on.
        </Notice>
      ) : isPaused ? (
        <Notice
          title="Reading text is paused"
          actions={
            <Button
              onPress={() => {
                act.run(() => call(holdfast.text.resume({})));
              }}
            >
              Go on
            </Button>
          }
        >
          What is on this screen is read first.
        </Notice>
      ) : (
        <p className="quiet" role="status">
          {count === 1
            ? 'The text is being read. It appears here in a moment.'
            : `${counted(count, 'page is', 'pages are')} still being read.`}
        </p>
      )}
    </>
  );
}
