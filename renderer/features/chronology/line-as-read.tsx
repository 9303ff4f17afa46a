import type { Span } from '../../../shared/domain/dates/spoken/reading';

/**
 * A line as it will be saved: the date's words that go out of it struck through, those that were not understood marked,
 * everything else as it was typed. Nothing where neither is in it.
 */
export function LineAsRead({
  text,
  lifted,
  unread,
}: {
  readonly text: string;
  readonly lifted: readonly Span[];
  readonly unread: readonly Span[];
}) {
  if (lifted.length === 0 && unread.length === 0) return null;
  return (
    <p className="line-as-read wrap-anywhere" dir="auto">
      {pieces(text, lifted, unread).map(({ start, kind, words }) =>
        kind === 'lifted' ? (
          <del key={start}>{words}</del>
        ) : kind === 'unread' ? (
          <mark key={start}>{words}</mark>
        ) : (
          <span key={start}>{words}</span>
        ),
      )}
    </p>
  );
}

interface Piece {
  readonly start: number;
  readonly kind: 'lifted' | 'unread' | 'kept';
  readonly words: string;
}

function pieces(text: string, lifted: readonly Span[], unread: readonly Span[]): Piece[] {
  const inside = (spans: readonly Span[], index: number): boolean =>
    spans.some(({ start, end }) => start <= index && index < end);
  const kindAt = (index: number): Piece['kind'] =>
    inside(lifted, index) ? 'lifted' : inside(unread, index) ? 'unread' : 'kept';
  const edges = [...new Set([0, ...[...lifted, ...unread].flatMap(({ start, end }) => [start, end])])]
    .filter((edge) => edge < text.length)
    .sort((a, b) => a - b);
  return edges.map((start, index) => ({
    start,
    kind: kindAt(start),
    words: text.slice(start, edges[index + 1] ?? text.length),
  }));
}
