/**
 * The titles that imports and readings suggested before what a person wrote was kept apart from them, as they stood then. They are
 * what vaults and packages of that time hold, so nothing here ever changes, whatever is suggested today.
 */

/** As much of an exhibit, and of what its file says, as a title was made from. Facts in the order of their ids. */
export interface TitledItem {
  readonly kind: string;
  readonly mime: string;
  readonly facts: readonly { readonly field: string; readonly code: string; readonly value: string }[];
}

const longest = 200;
const words: Readonly<Record<string, string>> = {
  image: 'Picture',
  pdf: 'PDF document',
  audio: 'Sound recording',
  video: 'Video',
  email: 'E-mail',
  messages: 'Messages',
  table: 'Table',
  text: 'Text file',
  contact: 'Contact',
  document: 'Document',
  archive: 'Archive',
  other: 'File',
};

/** The title it would have if nobody had written one. */
export function suggestedThen(item: TitledItem): string {
  const [inside] = titlesInside(item);
  return (inside ?? titleAtImport(item)).slice(0, longest).trim();
}

/** Whether nobody need have written a title, because it may have been suggested, by whatever was known of the file at the time. */
export function wasSuggested(item: TitledItem, title: string): boolean {
  return [...titlesInside(item), ...titlesAtImport(item)].some(
    (each) => each.slice(0, longest).trim() === title,
  );
}

function valuesOf({ facts }: TitledItem, where: 'field' | 'code', name: string): readonly string[] {
  return facts.filter((fact) => fact[where] === name).map(({ value }) => value);
}

/** What was known of a picture or recording when it was taken in may be less than what is known by now. */
function titlesAtImport(item: TitledItem): readonly string[] {
  const { kind, mime } = item;
  const plain = [
    titleAtImport(item),
    words[kind] ?? '',
    ...(mime.startsWith('image/') ? ['Picture that cannot be shown'] : []),
    ...(kind === 'image' ? ['Screenshot', 'Photograph'] : []),
    // A film without a picture in it became a sound recording.
    ...(kind === 'audio' ? ['Video'] : []),
  ];
  const apps = valuesOf(item, 'field', 'app');
  return [...plain, ...plain.flatMap((title) => apps.map((app) => `${title}, ${app}`))];
}

function titleAtImport(item: TitledItem): string {
  const { kind, mime } = item;
  const [app] = valuesOf(item, 'field', 'app');
  const after = app === undefined ? '' : `, ${app}`;
  if (kind === 'pdf') return 'PDF document';
  if (kind === 'image') {
    if (valuesOf(item, 'field', 'screenshot').length > 0) return `Screenshot${after}`;
    return valuesOf(item, 'field', 'device').length === 0 ? `Picture${after}` : 'Photograph';
  }
  if (mime.startsWith('image/')) return 'Picture that cannot be shown';
  return `${words[kind] ?? words.other ?? ''}${kind === 'audio' || kind === 'video' ? after : ''}`;
}

/** From what is inside, the one that was taken first. */
function titlesInside(item: TitledItem): readonly string[] {
  const of = (code: string): readonly string[] => valuesOf(item, 'code', code).map((value) => value.trim());
  const filled = (code: string): readonly string[] => of(code).filter((value) => value !== '');
  switch (item.kind) {
    case 'email': {
      const [first] = of('mail.Subject');
      const subjects = filled('mail.Subject').map((subject) => cut(`E-mail: ${subject}`));
      const senders = of('mail.From').map((from) => cut(`E-mail from ${from}`));
      return first === undefined || first === '' ? [...senders, ...subjects] : [...subjects, ...senders];
    }
    case 'document':
      return filled('document.Title').map((title) => cut(`Document: ${title}`));
    case 'messages':
    case 'table':
      return of('export.Kind');
    case 'contact': {
      const people = [...new Set(valuesOf(item, 'code', 'contact.Person'))];
      return people.length === 1 ? people.map((name) => cut(`Contact: ${name}`)) : [];
    }
    default:
      return [];
  }
}

/** With no half of a character at the cut. */
function cut(text: string): string {
  const short = text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/u, '');
  return (text.length <= longest ? text : `${short}…`).trim();
}
