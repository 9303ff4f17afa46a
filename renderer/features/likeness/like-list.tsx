import { ListBox, ListBoxItem } from 'react-aria-components';
import type { ReactNode } from 'react';

/** One of a list beside what is shown of it. */
export interface LikeRow {
  readonly id: string;
  /** Read out as a whole. */
  readonly name: string;
  readonly title: ReactNode;
  readonly detail: string;
}

/** Some of what can be looked at, under a heading; nothing where there is none. */
export function LikeList({
  title,
  rows,
  current,
  mustChoose = false,
  onChoose,
}: {
  readonly title: string;
  readonly rows: readonly LikeRow[];
  /** The one that is shown, which may be of another list. */
  readonly current: string;
  /** Whether the one that is shown cannot be let go. */
  readonly mustChoose?: boolean;
  readonly onChoose: (id: string) => void;
}) {
  if (rows.length === 0) return null;
  const isHere = rows.some(({ id }) => id === current);
  return (
    <div className="stack">
      <h2 className="small quiet">{title}</h2>
      <ListBox
        className="like-list"
        aria-label={title}
        items={rows}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection={mustChoose && isHere}
        selectedKeys={isHere ? [current] : []}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (key !== undefined) onChoose(String(key));
        }}
      >
        {(row) => (
          <ListBoxItem className="like-row" id={row.id} textValue={row.name}>
            {row.title}
            <span className="small quiet">{row.detail}</span>
          </ListBoxItem>
        )}
      </ListBox>
    </div>
  );
}
