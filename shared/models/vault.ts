import * as z from 'zod';
import { recordForms } from './record-form';
import { errorCodes } from '../errors';
import { idSchema, instantSchema, sha256Schema, shortText } from './common';

/** A passphrase on its way to the vault process. At least 12 characters when one is made; any length when one is tried. */
export const passphraseSchema = z.string().min(1).max(1024);

/** What somebody typed from a sheet of the recovery kit: words with spaces between them. */
export const recoveryTextSchema = z.string().min(1).max(600);

/** Whoever may open the vault: a person with a passphrase, or the recovery kit. */
export const keyHolderSchema = z.object({
  id: idSchema,
  kind: z.enum(['passphrase', 'recovery']),
  name: shortText,
  createdAt: instantSchema.nullable(),
  /** The one who has unlocked it now. */
  isYou: z.boolean(),
});
export type KeyHolder = z.infer<typeof keyHolderSchema>;

/** `words`: one sheet opens the vault. `shares`: any two of three sheets do, one alone says nothing. */
export const recoveryKindSchema = z.enum(['words', 'shares']);
export type RecoveryKind = z.infer<typeof recoveryKindSchema>;

export const recoveryStateSchema = z.object({
  kind: recoveryKindSchema.nullable(),
  madeAt: instantSchema.nullable(),
  /** When somebody last proved that the sheets open this vault. */
  testedAt: instantSchema.nullable(),
});
export type RecoveryState = z.infer<typeof recoveryStateSchema>;

export const recoverySheetSchema = z.object({
  /** 1 of 1, or 1 to 3 of 3. */
  number: z.int().min(1).max(3),
  of: z.int().min(1).max(3),
  words: z.array(z.string()).min(12).max(15),
});
export const recoveryKitSchema = z.object({
  kind: recoveryKindSchema,
  /** Four letters and digits that say which sheets belong together. No secret. */
  label: z.string(),
  madeAt: instantSchema,
  sheets: z.array(recoverySheetSchema).min(1).max(3),
});
export type RecoveryKit = z.infer<typeof recoveryKitSchema>;

/** Minutes without a key or a click until the vault locks itself. */
export const idleMinutesSchema = z.int().min(1).max(60);
export const lockingSchema = z.object({ idleMinutes: idleMinutesSchema });

/** Whether the system is asked to keep the window out of screenshots and of what is shared or recorded of a screen. */
export const screenSchema = z.object({ isPrivate: z.boolean() });

/** What somebody was typing when the vault was locked. `body` belongs to the form, which checks it. */
export const draftSchema = z.object({
  id: idSchema,
  caseId: idSchema.nullable(),
  form: z.enum([
    'entry',
    'quick-add',
    'case',
    'exhibit-title',
    'exhibit-date',
    'exhibit-shown',
    'exhibit-text',
    'provenance',
    'handover',
    'redaction',
    'proceedings',
    ...recordForms,
  ]),
  /** The row being changed; null for a new one. */
  subject: idSchema.nullable(),
  body: z.string().max(200_000),
  at: instantSchema,
});
export type Draft = z.infer<typeof draftSchema>;

/** What a check can find. Each is about one kind of thing; `count` says how many. */
export const findingCodes = [
  'key-file-damaged',
  'key-file-copy-damaged',
  'database-page-damaged',
  'database-unreadable',
  'database-rows-wrong',
  'database-schema-wrong',
  'log-damaged',
  'audit-broken',
  'file-missing',
  'file-damaged',
  'file-unreferenced',
  'stranger',
  'unfinished',
  'attempts-damaged',
  'snapshot-damaged',
] as const;
export const findingSchema = z.object({
  code: z.enum(findingCodes),
  count: z.int().min(1),
  /** At most twenty places: ids, page numbers or names inside the vault folder. Never content. */
  places: z.array(z.string().max(300)).max(20),
  /** True when something is lost or altered; false for what does no harm (an unfinished or unreferenced file). */
  harm: z.boolean(),
});
export type Finding = z.infer<typeof findingSchema>;

export const checkDepthSchema = z.enum(['quick', 'full']);
export const checkReportSchema = z.object({
  depth: checkDepthSchema,
  at: instantSchema,
  ok: z.boolean(),
  findings: z.array(findingSchema),
  files: z.int(),
  bytes: z.int(),
  pages: z.int(),
  auditEntries: z.int(),
  auditHead: sha256Schema.nullable(),
});
export type CheckReport = z.infer<typeof checkReportSchema>;

export const backupPlaceSchema = z.object({
  id: idSchema,
  /** The folder as the person chose it. */
  folder: z.string(),
  lastAt: instantSchema.nullable(),
  /** How the last one ended: null while there was none, `ok`, or why it failed. */
  lastResult: z.union([z.literal('ok'), z.enum(errorCodes)]).nullable(),
  files: z.int(),
  bytes: z.int(),
  /** Backups there that are not this vault's to take away: of another copy of it, or unreadable. */
  others: z.int(),
});
export type BackupPlace = z.infer<typeof backupPlaceSchema>;

export const backupStateSchema = z.object({
  /** A reminder is shown when the newest good backup is older than so many days. */
  everyDays: z.int().min(1).max(90),
  /** Null when there has never been one. */
  lastGoodAt: instantSchema.nullable(),
  overdue: z.boolean(),
  /** By the clock of this computer the last backup is still to come: its age is not known. */
  clockDiffers: z.boolean(),
  places: z.array(backupPlaceSchema),
});
export type BackupState = z.infer<typeof backupStateSchema>;

export const snapshotSchema = z.object({
  /** The snapshot's file name without its ending, such as `20261124T101500Z-0003`. */
  id: z.string().regex(/^\d{8}T\d{6}Z-\d{4,}$/),
  at: instantSchema,
  files: z.int(),
  bytes: z.int(),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

export const auditEntrySchema = z.object({
  seq: z.int(),
  at: z.string(),
  author: z.string(),
  action: z.string(),
  subject: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  hash: sha256Schema,
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

export const auditGroups = ['all', 'opened', 'viewed', 'changed', 'given-out', 'deleted', 'failed'] as const;
export const auditGroupSchema = z.enum(auditGroups);
export type AuditGroup = z.infer<typeof auditGroupSchema>;

/** What would go if something were erased. */
export const erasePreviewSchema = z.object({
  items: z.int(),
  entries: z.int(),
  bundles: z.int(),
  files: z.int(),
  bytes: z.int(),
  /** Entries that cite the item (erasing one item) stay, without the exhibit. */
  citedBy: z.int(),
  /** Exhibits that came inside the item (erasing one item) stay as exhibits of their own. */
  inside: z.int(),
});
export type ErasePreview = z.infer<typeof erasePreviewSchema>;

/** Where the folder of the vault lies, as far as that is a danger. */
export const placeWarningSchema = z.enum(['cloud-folder', 'network-folder']);
export type PlaceWarning = z.infer<typeof placeWarningSchema>;
