import * as z from 'zod';
import { evidenceKindSchema } from './evidence';

/** What a file is by its content. */
export const identitySchema = z.object({ kind: evidenceKindSchema, mime: z.string().min(1).max(200) });
export type Identity = Readonly<z.infer<typeof identitySchema>>;

/** First bytes that are wanted for it. */
export const headSize = 64 * 1024;
