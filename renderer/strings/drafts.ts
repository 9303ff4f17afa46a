import { redactionReasonSchema } from '../../shared/models/redaction';
import { isRecordForm } from '../../shared/models/record-form';
import type { Draft } from '../../shared/models/vault';
import { recordKindText } from './records';

/** `a new entry in HF-0147`, `describing an exhibit`: what somebody was in the middle of. */
export function draftText({ form, subject }: Pick<Draft, 'form' | 'subject'>, reference?: string): string {
  const where = reference === undefined ? '' : ` in ${reference}`;
  if (isRecordForm(form)) return `${recordKindText(form.slice('record-'.length))}${where}`;
  switch (form) {
    case 'entry':
      return `${subject === null ? 'a new entry' : 'changing an entry'}${where}`;
    case 'quick-add':
      return `a line for the chronology${where}`;
    case 'case':
      return subject === null ? 'a new case' : `changing ${reference ?? 'a case'}`;
    case 'exhibit-title':
      return `describing an exhibit${where}`;
    case 'exhibit-date':
      return `choosing the date of an exhibit${where}`;
    case 'handover':
      return `a handover${where}`;
    case 'exhibit-shown':
      return `saying what time an exhibit shows${where}`;
    case 'provenance':
      return `saying where an exhibit came from${where}`;
    case 'exhibit-text':
      return `correcting the text of an exhibit${where}`;
    case 'redaction':
      return `redacting an exhibit${where}`;
    case 'proceedings':
      return `court proceedings${where}`;
  }
}

/** How far what was typed has come. */
export function draftKept(until: string, isOfCase: boolean): string {
  return `Typed until ${until}. It is kept in the vault and is not saved ${isOfCase ? 'in the case ' : ''}yet.`;
}

/** What forms keep beside the words somebody typed: choices and codes. */
const choices: ReadonlySet<string> = new Set([
  'form',
  'behaviours',
  'without',
  'answers',
  'channel',
  'evidenceIds',
  'messageKeys',
  'itemId',
  'precision',
  'status',
  'choice',
  'itemIds',
  'corrects',
  'kind',
  'courtKind',
  'language',
  'version',
  'way',
  'originalKept',
  'checks',
  'received',
  'date',
]);

/** The reason of a redaction is one of a list; that of a date is somebody's own words. */
function isChoice(name: string, value: unknown): boolean {
  return choices.has(name) || (name === 'reason' && redactionReasonSchema.safeParse(value).success);
}

/** All text in a draft, one piece a line, for somebody to read or copy when the form cannot take it back. */
export function draftLines(body: string): string {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return body;
  }
  const found: string[] = [];
  const walk = (part: unknown): void => {
    if (typeof part === 'string') {
      if (part.trim() !== '') found.push(part);
    } else if (Array.isArray(part)) part.forEach(walk);
    else if (typeof part === 'object' && part !== null) {
      for (const [name, value] of Object.entries(part)) if (!isChoice(name, value)) walk(value);
    }
  };
  walk(value);
  return found.join('\n');
}
