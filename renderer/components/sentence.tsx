import { Fragment } from 'react';

/** Letters of scripts that are written from right to left, and their marks: Hebrew, Arabic and their like, with the presentation forms. */
const letter = String.raw`(?:(?=[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])[\p{L}\p{M}])`;
/** From the first of them to the last before a letter of another script: digits and signs after them are not theirs. */
const run = new RegExp(String.raw`(${letter}+(?:[^\p{L}\p{M}\n]+${letter}+)*)`, 'gu');

/**
 * A sentence of the app with names in it, however those are written: it reads from left to right, and each part that reads from right
 * to left stands by itself. Without that a day or a number after a Hebrew or Arabic name would be drawn on its other side. What a
 * person wrote, and nothing else, takes `dir="auto"` instead.
 */
export function Sentence({ children }: { readonly children: string }) {
  const parts = children.split(run);
  if (parts.length === 1) return children;
  return (
    <span dir="ltr">
      {parts.map((part, at) =>
        // Every other part is what was split at.
        at % 2 === 1 ? <bdi key={at}>{part}</bdi> : <Fragment key={at}>{part}</Fragment>,
      )}
    </span>
  );
}
