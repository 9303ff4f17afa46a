import * as z from 'zod';
import { oneOf } from '../../../records/by-fields';
import { letterSorts } from '../../../records/letter';

/** What the file of a letter is named by. */
export const letterNamedSchema = z.object({ reference: z.string().max(40), sort: oneOf(letterSorts) });

/** `HF-0147 response-review 2026-11-28.pdf`: the reference, what sort of paper it is, and nothing of who it is about. */
export function letterFileName(
  named: z.infer<typeof letterNamedSchema> | undefined,
  day: string,
  extension: 'pdf' | 'docx',
): string {
  const reference = (named?.reference ?? '').replace(/[^A-Za-z0-9]+/gu, '-').replace(/^-+|-+$/gu, '');
  const sort = named === undefined || named.sort === 'own' ? 'letter' : named.sort;
  return `${reference === '' ? 'Holdfast' : reference} ${sort} ${day}.${extension}`;
}
