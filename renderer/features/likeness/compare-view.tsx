import { Check, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { factName } from '../../../shared/domain/facts/fact-names';
import type { RowSpan } from '../../../shared/domain/likeness/compare-pictures';
import type { LikeItem, LikePair, PairDecision } from '../../../shared/models/likeness';
import { useNavigation } from '../../kit/navigation';
import { Button, TextLink } from '../../components/button';
import { Notice } from '../../components/parts';
import { printCount } from '../../strings/counts';
import { printBestDate, printMoment } from '../../strings/dates';
import { betterText, differsText } from '../../strings/likeness';
import { printSize } from '../../strings/sizes';
import { previewUrl } from '../../components/picture/media-url';
import { useVeil } from '../../components/picture/veil';
import { Revealed } from './revealed';
import { Unveil } from './unveil';

/** What of two pictures can be told apart in words; what is the same stands there quietly. */
const rows: readonly { readonly name: string; readonly of: (item: LikeItem) => string }[] = [
  { name: 'Size', of: ({ width, height }) => `${printCount(width)} × ${printCount(height)}` },
  { name: 'Kind', of: ({ mime }) => mime.replace('image/', '').toUpperCase() },
  { name: 'File', of: ({ bytes }) => printSize(bytes) },
  { name: 'Name', of: ({ fileName }) => fileName },
  { name: 'Date', of: ({ bestDate }) => printBestDate(bestDate) },
  { name: 'From', of: ({ bestDate }) => (bestDate === null ? 'nothing' : factName(bestDate)) },
  { name: 'Editing', of: ({ edited }) => (edited ? 'trace of editing' : 'no trace') },
];

/** Two pictures that look alike, side by side, with what differs marked and said; a person decides. */
export function CompareView({
  caseId,
  pair,
  onDecide,
}: {
  readonly caseId: string;
  readonly pair: LikePair;
  readonly onDecide: (decision: PairDecision | null) => void;
}) {
  const { go } = useNavigation();
  const better = betterText(pair);
  const open = (itemId: string): void => {
    go({ name: 'evidence-item', caseId, itemId });
  };
  return (
    <div className="compare stack">
      <div className="row">
        <h2 className="grow">
          {pair.a.exhibitRef} and {pair.b.exhibitRef}
        </h2>
        <Decide pair={pair} onDecide={onDecide} />
      </div>
      {pair.decision === null ? null : (
        <Notice tone="green" title={pair.decision === 'same' ? 'The same picture' : 'Different pictures'}>
          {pair.author}
          {pair.at === null ? '' : `, ${printMoment(pair.at)}`}
        </Notice>
      )}
      <p>
        {differsText(pair)} {better}
      </p>
      <Revealed>{(reveal) => <Pictures pair={pair} onReveal={reveal} onOpen={open} />}</Revealed>
    </div>
  );
}

function Pictures({
  pair,
  onReveal,
  onOpen,
}: {
  readonly pair: LikePair;
  readonly onReveal: () => void;
  readonly onOpen: (itemId: string) => void;
}) {
  const { veiled } = useVeil();
  const view = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(-1);
  const { a, b, comparison } = pair;
  const spans = comparison?.spansOfA ?? [];
  const cropped = comparison?.cropped ?? null;
  const above = (which: 'a' | 'b'): number =>
    cropped?.which === which ? cropped.top * (which === 'a' ? b.height / b.width : a.height / a.width) : 0;

  const showNext = (): void => {
    const next = (at + 1) % Math.max(1, spans.length);
    setAt(next);
    view.current
      ?.querySelectorAll('.like-picture:first-child .mark')
      [next]?.scrollIntoView({ block: 'center' });
  };
  return (
    <>
      <div className="compare-frame">
        <div
          className="compare-view"
          ref={view}
          tabIndex={0}
          role="region"
          aria-label={`${a.exhibitRef} and ${b.exhibitRef} side by side`}
        >
          <Picture item={a} spans={spans} above={above('a')} veiled={veiled} />
          <Picture item={b} spans={comparison?.spansOfB ?? []} above={above('b')} veiled={veiled} />
        </div>
        {veiled ? <Unveil several onPress={onReveal} /> : null}
      </div>
      {spans.length === 0 ? null : (
        <div className="row">
          <Button onPress={showNext}>
            {at < 0 ? 'Show what differs' : `Next difference (${at + 1} of ${spans.length})`}
          </Button>
          <span className="quiet small">A bar at the edge of each picture marks the rows that differ.</span>
        </div>
      )}
      <CompareTable a={a} b={b} onOpen={onOpen} />
    </>
  );
}

function Picture({
  item,
  spans,
  above,
  veiled,
}: {
  readonly item: LikeItem;
  readonly spans: readonly RowSpan[];
  /** Height of what it lacks at the top, as a part of its width. */
  readonly above: number;
  readonly veiled: boolean;
}) {
  return (
    <figure className="like-picture">
      <figcaption>{item.exhibitRef}</figcaption>
      {above === 0 ? null : <div className="lacks" style={{ aspectRatio: `1 / ${above}` }} />}
      <div className="like-image" style={{ aspectRatio: `${item.width} / ${item.height}` }}>
        <img
          className={veiled ? 'veiled' : ''}
          src={previewUrl(item.id)}
          alt={`${item.exhibitRef}, ${item.title}`}
          draggable={false}
        />
        {spans.map(({ top, bottom }) => (
          <span
            key={top}
            className="mark"
            style={{
              top: `${(100 * top) / item.height}%`,
              height: `max(6px, ${(100 * (bottom - top)) / item.height}%)`,
            }}
          />
        ))}
      </div>
    </figure>
  );
}

/** The two answers, or taking one back. */
function Decide({
  pair,
  onDecide,
}: {
  readonly pair: LikePair;
  readonly onDecide: (decision: PairDecision | null) => void;
}) {
  return (
    <>
      {' '}
      {pair.decision === null ? (
        <>
          <Button
            variant="primary"
            icon={<Check aria-hidden />}
            onPress={() => {
              onDecide('same');
            }}
          >
            Same picture
          </Button>
          <Button
            icon={<X aria-hidden />}
            onPress={() => {
              onDecide('different');
            }}
          >
            Different
          </Button>
        </>
      ) : (
        <Button
          onPress={() => {
            onDecide(null);
          }}
        >
          Decide again
        </Button>
      )}
    </>
  );
}

/** What the two files say of themselves. */
function CompareTable({
  a,
  b,
  onOpen,
}: {
  readonly a: LikePair['a'];
  readonly b: LikePair['b'];
  readonly onOpen: (itemId: string) => void;
}) {
  return (
    <table className="compare-table">
      <thead>
        <tr>
          <td />
          {[a, b].map((item) => (
            <th key={item.id} scope="col">
              <TextLink
                onPress={() => {
                  onOpen(item.id);
                }}
              >
                {item.exhibitRef}
              </TextLink>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, of }) => {
          const [one, other] = [of(a), of(b)];
          return (
            <tr key={name} className={one === other ? 'quiet' : 'differs'}>
              <th scope="row">{name}</th>
              <td className="wrap-anywhere" dir="auto">
                {one}
              </td>
              <td className="wrap-anywhere" dir="auto">
                {one === other ? 'the same' : other}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
