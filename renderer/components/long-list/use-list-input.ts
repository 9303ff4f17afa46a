import type { KeyboardEvent, MouseEvent } from 'react';
import { extend, nothingPicked, pickAll, toggle } from './picked';
import type { Picked } from './picked';
import type { Place } from './use-place';

/** What keys and presses change in a list. */
export interface ListState {
  readonly place: Place;
  /** Rows that can be selected at once. */
  readonly most: number;
  readonly picked: Picked;
  readonly onPicked: (picked: Picked) => void;
  readonly onOpen: (index: number) => void;
}

/** How a list is used: arrows and Page keys move, Space selects, Shift goes on with a range, Enter opens. */
export function useListInput(
  { place: { base, count, active, setActive }, most, picked, onPicked, onOpen }: ListState,
  total: number,
  show: (index: number) => void,
) {
  function move(to: number, isRange: boolean): void {
    const next = Math.min(Math.max(to, base), base + count - 1);
    setActive(next);
    if (isRange) onPicked(extend({ ...picked, anchor: picked.anchor ?? active }, next, most));
    show(next);
  }

  function press(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      j: 1,
      k: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -count,
      End: count,
    };
    const step = steps[event.key];
    const isControl = event.ctrlKey || event.metaKey;
    if (isControl && event.key.toLowerCase() === 'a') onPicked(pickAll(total, most));
    else if (isControl || event.altKey) return;
    else if (step !== undefined) move(active + step, event.shiftKey);
    else if (event.key === ' ') onPicked(toggle(picked, active));
    else if (event.key === 'Enter') onOpen(active);
    else if (event.key === 'Escape' && picked.places.size > 0) onPicked(nothingPicked);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function click(event: MouseEvent): void {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>('[role="option"]');
    if (row === null) return;
    const index = Number(row.dataset['index']);
    setActive(index);
    if (event.shiftKey) onPicked(extend(picked, index, most));
    else if (target.closest('.tick-place') !== null || event.ctrlKey || event.metaKey)
      onPicked(toggle(picked, index));
    else onOpen(index);
  }

  return { press, click };
}
