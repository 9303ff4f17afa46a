import type * as z from 'zod';

/** What a form wrote, read back; null when it does not fit the form (any more). */
export function readDraft<T>(schema: z.ZodType<T>, body: string): T | null {
  try {
    return schema.parse(JSON.parse(body));
  } catch {
    return null;
  }
}
