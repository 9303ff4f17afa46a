import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from './button';

/** Rows shown at first, and more with every press. */
const step = 50;

/** A list that may be very long: all of it can be seen, some at a time. */
export function FirstOfMany<T>({
  items,
  first = step,
  draw,
}: {
  /** Shown before anybody presses. */
  readonly first?: number;
  readonly items: readonly T[];
  readonly draw: (item: T) => ReactNode;
}) {
  const [shown, setShown] = useState(first);
  return (
    <>
      {items.slice(0, shown).map(draw)}
      {items.length > shown ? (
        <li>
          <Button
            variant="quiet"
            onPress={() => {
              setShown(shown + step);
            }}
          >
            Show more: {items.length - shown} are left
          </Button>
        </li>
      ) : null}
    </>
  );
}
