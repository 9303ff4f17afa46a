import type * as z from 'zod';
import type { fileRow } from '../vault/check/files';

export interface Writer {
  text(name: string, text: string): Promise<void>;
  json(name: string, value: unknown): Promise<void>;
  /** Line by line: there may be a million of them. Nothing is written when there are none. */
  lines(name: string, lines: Iterable<string>): Promise<void>;
  /** Decrypts a stored file; false when it is not as it was stored, and then nothing is written. */
  stored(name: string, file: z.infer<typeof fileRow>): Promise<boolean>;
  finish(): Promise<void>;
  count(): number;
}
