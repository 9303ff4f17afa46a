import * as z from 'zod';
import {
  bytesSchema,
  edtfSchema,
  idSchema,
  instantSchema,
  longText,
  sha256Schema,
  shortText,
} from '../models/common';
import { exhibitsMethods } from './exhibits-methods';
import { provenanceMethods } from './provenance-methods';
import { textMethods } from './text-methods';
import { messagesMethods } from './messages-methods';
import { leavingMethods } from './leaving-methods';
import { likenessMethods } from './likeness-methods';
import { redactionMethods } from './redaction-methods';
import { mediaRangeMethods } from './media-methods';
import { importsMethods } from './imports-methods';
import { insideMethods } from './inside-methods';
import { retentionMethods } from './retention-methods';
import { figuresMethods } from './figures-methods';
import { breachesMethods } from './breaches-methods';
import { conflictMethods } from './conflict-methods';
import { caseloadMethods } from './caseload-methods';
import { dutiesMethods } from './duties-methods';
import { officesMethods } from './offices-methods';
import { protectionMethods } from './protection-methods';
import { receiptsMethods } from './receipts-methods';
import { rescueMethods } from './rescue-methods';
import { lettersMethods } from './letters-methods';
import { responseMethods } from './response-methods';
import { chronologyMethods } from './chronology-methods';
import { recordsMethods } from './records-methods';
import { searchMethods } from './search-methods';
import { pathPurposes } from './outside';
import { packMethods } from './pack-methods';
import { pagesMethods } from './pages-methods';
import { method } from './method';
import { caseSchema, caseSummarySchema, newCaseSchema } from '../models/case';
import { evidenceDetailSchema, evidenceItemSchema, evidenceKindSchema } from '../models/evidence';
import { entrySchema } from '../models/chronology';
import { copyFormSchema } from '../models/provenance';
import {
  bundleFileChosen,
  bundleOptionsSchema,
  bundlePlanSchema,
  bundleSchema,
  bundleSetSchema,
} from '../models/bundle';
import { bundleProfileSchema, ownProfileBodySchema } from '../models/bundle-profile';
import { importReportSchema, jobSchema } from '../models/job';
import { recipientSchema } from '../models/leaving-gate';
import { entryFilterSchema } from '../models/entry-filter';
import { bundleChoicesKeptSchema, bundleChoicesSchema } from '../models/leaving';
import { packagePreviewSchema, seenPackageSchema } from '../models/office';
import { textFoundSchema } from '../models/text';
import { noAnswers, openingAnswersSchema } from '../models/opening';
import { packageComparisonSchema } from '../models/package-comparison';
import { nothingDecided, packageDecisionsSchema } from '../models/package-decisions';
import { packageChosenSchema, packageNoteSchema, packagePurposeSchema } from '../models/package-purpose';
import {
  officeSchema,
  packageForecastSchema,
  packageLockSchema,
  transferRecordSchema,
} from '../models/transfer';
import {
  auditEntrySchema,
  auditGroupSchema,
  backupStateSchema,
  checkDepthSchema,
  checkReportSchema,
  draftSchema,
  erasePreviewSchema,
  keyHolderSchema,
  lockingSchema,
  screenSchema,
  passphraseSchema,
  recoveryKindSchema,
  recoveryKitSchema,
  recoveryStateSchema,
  recoveryTextSchema,
  snapshotSchema,
} from '../models/vault';

/** In files below 4 GiB, for a stick that holds none larger. Where the stick says so itself, it need not be asked for. */
const inParts = z.boolean();
const passphrase = passphraseSchema;
/** One's own passphrase again: nobody at an unlocked laptop may give themselves a way in, or destroy a case. */
const own = z.object({ own: passphraseSchema });
const caseId = z.object({ caseId: idSchema });
const byId = z.object({ id: idSchema });
const nothing = z.object({});
/** What a package is to hold and for whom: `chosen` of a share, `since` of changes: the package that they are counted from. */
const whatGoes = {
  purpose: packagePurposeSchema,
  chosen: packageChosenSchema.optional(),
  since: idSchema.optional(),
};
const packageAsked = {
  ...whatGoes,
  lock: packageLockSchema,
  note: packageNoteSchema.optional(),
  inParts: inParts.optional(),
};
const path = z.string().min(1).max(4096);

/** An item of a list, with the place in its own text where what was searched for stands; null where it is elsewhere. */
export const foundItemSchema = evidenceItemSchema.extend({ found: textFoundSchema.nullable() });
export type FoundItem = z.infer<typeof foundItemSchema>;

export const vaultStatusSchema = z.object({
  state: z.enum(['none', 'locked', 'unlocked']),
  /** Who has unlocked it, else null. */
  slotName: shortText.nullable(),
  /** Problems found on opening, as error codes (read-only vault, unreferenced files ...). */
  notices: z.array(z.string()),
});
export type VaultStatus = z.infer<typeof vaultStatusSchema>;

/** Methods any screen may call while the vault is open: they go straight to the vault process, past main. */
export const screenMethods = {
  ...exhibitsMethods,
  ...provenanceMethods,
  ...textMethods,
  ...messagesMethods,
  ...likenessMethods,
  ...redactionMethods,
  ...importsMethods,
  ...insideMethods,
  ...chronologyMethods,
  ...caseloadMethods,
  ...searchMethods,
  ...recordsMethods,
  ...officesMethods,
  ...protectionMethods,
  ...receiptsMethods,
  ...breachesMethods,
  ...conflictMethods,
  ...figuresMethods,
  ...retentionMethods,
  ...dutiesMethods,
  ...rescueMethods,
  ...lettersMethods,
  ...responseMethods,
  ...leavingMethods,
  ...packMethods,
  ...pagesMethods,

  'cases.list': method(nothing, z.array(caseSummarySchema)),
  'cases.create': method(newCaseSchema, caseSchema),
  'cases.get': method(byId, caseSummarySchema),
  'cases.update': method(newCaseSchema.extend({ id: idSchema }), caseSchema),

  /** What the case holds, without reading all of it. `conflicts`: items whose dates disagree. */
  'evidence.summary': method(
    z.object({ caseId: idSchema }),
    z.object({ items: z.int(), conflicts: z.int(), kinds: z.array(evidenceKindSchema).readonly() }),
  ),
  'evidence.list': method(
    z.object({
      caseId: idSchema,
      /** Case-insensitive text in title, file name or a reference, or words in the text of the item. */
      search: z.string().max(200).default(''),
      filter: z
        .enum(['all', 'conflicts', 'undated', 'uncited', 'no-preview', 'edited', 'no-provenance'])
        .default('all'),
      kind: evidenceKindSchema.optional(),
      sort: z.enum(['date', 'exhibit']).default('date'),
    }),
    z.array(foundItemSchema),
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

  'bundle.profiles': method(nothing, z.array(bundleProfileSchema)),
  /** Keeps an own copy of a profile: a new one, or a version of the one that was on the screen. */
  'bundle.keepProfile': method(
    z.object({
      changes: z.object({ id: z.string().max(60), version: idSchema }).nullable(),
      body: ownProfileBodySchema,
    }),
    z.object({ id: z.string() }),
  ),
  'bundle.removeProfile': method(z.object({ id: z.string().max(60) }), nothing),
  'bundle.plan': method(caseId.extend({ options: bundleOptionsSchema }), bundlePlanSchema),
  /** The exhibits that the entries of a filter cite. Throws `filter-unread`. */
  'bundle.cited': method(
    caseId.extend({ filter: entryFilterSchema }),
    z.object({ itemIds: z.array(idSchema) }),
  ),
  'bundle.build': method(caseId.extend({ options: bundleOptionsSchema }), jobSchema),
  'bundle.list': method(caseId, z.array(bundleSchema)),
  'bundle.get': method(byId, bundleSchema),
  /** What was chosen for a bundle of a case, and is kept with it. */
  'bundle.choices': method(caseId.extend({ set: bundleSetSchema.default('main') }), bundleChoicesKeptSchema),
  'bundle.keepChoices': method(caseId.extend({ choices: bundleChoicesSchema }), nothing),

  'jobs.list': method(nothing, z.array(jobSchema)),
  'jobs.cancel': method(byId, nothing),
  'jobs.importReport': method(byId, importReportSchema),

  'transfer.office': method(nothing, officeSchema),
  'transfer.nameOffice': method(z.object({ name: shortText.min(1) }), officeSchema),
  'transfer.list': method(nothing, z.array(transferRecordSchema)),
  /** What a package would hold, before anybody says where it is written. */
  'transfer.forecast': method(caseId.extend(whatGoes), packageForecastSchema),
  /** `target` and `source` are tokens of paths that somebody chose in a dialog of the system. */
  'transfer.send': method(caseId.extend({ ...packageAsked, target: idSchema }), jobSchema),
  /** Who a package is from and what it holds: nothing of it is taken in. */
  'transfer.inspect': method(
    z.object({ source: idSchema, passphrase: passphrase.nullable() }),
    packagePreviewSchema,
  ),
  /** Reads all of a package that was looked at and holds it beside what is here: the job's result is the comparison's id. */
  'transfer.compare': method(
    z.object({ source: idSchema, passphrase: passphrase.nullable(), seen: seenPackageSchema }),
    jobSchema,
  ),
  /** The last comparison; kept in memory until the vault is locked. */
  'transfer.comparison': method(byId, packageComparisonSchema),
  /** Takes in a package that was looked at; `seen` says what was shown, `decisions` what of it stays out, or comes after all. */
  'transfer.receive': method(
    z.object({
      ...{ source: idSchema, passphrase: passphrase.nullable(), seen: seenPackageSchema },
      decisions: packageDecisionsSchema.default(nothingDecided),
    }),
    jobSchema,
  ),

  'people.list': method(nothing, z.array(keyHolderSchema)),
  'people.add': method(own.extend({ name: shortText.min(1), passphrase }), z.array(keyHolderSchema)),
  'people.changePassphrase': method(own.extend({ next: passphrase }), nothing),
  'people.remove': method(own.extend({ id: idSchema }), z.array(keyHolderSchema)),

  'recovery.state': method(nothing, recoveryStateSchema),
  /** Makes a new kit. An older one goes on opening the vault until the new one has been tested. */
  'recovery.make': method(own.extend({ kind: recoveryKindSchema }), recoveryKitSchema),
  /** Opens the vault key with what was typed, as a recovery would. Throws `words-wrong` and its kin. */
  'recovery.test': method(
    z.object({ sheets: z.array(recoveryTextSchema).min(1).max(3) }),
    recoveryStateSchema,
  ),
  /** The sheets were sent to a printer. */
  'recovery.printed': method(nothing, nothing),

  'locking.get': method(nothing, lockingSchema),
  'locking.set': method(lockingSchema, lockingSchema),
  'screen.get': method(nothing, screenSchema),
  'screen.set': method(screenSchema, screenSchema),

  'drafts.list': method(nothing, z.array(draftSchema)),
  /** Keeps what is being typed; a second draft of the same form and subject takes the place of the first. */
  'drafts.save': method(draftSchema.omit({ id: true, at: true }), nothing),
  'drafts.remove': method(draftSchema.pick({ form: true, subject: true, caseId: true }), nothing),

  'check.start': method(z.object({ depth: checkDepthSchema }), jobSchema),
  /** The report of a check that has ended in this session. */
  'check.report': method(byId, checkReportSchema),

  'backup.state': method(nothing, backupStateSchema),
  'backup.remind': method(backupStateSchema.pick({ everyDays: true }), backupStateSchema),
  /** Backs up to a newly chosen folder (its token). */
  'backup.startAt': method(z.object({ target: idSchema }), jobSchema),
  /** Backs up again to a place of `backup.state`. */
  'backup.again': method(byId, jobSchema),
  'backup.forget': method(byId, backupStateSchema),

  'audit.list': method(
    z.object({
      group: auditGroupSchema.default('all'),
      /** Text in the action, the author or the day. */
      search: z.string().max(200).default(''),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.object({ entries: z.array(auditEntrySchema), total: z.int() }),
  ),
  'audit.verify': method(nothing, z.object({ entries: z.int(), ok: z.boolean(), head: sha256Schema })),
  'audit.export': method(
    z.object({ target: idSchema }),
    z.object({ entries: z.int(), sha256: sha256Schema }),
  ),

  'erase.preview': method(z.object({ type: z.enum(['item', 'case']), id: idSchema }), erasePreviewSchema),
  'erase.item': method(byId.extend({ reason: shortText.min(1) }), nothing),
  /** One earlier version of a record; what is shown cannot go this way, and gives `version-shown`. */
  'erase.version': method(own.extend({ id: idSchema, version: idSchema }), nothing),
  /** `reference` is the case's own, typed again. */
  'erase.case': method(own.extend({ id: idSchema, reference: shortText.min(1) }), nothing),
} as const;

/** Methods for a vault that is not open yet: the page sends them straight to the vault process, past main. */
export const doorMethods = {
  'door.create': method(
    z.object({ passphrase, name: shortText.min(1), officeName: shortText.min(1) }),
    vaultStatusSchema,
  ),
  /** Throws `clock-asked` or `place-asked` where something must be answered first; then it is asked for again, with the answer. */
  'door.unlock': method(
    z.object({ passphrase, answers: openingAnswersSchema.default(noAnswers) }),
    vaultStatusSchema,
  ),
  /** Opens with the recovery kit and gives the person a new passphrase, in place of the one of the same name. */
  'door.recover': method(
    z.object({
      sheets: z.array(recoveryTextSchema).min(1).max(3),
      name: shortText.min(1),
      passphrase,
      answers: openingAnswersSchema.default(noAnswers),
    }),
    vaultStatusSchema,
  ),
  /** Seven words from a list of 2048, chosen at random: 77 bits. */
  'door.suggestPassphrase': method(nothing, z.object({ passphrase: z.string() })),
  /** What a chosen folder (its token) holds that could be restored, newest first. */
  'restore.inspect': method(z.object({ source: idSchema }), z.array(snapshotSchema)),
  /** Makes the vault of this computer from a snapshot; `secret` is a passphrase or `sheets` of the kit. */
  'restore.start': method(
    z.object({
      source: idSchema,
      snapshot: snapshotSchema.shape.id,
      secret: z.union([
        z.object({ passphrase }),
        z.object({ sheets: z.array(recoveryTextSchema).min(1).max(3) }),
      ]),
    }),
    jobSchema,
  ),
} as const;

/** A file to take in: its path for the vault process, and the name it goes by. */
export const importSourceSchema = z.object({ paths: z.array(path).min(1).max(20_000) });

/** Pictures shown through evidence:// come from here. */
export const mediaRequestSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('thumb'), id: idSchema }),
  z.strictObject({ type: z.literal('preview'), id: idSchema }),
  z.strictObject({ type: z.literal('page'), id: idSchema, page: z.int().min(1).max(100_000) }),
  /** A page of a redacted copy, by the id of its version. */
  z.strictObject({ type: z.literal('redacted'), id: idSchema, page: z.int().min(1).max(100_000) }),
  z.strictObject({ type: z.literal('bundle-page'), id: idSchema, page: z.int().min(1).max(100_000) }),
]);
export type MediaRequest = z.infer<typeof mediaRequestSchema>;

/** Methods that the page cannot call: main does, with paths or for bytes, and the demo, with passphrases and for digests. */
export const mainOnlyMethods = {
  'vault.create': method(
    z.object({ folder: path, passphrase, name: shortText.min(1), officeName: shortText.min(1) }),
    vaultStatusSchema,
  ),
  'vault.unlock': method(z.object({ folder: path, passphrase }), vaultStatusSchema),
  'vault.close': method(nothing, nothing),
  /** Keeps a path that somebody chose in a dialog, so that the page can name it by a token, for that purpose alone. */
  'paths.keep': method(z.object({ path, purpose: z.enum(pathPurposes) }), z.object({ token: idSchema })),
  /** Names for the save dialogs: nothing of a case's content but its reference passes through main. */
  'bundle.suggestName': method(byId.extend(bundleFileChosen), z.object({ name: z.string() })),
  'evidence.suggestName': method(byId.extend({ form: copyFormSchema }), z.object({ name: z.string() })),
  'evidence.import': method(caseId.extend(importSourceSchema.shape), jobSchema),
  ...mediaRangeMethods,
  'media.read': method(mediaRequestSchema, z.object({ mime: z.string(), bytes: bytesSchema })),
  'bundle.save': method(
    byId.extend({ path, recipient: recipientSchema.nullable().default(null), ...bundleFileChosen }),
    z.object({ bytes: z.int(), sha256: sha256Schema }),
  ),
  'evidence.saveCopy': method(
    byId.extend({ path, form: copyFormSchema, recipient: recipientSchema.nullable().default(null) }),
    z.object({ bytes: z.int(), sha256: sha256Schema }),
  ),
  'transfer.export': method(caseId.extend({ ...packageAsked, path }), jobSchema),
  'transfer.inspectFile': method(z.object({ path, passphrase: passphrase.nullable() }), packagePreviewSchema),
  /** Opens with this office's own key, or the passphrase when one is given. Unseen, only from a compared office. */
  'transfer.import': method(
    z.object({ path, passphrase: passphrase.nullable(), seen: seenPackageSchema.nullable().default(null) }),
    jobSchema,
  ),
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
      /** Everything else that travels in a package: how many rows of each kind, and one fingerprint over them. */
      parts: z.array(z.object({ name: z.string(), rows: z.int(), sha256: sha256Schema })),
      auditHead: sha256Schema,
      at: instantSchema,
    }),
  ),
  'runtime.versions': method(nothing, z.object({ sqlite: z.string(), cipher: z.string(), node: z.string() })),
} as const;

export const vaultMethods = { ...screenMethods, ...doorMethods, ...mainOnlyMethods } as const;

/** What the page may ask the vault process for over its own port. */
export const portMethods = { ...screenMethods, ...doorMethods } as const;
export type PortMethodName = keyof typeof portMethods;

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
