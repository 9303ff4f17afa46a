import { z } from 'zod';
import {
  bytesSchema,
  edtfSchema,
  idSchema,
  instantSchema,
  longText,
  sha256Schema,
  shortText,
} from '../models/common';
import { caseSchema, caseSummarySchema, newCaseSchema } from '../models/case';
import { evidenceDetailSchema, evidenceItemSchema, evidenceKindSchema } from '../models/evidence';
import { entrySchema, newEntrySchema } from '../models/chronology';
import { bundleOptionsSchema, bundlePlanSchema, bundleSchema } from '../models/bundle';
import { importReportSchema, jobSchema } from '../models/job';
import { officeSchema, transferLockSchema, transferRecordSchema } from '../models/transfer';

/** What a method takes and gives. Both sides of every border check with these. */
export interface Method<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly input: I;
  readonly output: O;
}
function method<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Method<I, O> {
  return { input, output };
}

/** A passphrase on its way to the vault process. At least 12 characters when one is made; any length when one is tried. */
const passphrase = z.string().min(1).max(1024);
const caseId = z.object({ caseId: idSchema });
const byId = z.object({ id: idSchema });
const nothing = z.object({});
const path = z.string().min(1).max(4096);

export const vaultStatusSchema = z.object({
  state: z.enum(['none', 'locked', 'unlocked']),
  /** Who has unlocked it, else null. */
  slotName: shortText.nullable(),
  /** Problems found on opening, as error codes (read-only vault, unreferenced files ...). */
  notices: z.array(z.string()),
});
export type VaultStatus = z.infer<typeof vaultStatusSchema>;

/** Methods any screen may call and that main hands on to the vault process unchanged. */
export const forwardedMethods = {
  'cases.list': method(nothing, z.array(caseSummarySchema)),
  'cases.create': method(newCaseSchema, caseSchema),
  'cases.get': method(byId, caseSummarySchema),
  'cases.update': method(newCaseSchema.extend({ id: idSchema }), caseSchema),

  'evidence.list': method(
    z.object({
      caseId: idSchema,
      /** Case-insensitive text in title, file name or exhibit reference. */
      search: z.string().max(200).default(''),
      filter: z.enum(['all', 'conflicts', 'undated', 'uncited', 'no-preview', 'edited']).default('all'),
      sort: z.enum(['date', 'exhibit']).default('date'),
    }),
    z.array(evidenceItemSchema),
  ),
  'evidence.get': method(byId, evidenceDetailSchema),
  'evidence.update': method(byId.extend({ title: shortText.min(1) }), evidenceItemSchema),
  /** Files an item under another of its facts, or a typed date; the reason is kept and audited. */
  'evidence.chooseDate': method(
    byId.extend({
      choice: z.union([
        z.object({ factId: idSchema }),
        z.object({ edtf: edtfSchema, time: z.string().max(8).nullable() }),
      ]),
      reason: longText.min(1),
    }),
    evidenceDetailSchema,
  ),

  'chronology.list': method(
    z.object({
      caseId: idSchema,
      search: z.string().max(200).default(''),
      order: z.enum(['oldest', 'newest']).default('oldest'),
    }),
    z.array(entrySchema),
  ),
  'chronology.get': method(byId, entrySchema),
  'chronology.create': method(newEntrySchema.extend({ caseId: idSchema }), entrySchema),
  /** `version` is the one that was edited; another one in the vault gives `conflict`. */
  'chronology.update': method(newEntrySchema.extend({ id: idSchema, version: z.int() }), entrySchema),
  'chronology.remove': method(byId, nothing),
  /** A new entry made from an item: its best date, where that comes from, and the item as evidence. Not saved. */
  'chronology.draftFromEvidence': method(
    z.object({ itemIds: z.array(idSchema).min(1).max(500) }),
    newEntrySchema,
  ),

  'bundle.plan': method(caseId.extend({ options: bundleOptionsSchema }), bundlePlanSchema),
  'bundle.build': method(caseId.extend({ options: bundleOptionsSchema }), jobSchema),
  'bundle.list': method(caseId, z.array(bundleSchema)),
  'bundle.get': method(byId, bundleSchema),

  'jobs.list': method(nothing, z.array(jobSchema)),
  'jobs.cancel': method(byId, nothing),
  'jobs.importReport': method(byId, importReportSchema),

  'transfer.office': method(nothing, officeSchema),
  'transfer.nameOffice': method(z.object({ name: shortText.min(1) }), officeSchema),
  'transfer.list': method(nothing, z.array(transferRecordSchema)),
} as const;

/** A file to take in: its path for the vault process, and the name it goes by. */
export const importSourceSchema = z.object({ paths: z.array(path).min(1).max(20_000) });

/** Pictures shown through evidence:// come from here. */
export const mediaRequestSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('thumb'), id: idSchema }),
  z.strictObject({ type: z.literal('preview'), id: idSchema }),
  z.strictObject({ type: z.literal('page'), id: idSchema, page: z.int().min(1).max(100_000) }),
  z.strictObject({ type: z.literal('bundle-page'), id: idSchema, page: z.int().min(1).max(100_000) }),
]);
export type MediaRequest = z.infer<typeof mediaRequestSchema>;

/** Methods that only main may call: they carry passphrases, paths or bytes. */
export const mainOnlyMethods = {
  'vault.create': method(
    z.object({ folder: path, passphrase, name: shortText.min(1), officeName: shortText.min(1) }),
    vaultStatusSchema,
  ),
  'vault.unlock': method(z.object({ folder: path, passphrase }), vaultStatusSchema),
  'vault.close': method(nothing, nothing),
  'evidence.import': method(caseId.extend(importSourceSchema.shape), jobSchema),
  'media.read': method(mediaRequestSchema, z.object({ mime: z.string(), bytes: bytesSchema })),
  'bundle.save': method(byId.extend({ path }), z.object({ bytes: z.int(), sha256: sha256Schema })),
  'evidence.saveCopy': method(byId.extend({ path }), z.object({ bytes: z.int(), sha256: sha256Schema })),
  'transfer.export': method(caseId.extend({ path, lock: transferLockSchema }), jobSchema),
  /** Opens with this office's own key, or the passphrase when one is given. */
  'transfer.import': method(z.object({ path, passphrase: passphrase.nullable() }), jobSchema),
  /** This office's age identity (the secret half). Only the demo asks for it, to let stock tools open the package. */
  'transfer.identity': method(nothing, z.object({ identity: z.string() })),
  /** Everything the demo needs to compare two vaults: hashes and rows of one case. */
  'case.digest': method(
    byId,
    z.object({
      files: z.array(
        z.object({
          name: z.string(),
          exhibitRef: z.string(),
          sha256: sha256Schema,
          bytes: z.int(),
          kind: evidenceKindSchema,
          /** SHA-256 of what the vault gives back now: read, decrypted and hashed again. */
          reread: sha256Schema,
        }),
      ),
      entries: z.array(entrySchema.omit({ createdAt: true, updatedAt: true, version: true })),
      auditHead: sha256Schema,
      at: instantSchema,
    }),
  ),
  'audit.verify': method(nothing, z.object({ entries: z.int(), ok: z.boolean(), head: sha256Schema })),
  'runtime.versions': method(nothing, z.object({ sqlite: z.string(), cipher: z.string(), node: z.string() })),
} as const;

export const vaultMethods = { ...forwardedMethods, ...mainOnlyMethods } as const;

export type VaultMethods = typeof vaultMethods;
export type VaultMethodName = keyof VaultMethods;
export type VaultInput<N extends VaultMethodName> = z.output<VaultMethods[N]['input']>;
export type VaultOutput<N extends VaultMethodName> = z.output<VaultMethods[N]['output']>;

/** What a caller writes: fields with defaults may be left out. */
export type VaultCallInput<N extends VaultMethodName> = z.input<VaultMethods[N]['input']>;

/** The vault process's side: one function for each method, given checked input. */
export type VaultHandlers = {
  readonly [N in VaultMethodName]: (input: VaultInput<N>) => Promise<VaultOutput<N>> | VaultOutput<N>;
};
