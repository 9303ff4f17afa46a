import { useState } from 'react';
import { holdfast } from './bridge';

/** What was chosen on a screen, by its name: in memory alone, and gone when the vault is locked, because it may hold a name. */
const chosen = new Map<string, unknown>();

holdfast.events.on((event) => {
  if (event.type === 'seal') chosen.clear();
});

/** A state that is still there when its screen is come back to. `name` belongs to one place in the code, and so to one type. */
export function useSessionChoice<T>(name: string, first: T): readonly [T, (choice: T) => void] {
  const [choice, setChoice] = useState<T>(() => (chosen.has(name) ? (chosen.get(name) as T) : first));
  return [
    choice,
    (next) => {
      chosen.set(name, next);
      setChoice(next);
    },
  ];
}
