import * as z from 'zod';
import { dateBounds } from '../../../shared/domain/dates/bounds';
import { printDate } from '../../../shared/domain/dates/print';
import { provenanceKind } from '../../../shared/records/provenance';
import type { VaultContext } from '../../vault/api';
import { shownAbout } from '../../vault/records/shown-about';

export interface ProvenanceLine {
  /** The field's own name. */
  readonly key: string;
  readonly name: string;
  readonly value: string;
}

/** Words for fields whose own name would not do. */
const names: Readonly<Record<string, string>> = {
  givenBy: 'Given by',
  how: 'How it came',
  route: 'How it came',
  received: 'Received',
  receivedEdtf: 'Received',
  whoseDevice: 'Whose device',
  capturedBy: 'Captured by',
  accountShown: 'Account shown',
  whoseWords: 'In whose words',
  whereFound: 'Where found',
};

const longestValue = 600;

/**
 * What a person has written down about where an exhibit came from, for paper: what is shown, field by field. Any
 * field that says something is printed, also one this code does not know; empty ones and lists of marks are not.
 */
export function readProvenance({ db }: Pick<VaultContext, 'db'>, itemId: string): readonly ProvenanceLine[] {
  const shown = shownAbout(db, provenanceKind.kind, itemId);
  if (shown === null) return [];
  const { itemId: _ofItself, ...said } = shown.body ?? {};
  return linesOf(JSON.stringify(said));
}

/** The lines of a provenance record, which is read without trust: what is no record gives none. */
export function linesOf(body: string): readonly ProvenanceLine[] {
  const parsed = z.record(z.string(), z.unknown()).safeParse(asJson(body));
  if (!parsed.success) return [];
  return Object.entries(parsed.data).flatMap(([key, value]) => {
    const text = textOf(value);
    return text === '' ? [] : [{ key, name: names[key] ?? inWords(key), value: text }];
  });
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value))
    return value
      .map(textOf)
      .filter((each) => each !== '')
      .join(', ');
  if (typeof value === 'object' && value !== null && 'edtf' in value) return textOf(value.edtf);
  if (typeof value !== 'string' || value.trim() === '') return '';
  // Names of choices are written with low lines, dates as EDTF.
  if (/^[a-z]+(_[a-z]+)+$/.test(value)) return value.replaceAll('_', ' ');
  return (asDate(value) ?? value).slice(0, longestValue);
}

function asDate(text: string): string | null {
  if (!/^\d{4}-\d{2}/.test(text)) return null;
  try {
    dateBounds(text, null);
    return printDate(text, null);
  } catch {
    return null;
  }
}

/** `accountShown` and `account_shown` both become `Account shown`. */
function inWords(key: string): string {
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
