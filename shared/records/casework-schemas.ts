import * as z from 'zod';
import { clockTimeSchema, idSchema, longText, shortText } from '../models/common';

/** One day, YYYY-MM-DD, or null while nobody has said. */
export const dayOrNone = z.iso.date().nullable().default(null);
export const timeOrNone = clockTimeSchema.nullable().default(null);
export const line = shortText.default('');
export const box = longText.default('');
export const answer = z.boolean().nullable().default(null);
export const idOrNone = idSchema.nullable().default(null);
export const idList = z.array(idSchema).max(2000).default([]);

/** The first of these that says anything. */
export function firstOf(...texts: readonly string[]): string {
  return texts.find((each) => each.trim() !== '') ?? '';
}

/** The first line of a text, no longer than a list has room for. */
export function headOf(text: string): string {
  const [first = ''] = text.trim().split('\n');
  return first.length > 80 ? `${first.slice(0, 79)}…` : first;
}
