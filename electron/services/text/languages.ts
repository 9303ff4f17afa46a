import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { languageName } from '../../../shared/domain/text/language-name';
import { HoldfastError } from '../../../shared/errors';
import { languageCodeSchema } from '../../../shared/models/text';
import type { VaultContext } from '../../vault/api';
import { changeOne } from '../../vault/rows/rows';
import { english, languageFile } from './language-rows';
import { insertFile } from '../items/file-rows';

const unpack = promisify(gunzip);

/** The largest trained data there is (Tesseract's tessdata_best) has some 40 MB. */
const largest = 64 * 1024 * 1024;

/**
 * Installs a language from a file as the Tesseract project gives it out (`pol.traineddata`, also packed with gzip). It is
 * opened in the lab for trial, and then kept encrypted like everything else. Throws `language-unusable`.
 */
export async function addLanguage(context: VaultContext, path: string): Promise<void> {
  const match = /^([A-Za-z_]+)\.traineddata(?:\.gz)?$/u.exec(basename(path));
  const code = languageCodeSchema.safeParse(match?.[1]?.toLowerCase());
  if (!code.success || code.data === english.code) throw new HoldfastError('language-unusable');
  const data = await plain(await readWhole(path));
  await context.textLab.ask({ type: 'language', bytes: data, code: code.data });
  await context.alone(() => keepLanguage(context, code.data, data));
}

async function keepLanguage(context: VaultContext, code: string, data: Uint8Array): Promise<void> {
  const stored = await context.files.write([data]);
  const old = languageFile(context, code);
  try {
    context.act({ action: 'text.add-language', subject: null, detail: { language: code } }, () => {
      insertFile(context, stored);
      context.db
        .prepare(
          `INSERT INTO text_languages (code, name, file_id, at) VALUES (?, ?, ?, ?)
           ON CONFLICT (code) DO UPDATE SET file_id = excluded.file_id, at = excluded.at`,
        )
        .run(code, languageName(code), stored.id, context.now().toISOString());
      if (old !== null) context.db.prepare('DELETE FROM files WHERE id = ?').run(old.id);
    });
  } catch (error) {
    await context.files.remove(stored.id).catch(() => undefined);
    throw error;
  }
  if (old !== null) await context.files.remove(old.id).catch(() => undefined);
}

/** Takes a language away; what was read with it stays. */
export function removeLanguage(context: VaultContext, code: string): Promise<void> {
  return context.alone(() => removeNow(context, code));
}

async function removeNow(context: VaultContext, code: string): Promise<void> {
  const old = languageFile(context, code);
  if (old === null) throw new HoldfastError('not-found');
  context.act({ action: 'text.remove-language', subject: null, detail: { language: code } }, () => {
    changeOne(context.db, 'DELETE FROM text_languages WHERE code = ?', code);
    context.db.prepare('DELETE FROM files WHERE id = ?').run(old.id);
  });
  await context.files.remove(old.id).catch(() => undefined);
}

/** Hands the lab a language it asked for. */
export async function giveLanguage(context: VaultContext, code: string): Promise<void> {
  const file = languageFile(context, code);
  if (file === null) throw new HoldfastError('language-unusable');
  const bytes = await context.files.readAll(file, largest);
  await context.textLab.ask({ type: 'language', bytes, code });
}

async function readWhole(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size === 0 || size > largest) throw new HoldfastError('language-unusable');
    return await file.readFile();
  } finally {
    await file.close();
  }
}

async function plain(bytes: Buffer): Promise<Uint8Array> {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isPacked) return new Uint8Array(bytes);
  try {
    return new Uint8Array(await unpack(bytes, { maxOutputLength: largest }));
  } catch {
    throw new HoldfastError('language-unusable');
  }
}
