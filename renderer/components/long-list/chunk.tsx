import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import type { Picked } from './picked';

/** What a list draws of a row. */
export interface DrawnRow {
  /** Of the whole row, beside its state. */
  readonly className: string;
  /** Above the line, across the whole width. */
  readonly above: ReactNode;
  readonly line: ReactNode;
}

/** Some neighbouring rows, drawn together once all of them are there; until then, their place. */
export function Chunk<T>({
  chunk,
  from,
  to,
  height,
  total,
  rowAt,
  idOf,
  draw,
  picked,
  active,
  onMeasure,
}: {
  readonly chunk: number;
  readonly from: number;
  readonly to: number;
  readonly height: number;
  readonly total: number;
  readonly rowAt: (index: number) => T | null;
  readonly idOf: (index: number) => string;
  readonly draw: (row: T, index: number, before: T | null) => DrawnRow;
  readonly picked: Picked;
  readonly active: number;
  readonly onMeasure: (chunk: number, height: number) => void;
}) {
  const element = useRef<HTMLDivElement>(null);
  const isThere = rowAt(from) !== null;
  useMeasured(element, chunk, isThere, onMeasure);
  if (!isThere) return <div role="presentation" className="chunk waiting" style={{ height }} />;
  const rows = [];
  for (let index = from; index < to; index += 1) {
    const row = rowAt(index);
    if (row === null) continue;
    rows.push(
      <Row
        key={index}
        id={idOf(index)}
        index={index}
        total={total}
        drawn={draw(row, index, index === 0 ? null : rowAt(index - 1))}
        isPicked={picked.places.has(index)}
        isActive={index === active}
      />,
    );
  }
  return (
    <div role="presentation" className="chunk" ref={element}>
      {rows}
    </div>
  );
}

/** Tells how high a chunk is, once it is drawn and whenever that changes. */
function useMeasured(
  element: RefObject<HTMLElement | null>,
  chunk: number,
  isThere: boolean,
  onMeasure: (chunk: number, height: number) => void,
): void {
  useEffect(() => {
    const drawn = element.current;
    if (drawn === null || !isThere) return;
    const observer = new ResizeObserver(() => {
      onMeasure(chunk, drawn.offsetHeight);
    });
    observer.observe(drawn);
    return () => {
      observer.disconnect();
    };
  }, [element, chunk, isThere, onMeasure]);
}

function Row({
  id,
  index,
  total,
  drawn: { className, above, line },
  isPicked,
  isActive,
}: {
  readonly id: string;
  readonly index: number;
  readonly total: number;
  readonly drawn: DrawnRow;
  readonly isPicked: boolean;
  readonly isActive: boolean;
}) {
  return (
    <div
      id={id}
      data-index={index}
      data-loaded
      role="option"
      aria-selected={isPicked}
      aria-posinset={index + 1}
      aria-setsize={total}
      className={`long-row ${className}${isPicked ? ' picked' : ''}${isActive ? ' active' : ''}`}
    >
      {above}
      <div className="line">
        <span className="tick-place" aria-hidden>
          <span className="tick">{isPicked ? <Check strokeWidth={3} /> : null}</span>
        </span>
        {line}
      </div>
    </div>
  );
}
