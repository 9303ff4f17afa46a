import * as z from 'zod';
import { bytesSchema } from '../../shared/models/common';
import { errorCodes } from '../../shared/errors';
import type { ErrorReport } from '../../shared/errors';
import { jobSchema } from '../../shared/models/job';
import type { Job } from '../../shared/models/job';
import { changedAreas } from '../../shared/contract/bridge';
import type { ChangedArea } from '../../shared/contract/bridge';
import { vaultStatusSchema } from '../../shared/contract/vault-methods';
import type { VaultStatus } from '../../shared/contract/vault-methods';
import { idleMinutesSchema } from '../../shared/models/vault';

/**
 * The sandboxed windows in which strangers' bytes are looked into. Two of them decode, so that previews never wait for recognition:
 * `pictures` at import and for the screens, `text` recognises in the background. In `readers` files are taken apart, so that one that
 * hangs there takes no picture along.
 */
export const labNames = ['pictures', 'text', 'readers'] as const;
export type LabName = (typeof labNames)[number];
const lab = z.enum(labNames);

/** From main to the vault process. `lab-port` carries a MessagePort beside it. */
export const toVaultSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call'), id: z.int(), method: z.string(), input: z.unknown() }),
  z.object({ type: z.literal('typeset-done'), id: z.int(), bytes: bytesSchema }),
  z.object({ type: z.literal('typeset-failed'), id: z.int(), code: z.enum(errorCodes) }),
  /** Carries the vault's end of the port to the page that is to be printed. */
  z.object({ type: z.literal('sheet-port'), id: z.int() }),
  z.object({ type: z.literal('lab-port'), lab }),
  z.object({ type: z.literal('lab-lost'), lab }),
  /** Carries the page's own port: what the page asks and is told never passes through main. */
  z.object({ type: z.literal('ui-port') }),
  /** The folder this process works on; sent once, first. */
  z.object({ type: z.literal('folder'), folder: z.string() }),
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
  z.object({ type: z.literal('typeset'), id: z.int() }),
  /** The document stands on the page: print it. */
  z.object({ type: z.literal('sheet-ready'), id: z.int() }),
  z.object({ type: z.literal('restart-lab'), lab }),
  /** A request waits for a lab that has not been started. */
  z.object({ type: z.literal('want-lab'), lab }),
  /** Nothing is left to do there: its memory can be given back. */
  z.object({ type: z.literal('rest-lab'), lab }),
  /** It works on something, or on nothing: its memory is watched meanwhile. */
  z.object({ type: z.literal('lab-busy'), lab, isBusy: z.boolean() }),
  z.object({ type: z.literal('job'), job: jobSchema }),
  z.object({
    type: z.literal('changed'),
    area: z.enum(changedAreas),
    caseId: z.string().nullable(),
  }),
  /** Opened through the page's port. */
  z.object({ type: z.literal('opened'), status: vaultStatusSchema }),
  /** The computer's clock jumped: nothing more is written, and it is to be locked. */
  z.object({ type: z.literal('clock-jumped') }),
  /** Minutes until it locks itself. */
  z.object({ type: z.literal('idle'), minutes: idleMinutesSchema }),
  /** Whether the window is kept out of screenshots. */
  z.object({ type: z.literal('screen'), isPrivate: z.boolean() }),
]);
export type FromVault =
  | { readonly type: 'ready' }
  | { readonly type: 'clock-jumped' }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'refusal'; readonly id: number; readonly error: ErrorReport }
  | { readonly type: 'typeset' | 'sheet-ready'; readonly id: number }
  | { readonly type: 'restart-lab' | 'want-lab' | 'rest-lab'; readonly lab: LabName }
  | { readonly type: 'lab-busy'; readonly lab: LabName; readonly isBusy: boolean }
  | { readonly type: 'job'; readonly job: Job }
  | { readonly type: 'changed'; readonly area: ChangedArea; readonly caseId: string | null }
  | { readonly type: 'opened'; readonly status: VaultStatus }
  | { readonly type: 'idle'; readonly minutes: number }
  | { readonly type: 'screen'; readonly isPrivate: boolean };

/** Over the page's own port: what it asks. */
export const portCallSchema = z.object({ id: z.int(), method: z.string(), input: z.unknown() });
