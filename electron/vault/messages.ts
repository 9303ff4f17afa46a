import { z } from 'zod';
import { bytesSchema } from '../../shared/models/common';
import { errorCodes } from '../../shared/errors';
import type { ErrorReport } from '../../shared/errors';
import { jobSchema } from '../../shared/models/job';
import type { Job } from '../../shared/models/job';
import type { UiEvent } from '../../shared/contract/bridge';

/** From main to the vault process. `lab-port` carries a MessagePort beside it. */
export const toVaultSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call'), id: z.int(), method: z.string(), input: z.unknown() }),
  z.object({ type: z.literal('typeset-done'), id: z.int(), bytes: bytesSchema }),
  z.object({ type: z.literal('typeset-failed'), id: z.int(), code: z.enum(errorCodes) }),
  z.object({ type: z.literal('lab-port') }),
  z.object({ type: z.literal('lab-lost') }),
]);
export type ToVault = z.output<typeof toVaultSchema>;

const errorReportSchema = z.object({
  code: z.enum(errorCodes),
  detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** From the vault process to main. */
export const fromVaultSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('answer'), id: z.int(), value: z.unknown() }),
  z.object({ type: z.literal('refusal'), id: z.int(), error: errorReportSchema }),
  z.object({ type: z.literal('typeset'), id: z.int(), html: z.string() }),
  z.object({ type: z.literal('restart-lab') }),
  z.object({ type: z.literal('job'), job: jobSchema }),
  z.object({
    type: z.literal('changed'),
    area: z.enum(['cases', 'evidence', 'chronology', 'bundles', 'transfers']),
    caseId: z.string().nullable(),
  }),
]);
export type FromVault =
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'refusal'; readonly id: number; readonly error: ErrorReport }
  | { readonly type: 'typeset'; readonly id: number; readonly html: string }
  | { readonly type: 'restart-lab' }
  | { readonly type: 'job'; readonly job: Job }
  | ({ readonly type: 'changed' } & Omit<Extract<UiEvent, { type: 'changed' }>, 'type'>);
