import type { TextFound } from '../../../shared/models/text';
import './text.css';

/** Where in a text something was found: the words around it, what was looked for marked. */
export function Snippet({ found }: { readonly found: TextFound }) {
  return (
    <span className="snippet" dir="auto">
      {found.page > 1 ? `Page ${found.page}: ` : ''}
      {found.snippet.map((part, index) => (part.found ? <mark key={index}>{part.text}</mark> : part.text))}
      {found.corrected ? ' (corrected)' : ''}
    </span>
  );
}
