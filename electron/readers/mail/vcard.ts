import { newFact } from '../../../shared/domain/facts/new-fact';
import type { NewFact } from '../../../shared/domain/facts/new-fact';
import { HoldfastError } from '../../../shared/errors';
import { charsetOf, decoderOf, tidy } from '../kit/decode-text';
import { endingOf } from './endings';
import { largestInMemory } from '../kit/limits';
import { createPlaces } from '../kit/names';
import { once } from '../kit/once';
import type { ReaderFile, ReaderOutput } from '../kit/reader';
import { Buffer } from '../kit/node';

interface Property {
  readonly name: string;
  readonly params: readonly string[];
  readonly value: string;
}

const labels: Readonly<Record<string, string>> = {
  FN: 'Name',
  N: 'Name in parts',
  NICKNAME: 'Nickname',
  ORG: 'Organisation',
  TITLE: 'Position',
  ROLE: 'Role',
  TEL: 'Phone',
  EMAIL: 'E-mail',
  ADR: 'Address',
  BDAY: 'Birthday',
  ANNIVERSARY: 'Anniversary',
  URL: 'Web',
  IMPP: 'Messenger',
  'X-SOCIALPROFILE': 'Social profile',
  GEO: 'Place',
  RELATED: 'Related',
  CATEGORIES: 'Groups',
  NOTE: 'Note',
  REV: 'Last changed',
};
const unsaid = new Set(['BEGIN', 'END', 'VERSION', 'PRODID', 'UID']);

/** Reads contacts (RFC 6350, and the older vCard 2.1 and 3.0): as text, people as facts, pictures as files. */
export async function readContacts(file: ReaderFile, out: ReaderOutput): Promise<unknown> {
  if (file.bytes > largestInMemory) throw new HoldfastError('file-too-large');
  const bytes = await file.read(0, file.bytes);
  const text = tidy(decoderOf(charsetOf(bytes)).decode(bytes));
  const placeOf = createPlaces();
  let contacts = 0;
  let card: Property[] | null = null;
  for (const line of unfolded(text)) {
    const property = parse(line);
    if (property === null) continue;
    if (property.name === 'BEGIN' && /^vcard$/iu.test(property.value.trim())) {
      card = [];
    } else if (property.name === 'END' && card !== null) {
      contacts += 1;
      await give(card, contacts, placeOf, out);
      card = null;
    } else {
      card?.push(property);
    }
  }
  if (contacts === 0) throw new HoldfastError('unreadable-file');
  return { format: 'vcard', contacts };
}

/** One contact: its pictures as files, everything else as text, and who it is as facts. */
async function give(
  properties: readonly Property[],
  number: number,
  placeOf: ReturnType<typeof createPlaces>,
  out: ReaderOutput,
): Promise<void> {
  const named = properties.find(({ name }) => name === 'FN') ?? properties.find(({ name }) => name === 'N');
  const name = named === undefined ? '' : shown(named);
  const lines: string[] = [];
  for (const property of properties) {
    const picture = isPicture(property) ? pictureOf(property) : null;
    if (picture === null) lines.push(...lineOf(property));
    else {
      lines.push(`${property.name === 'PHOTO' ? 'Photo' : 'Picture'}: taken out as a file of its own`);
      const path = `${name || `contact ${String(number)}`}${picture.ending}`;
      await out.child(placeOf(path.replaceAll(/[/\\]/gu, '-')), once(picture.bytes));
    }
  }
  await out.text(1, `${number === 1 ? '' : '\n'}${lines.join('\n')}\n`);
  for (const fact of peopleIn(properties, name)) await out.fact(fact);
}

/** What a property says, in a line; none where it says nothing to a person. */
function lineOf(property: Property): readonly string[] {
  if (unsaid.has(property.name)) return [];
  const value = shown(property);
  return value === '' ? [] : [`${labels[property.name] ?? property.name}${kinds(property)}: ${value}`];
}

/** Numbers and addresses, each with the name; the name alone where there is neither. */
function peopleIn(properties: readonly Property[], name: string): readonly NewFact[] {
  const person = { field: 'person', source: 'container', code: 'contact.Person' } as const;
  const reached = properties.flatMap((property) => {
    const raw = ['TEL', 'EMAIL', 'IMPP'].includes(property.name) ? shown(property) : '';
    return raw === '' ? [] : [newFact({ ...person, raw, value: name === '' ? raw : `${name}, ${raw}` })];
  });
  const isBare = !properties.some(({ name: each }) => each === 'TEL' || each === 'EMAIL');
  return name !== '' && isBare ? [...reached, newFact({ ...person, raw: name })] : reached;
}

/** A line that begins with a space goes on the one before (RFC 6350, 3.2); in vCard 2.1 one that ends in `=` goes on below. */
function* unfolded(text: string): Generator<string> {
  let held: string[] = [];
  let soft = false;
  for (const line of text.split('\n')) {
    if (soft || ((line.startsWith(' ') || line.startsWith('\t')) && held.length > 0)) {
      held.push(soft ? line : line.slice(1));
    } else {
      if (held.length > 0) yield held.join('');
      held = [line];
    }
    soft = line.endsWith('=') && /;ENCODING=QUOTED-PRINTABLE|;QUOTED-PRINTABLE/iu.test(held[0] ?? '');
    if (soft) held.push((held.pop() ?? '').slice(0, -1));
  }
  if (held.length > 0) yield held.join('');
}

function parse(line: string): Property | null {
  const match = /^(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)((?:;(?:[^":;]|"[^"]*")*)*):/u.exec(line);
  if (match === null) return null;
  const [whole, name = '', params = ''] = match;
  return {
    name: name.toUpperCase(),
    params: params
      .split(';')
      .filter((each) => each !== '')
      .map((each) => each.replaceAll('"', '')),
    value: line.slice(whole.length),
  };
}

function has({ params }: Property, pattern: RegExp): boolean {
  return params.some((each) => pattern.test(each));
}

/** The value as a person reads it: decoded, its parts with commas between them. */
function shown(property: Property): string {
  const value = has(property, /^(?:ENCODING=)?QUOTED-PRINTABLE$/iu)
    ? quotedPrintable(property)
    : property.value;
  const parts = ['N', 'ADR', 'ORG'].includes(property.name) ? value.split(/(?<!\\);/u) : [value];
  return parts
    .map((part) =>
      part
        .replaceAll(/\\n/giu, '\n')
        .replaceAll(/\\([,;:\\])/gu, '$1')
        .trim(),
    )
    .filter((part) => part !== '')
    .join(', ');
}

function quotedPrintable(property: Property): string {
  const bytes = Buffer.from(
    property.value.replaceAll(/=([0-9A-Fa-f]{2})/gu, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    'latin1',
  );
  const charset = property.params.find((each) => /^CHARSET=/iu.test(each))?.slice(8) ?? 'utf-8';
  try {
    return tidy(decoderOf(charset).decode(bytes));
  } catch {
    return tidy(decoderOf('windows-1252').decode(bytes));
  }
}

function kinds({ params }: Property): string {
  const found = params
    .flatMap((each) => {
      const [key = '', value] = each.split('=');
      if (value === undefined) return [key];
      return key.toUpperCase() === 'TYPE' ? value.split(',') : [];
    })
    .map((each) => each.toLowerCase())
    .filter((each) => !['internet', 'pref', 'voice', 'quoted-printable', 'base64', ''].includes(each));
  return found.length === 0 ? '' : ` (${found.join(', ')})`;
}

function isPicture({ name }: Property): boolean {
  return name === 'PHOTO' || name === 'LOGO';
}

/** A picture that is kept in the card itself; one that is only an address is shown as text and never fetched. */
function pictureOf(property: Property): { readonly bytes: Buffer; readonly ending: string } | null {
  const data = /^data:([a-z0-9.+/-]+);base64,/iu.exec(property.value);
  if (data === null && !has(property, /^(?:ENCODING=(?:b|BASE64)|BASE64)$/iu)) return null;
  const bytes = Buffer.from(data === null ? property.value : property.value.slice(data[0].length), 'base64');
  if (bytes.length === 0) return null;
  const type = property.params.find((each) => /^TYPE=/iu.test(each))?.slice(5) ?? 'jpeg';
  return { bytes, ending: endingOf(data?.[1]?.toLowerCase() ?? `image/${type.toLowerCase()}`) };
}
