import { useSyncExternalStore } from 'react';
import type { Box } from '../../../shared/domain/suggestions/suggestion';

/** A place on a page that somebody asked to be shown: the text beside the picture points, the picture marks. */
export interface MarkedPlace {
  readonly itemId: string;
  readonly page: number;
  readonly box: Box;
}

let marked: MarkedPlace | null = null;
const listeners = new Set<() => void>();

export function markPlace(place: MarkedPlace | null): void {
  marked = place;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The place marked on an item, or null. */
export function useMarkedPlace(itemId: string): MarkedPlace | null {
  const place = useSyncExternalStore(subscribe, () => marked);
  return place?.itemId === itemId ? place : null;
}
