/** A field that somebody had filled in: what it is called, and what stood in it. */
export interface Typed {
  readonly label: string;
  readonly text: string;
}

const fields =
  'input:not([type]), input[type="text"], input[type="search"], input[type="number"], textarea, .date-input';

const labelOf = (field: HTMLElement): string => {
  const own = field.getAttribute('aria-label');
  if (own !== null && own !== '') return own;
  const label = 'labels' in field ? (field as HTMLInputElement).labels?.[0] : undefined;
  return (label ?? field.closest('.field')?.querySelector('label, span'))?.textContent ?? '';
};

function textOf(field: HTMLElement): string {
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
    return field.readOnly || field.disabled ? '' : field.value;
  // A day or a time: only when something of it was filled in.
  const isFilled = [...field.querySelectorAll('[role="spinbutton"]')].some(
    (part) => part.getAttribute('data-placeholder') === null,
  );
  return isFilled ? field.textContent : '';
}

/** What stands in the fields of the screen and of its dialogs as they are now. Passphrases are never among it. */
export function typedOnPage(page: ParentNode): readonly Typed[] {
  const found: Typed[] = [];
  for (const field of page.querySelectorAll<HTMLElement>(fields)) {
    const text = textOf(field);
    if (/\S/u.test(text)) found.push({ label: labelOf(field), text });
  }
  return found;
}
