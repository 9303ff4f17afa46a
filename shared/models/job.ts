import * as z from 'zod';
import { idSchema } from './common';
import { importResultSchema } from './evidence';
import { errorCodes } from '../errors';

export const jobKinds = [
  'import',
  'bundle',
  /** Writing an evidence pack to a folder. */
  'pack',
  'transfer-out',
  'transfer-in',
  /** Overwriting a package on a stick. */
  'transfer-wipe',
  /** Reading a package and comparing it with what is here, before anything of it goes in. */
  'transfer-look',
  'check',
  'backup',
  'restore',
  /** Recognising the text of pictures and scans, in the background. */
  'text',
  /** Computing what pictures look like, to find copies and screenshots that overlap. */
  'likeness',
  /** Making copies of pictures that cannot go into a bundle as they are, in the background. */
  'copies',
  'redaction',
  /** Reading an export of messages anew, with what a person has answered. */
  'messages',
] as const;
/** Work that nobody has asked for and nobody waits for: it goes on after the next unlock. */
export const quietKinds: readonly (typeof jobKinds)[number][] = ['text', 'likeness', 'copies'];
export const jobStates = ['running', 'done', 'failed', 'cancelled'] as const;

/** Long work: what it is, how far it is, how it ended. */
export const jobSchema = z.object({
  id: idSchema,
  kind: z.enum(jobKinds),
  caseId: idSchema.nullable(),
  state: z.enum(jobStates),
  done: z.int(),
  total: z.int(),
  /** Step name from a fixed list, shown in plain words. */
  step: z.enum([
    /** Other work must end first. */
    'waiting',
    'reading',
    'previews',
    'planning',
    'typesetting',
    'assembling',
    'checking',
    'writing',
    'verifying',
    'copying',
    'restoring',
    'expanding',
    'recognising',
    'comparing',
    'redacting',
    'finished',
  ]),
  /** Milliseconds since the start. */
  elapsed: z.number(),
  /** Milliseconds since what is counted now began: a step has a pace of its own. */
  inStep: z.number().optional(),
  error: z.enum(errorCodes).nullable(),
  /** Bytes for which there was no room, where that is why it failed and is known. */
  missing: z.number().optional(),
  /** For imports: counts by outcome. */
  counts: z
    .object({ stored: z.int(), noPreview: z.int(), duplicate: z.int(), failed: z.int(), cancelled: z.int() })
    .nullable(),
  /** Id of what the job made: bundle, transfer record or case. */
  resultId: idSchema.nullable(),
});
export type Job = z.infer<typeof jobSchema>;

export const importReportSchema = z.object({
  job: jobSchema,
  results: z.array(importResultSchema).readonly(),
});
export type ImportReport = z.infer<typeof importReportSchema>;
