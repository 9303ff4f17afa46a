import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/** What a field is filled in by: it is drawn in several ways, and some of them have a hidden twin for the browser. */
const filledInBy = ['input', 'textarea', 'button', '[role="spinbutton"]']
  .map((each) => `.field[data-invalid] ${each}:not([hidden], [type="hidden"], [tabindex="-1"])`)
  .join(', ');

/**
 * Goes to the first field of a form that something is wrong with, once that is marked: it may lie outside of a small or zoomed window.
 * `refuse` says that the form was not taken as it is.
 */
export function useFirstProblem<T extends HTMLElement>(): {
  readonly form: RefObject<T | null>;
  readonly refuse: () => void;
} {
  const form = useRef<T>(null);
  const [refused, setRefused] = useState(0);
  useEffect(() => {
    if (refused > 0) form.current?.querySelector<HTMLElement>(filledInBy)?.focus();
  }, [refused]);
  return {
    form,
    refuse: () => {
      setRefused((before) => before + 1);
    },
  };
}
