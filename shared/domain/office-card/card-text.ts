import { officeCardSchema } from '../../models/office';
import type { OfficeCard } from '../../models/office';
import { foldCardText } from './office-name';

/** The format of a card's text. A later one says so in its first line. */
export const cardFormat = 1;
/** Nobody pastes more than this; a long thread of mail fits. */
export const longestCardText = 100_000;

/** A card as text for a mail: every line stands alone, and no mail program has a reason to touch it. */
export function printCard({ name, made, recipient, signingKey, signature }: OfficeCard): string {
  return [
    `----- HOLDFAST OFFICE CARD ${cardFormat} -----`,
    `Office: ${name}`,
    `Made on: ${made}`,
    `Sealing key: ${recipient}`,
    `Signing key: ${signingKey}`,
    `Signature: ${signature.slice(0, 64)}`,
    signature.slice(64),
    '----- END OF OFFICE CARD -----',
    '',
  ].join('\n');
}

/** The text a card's signature is over, behind a mark of its own so that it can be taken for nothing else. */
export function signedCardText({ name, made, recipient, signingKey }: Omit<OfficeCard, 'signature'>): string {
  return `holdfast-office-card-v1\0${JSON.stringify([name, made, recipient, signingKey])}`;
}

export type CardsRead =
  | { readonly kind: 'cards'; readonly cards: readonly OfficeCard[] }
  /** Nothing but cards of a later Holdfast. */
  | { readonly kind: 'newer' }
  /** A key alone, as earlier versions copied it: there is nothing in it that could be compared. */
  | { readonly kind: 'key-only' }
  | { readonly kind: 'unreadable' };

const begin = /HOLDFAST OFFICE CARD (\d{1,4})\b/giu;
const fields =
  /^\W*Office ?: (.+) Made on ?: (\d{4}-\d{2}-\d{2}) Sealing key ?: (age1[ 0-9a-z]+) Signing key ?: ([ 0-9a-f]+) Signature ?: ([ 0-9a-f]+)\W*$/iu;

/**
 * Finds the cards in a pasted text: in a mail, quoted, its lines broken anew, its quotes and dashes changed, with other
 * words around it. Whether a card's signature is right is not looked at here. The same card twice counts once.
 */
export function readCards(text: string): CardsRead {
  const folded = foldCardText(unquote(text.slice(0, longestCardText)));
  const cards = new Map<string, OfficeCard>();
  let newer = false;
  const starts = [...folded.matchAll(begin)];
  for (const [index, start] of starts.entries()) {
    if (Number(start[1]) > cardFormat) {
      newer = true;
      continue;
    }
    const from = start.index + start[0].length;
    const [body, end] = folded.slice(from, starts[index + 1]?.index).split(/END OF OFFICE CARD/iu, 2);
    const card = body === undefined || end === undefined ? null : readFields(body);
    if (card !== null) cards.set(JSON.stringify(card), card);
  }
  if (cards.size > 0) return { kind: 'cards', cards: [...cards.values()] };
  if (newer) return { kind: 'newer' };
  const keyOnly = /\bage1[02-9ac-hj-np-z]{58}\b/iu.test(folded) && !/OFFICE CARD/iu.test(folded);
  return { kind: keyOnly ? 'key-only' : 'unreadable' };
}

/** Takes off what mail programs put before the lines of a message that is answered. */
function unquote(text: string): string {
  return text.replaceAll(/^[ \t\u00a0]*(?:[>|][ \t\u00a0]*)+/gmu, '');
}

function readFields(body: string): OfficeCard | null {
  const found = fields.exec(body);
  if (found === null) return null;
  const [, name = '', made, recipient = '', signingKey = '', signature = ''] = found;
  const close = (value: string): string => value.replaceAll(' ', '').toLowerCase();
  const card = officeCardSchema.safeParse({
    name: foldCardText(name),
    made,
    recipient: close(recipient),
    signingKey: close(signingKey),
    signature: close(signature),
  });
  return card.success ? card.data : null;
}
