import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import type { Lab } from '../../../../electron/vault/api';
import { runImport } from '../../../../electron/services/evidence/import-job';
import type { SourceReader } from '../../../../electron/services/evidence/sources';
import type { LabRequest } from '../../../../shared/contract/lab';
import { HoldfastError } from '../../../../shared/errors';
import { newCaseSchema } from '../../../../shared/models/case';
import type { NewCase } from '../../../../shared/models/case';
import type { ImportResult } from '../../../../shared/models/evidence';
import type { Job } from '../../../../shared/models/job';
import { examined, pdfSays, saidAnswer } from '../../../helpers/said-lab';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault, TestVaultOptions } from '../../../helpers/test-vault';

export const newCase: NewCase = newCaseSchema.parse({
  reference: 'T-1',
  alias: 'Robin',
  exhibitInitials: 'RB',
  status: 'active',
  safeContact: {
    rule: 'Ask first',
    safeNumbers: '',
    safeTimes: '',
    voicemailOk: false,
    textOk: true,
    emailOk: false,
    nameToUse: '',
    codeWord: '',
    notes: '',
  },
});

/** What the lab that only pretends gives for a thumbnail. */
export const picture = { mime: 'image/webp', bytes: new Uint8Array([1, 2, 3]), width: 3, height: 2 } as const;

/**
 * Answers as the lab does, without decoding: plain Node has no Chromium. What it was asked is in `asked`. A test may
 * give `before`, which runs first and may throw a code.
 */
export function pretendLab(before: (request: LabRequest) => Promise<void> | void = () => undefined): {
  readonly lab: Lab;
  readonly asked: LabRequest[];
} {
  const asked: LabRequest[] = [];
  const answer = async (request: LabRequest): Promise<unknown> => {
    // What only reads is answered by the real reader; what is examined is asked for as the picture that is then drawn.
    if (request.type === 'facts' || request.type === 'clean') return saidAnswer(request);
    if (request.type === 'examine') return examined(request, answer);
    asked.push(request);
    await before(request);
    switch (request.type) {
      case 'image':
        return {
          width: 30,
          height: 20,
          tone: '#102030',
          thumb: picture,
          rendition:
            request.rendition === null ? null : { ...picture, mime: 'image/png', bytes: new Uint8Array([9]) },
        };
      case 'video':
        return { width: 30, height: 20, tone: '#102030', thumb: picture };
      case 'descriptor':
        return { width: 3, height: 2, rows: new Uint8Array(2 * 16) };
      case 'pdf':
        return {
          pages: 3,
          sizes: [{ width: 595, height: 842 }],
          textLength: 10,
          facts: await pdfSays(request.bytes, {
            title: null,
            creator: null,
            producer: 'From the lab',
            created: 'D:20260303',
            modified: null,
          }),
          files: 0,
          marked: [],
          thumb: picture,
          tone: '#ffffff',
        };
      case 'pdf-page':
        return { ...picture, mime: 'image/png', bytes: new Uint8Array([request.page]) };
      case 'pdf-open':
      case 'pdf-held':
      case 'pdf-file':
      case 'pdf-clean':
      case 'pdf-compare':
      case 'pdf-text':
      case 'pdf-finished':
      case 'pdf-ready':
      case 'recognise':
      case 'language':
      case 'redact':
      case 'check-redaction':
        // Text has a lab of its own; redaction is tried in the real one.
        throw new HoldfastError('unsupported-preview');
    }
  };
  // The shape follows the request's type, which is what the real client checks with schemas.
  return { lab: { ask: answer as Lab['ask'] }, asked };
}

export function refusing(code: 'unreadable-image' | 'decoder-timeout' | 'unsupported-preview'): Lab {
  const ask = (request: LabRequest): Promise<unknown> =>
    request.type === 'facts' ? saidAnswer(request) : Promise.reject(new HoldfastError(code));
  return { ask: ask as Lab['ask'] };
}

export interface Setting {
  vault: TestVault;
  readonly folder: string;
  readonly caseId: string;
  /** Puts a file into the folder to import from. */
  put(name: string, bytes: Buffer | string): Promise<void>;
  /** Imports paths and waits; the job as it ended and its report in memory. */
  take(
    paths?: readonly string[],
    reader?: SourceReader,
  ): Promise<{ readonly job: Job; readonly results: ImportResult[] }>;
  /** Takes a new job's id as soon as it runs. */
  begin(
    paths: readonly string[],
    reader?: SourceReader,
  ): { readonly id: string; readonly results: ImportResult[] };
  end(): Promise<void>;
}

/** A vault with one case, and a folder to import from. */
export async function makeSetting(options: TestVaultOptions = {}): Promise<Setting> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-in-'));
  const vault = await makeTestVault(options);
  const { id: caseId } = await caseHandlers(vault.context)['cases.create'](newCase);
  const begin: Setting['begin'] = (paths, reader) => {
    const results: ImportResult[] = [];
    const { context } = setting.vault;
    const { id } = context.jobs.start('import', caseId, async (control) => {
      await runImport(context, caseId, paths, control, results, reader);
      return { resultId: caseId };
    });
    return { id, results };
  };
  const setting: Setting = {
    vault,
    folder,
    caseId,
    put: (name, bytes) => writeFile(join(folder, name), bytes),
    begin,
    take: async (paths = [folder], reader) => {
      const { id, results } = begin(paths, reader);
      return { job: await setting.vault.context.jobs.ended(id), results };
    },
    end: async () => {
      await setting.vault.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return setting;
}

export async function filesOnDisk({ vault }: Setting): Promise<number> {
  const all = await readdir(join(vault.folder, 'evidence'), { recursive: true, withFileTypes: true });
  return all.filter((each) => each.isFile()).length;
}

/** Every sealed file has its row. A copy for bundles may just be made: its file is there before its row. */
export async function expectNoLooseFiles(setting: Setting): Promise<void> {
  const loose = async (): Promise<number> => (await filesOnDisk(setting)) - countRows(setting, 'files');
  await expect.poll(loose, { timeout: 60_000 }).toBe(0);
}

export function countRows(
  { vault }: Setting,
  table: 'files' | 'evidence' | 'facts' | 'derivatives' | 'import_results',
): number {
  return vault.context.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
}

/** `name: outcome reason` of each file, without the folder it was handed in with. */
export function outcomes(results: readonly ImportResult[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    results.map((each) => [
      each.fileName.split('/').slice(1).join('/'),
      [each.outcome, each.reason].filter((part) => part !== null).join(' '),
    ]),
  );
}
