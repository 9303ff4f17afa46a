import { bundleFileChosen } from '../models/bundle';
import * as z from 'zod';
import { idSchema, sha256Schema } from '../models/common';
import { driveSchema } from '../models/drive';
import { jobSchema } from '../models/job';
import { recipientSchema } from '../models/leaving-gate';
import { copyFormSchema } from '../models/provenance';
import { letterNamedSchema } from '../domain/casework/letters/file-name';
import { placeWarningSchema } from '../models/vault';
import { pickPurposes, savePurposes } from './outside';
import { portMethods, vaultStatusSchema } from './vault-methods';

const nothing = z.object({});
const caseId = z.object({ caseId: idSchema });
const saved = z.object({ saved: z.boolean(), bytes: z.int().nullable(), sha256: sha256Schema.nullable() });

/** Methods main answers itself: dialogs, lock, application facts. A path goes to the page only to be read by a person: it has a token to name it by. */
export const ownMethods = {
  'app.info': {
    input: nothing,
    output: z.object({
      version: z.string(),
      electron: z.string(),
      platform: z.string(),
      vaultFolder: z.string(),
      /** Why the folder is a bad place for a vault, or null. */
      placeWarning: placeWarningSchema.nullable(),
    }),
  },
  /** The notices of what Holdfast is made of, and what the runtime is made of by name. */
  'app.licences': {
    input: nothing,
    output: z.object({ parts: z.string(), runtime: z.array(z.string()) }),
  },
  /** The licence of one part of the runtime, by its place in that list. */
  'app.runtimeLicence': {
    input: z.object({ index: z.int().min(0).max(100_000) }),
    output: z.object({ text: z.string() }),
  },
  /** Only preload asks for this: a port to the vault process comes back beside it. */
  'vault.connect': { input: nothing, output: nothing },
  /** Preload answers `seal`: what was being typed is in the vault. */
  'vault.sealed': { input: nothing, output: nothing },
  'vault.status': { input: nothing, output: vaultStatusSchema },
  'vault.lock': { input: nothing, output: vaultStatusSchema },
  /** Opens the system's file picker and starts an import; null when nothing was chosen. */
  'evidence.pickFiles': { input: caseId, output: jobSchema.nullable() },
  'evidence.pickFolder': { input: caseId, output: jobSchema.nullable() },
  /**
   * Files and folders dropped on the window; preload turns them into paths, the page never sees them. Main shows them and asks,
   * because it cannot tell that somebody dropped them; null where the answer is no.
   */
  'evidence.importDropped': {
    input: caseId.extend({ paths: z.array(z.string().min(1).max(4096)).min(1).max(20_000) }),
    output: jobSchema.nullable(),
  },
  'evidence.saveCopy': {
    input: z.object({
      id: idSchema,
      form: copyFormSchema,
      recipient: recipientSchema.nullable().default(null),
    }),
    output: saved,
  },
  'bundle.save': {
    input: z.object({
      id: idSchema,
      recipient: recipientSchema.nullable().default(null),
      ...bundleFileChosen,
    }),
    output: saved,
  },
  /** Asks the person for a folder or file; the page gets a token for it, and the path only to show it. */
  'paths.pick': {
    input: z.object({
      purpose: z.enum(pickPurposes),
    }),
    output: z.object({ token: idSchema, label: z.string() }).nullable(),
  },
  'paths.save': {
    input: z.object({
      purpose: z.enum(savePurposes),
      /** Of a letter: the reference of its case and its kind, which its file is named by. */
      letter: letterNamedSchema.optional(),
    }),
    output: z.object({ token: idSchema, label: z.string() }).nullable(),
  },
  /** Opens a player for one recording: the page shows `player://<token>/` in a frame, which can ask for nothing else. */
  'player.open': { input: z.object({ id: idSchema }), output: z.object({ token: z.string() }) },
  /** Sticks and disks that are plugged in; what the system does not tell is null. */
  'drives.list': { input: nothing, output: z.array(driveSchema) },
  /** Somebody copies or cuts text on the page. Preload says so: the page copies nothing itself. */
  'clipboard.copy': { input: z.object({ text: z.string().min(1).max(50_000_000) }), output: nothing },
  /** Preload tells what is selected now, where a system has a clipboard for that. */
  'clipboard.selected': { input: z.object({ sha256: sha256Schema }), output: nothing },
  /** Copies this office's card (its name and its public keys) to the clipboard. */
  'offices.copyCard': { input: nothing, output: nothing },
} as const;

export const uiMethods = { ...portMethods, ...ownMethods } as const;
export type UiMethods = typeof uiMethods;
export type UiMethodName = keyof UiMethods;
export type UiInput<N extends UiMethodName> = z.input<UiMethods[N]['input']>;
export type UiOutput<N extends UiMethodName> = z.output<UiMethods[N]['output']>;
