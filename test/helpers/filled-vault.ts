import { createHash, randomBytes } from 'node:crypto';
import type { OpenVault } from '../../electron/vault/open-vault';
import { caseHandlers } from '../../electron/services/cases/handlers';
import { chronologyHandlers } from '../../electron/services/chronology/handlers';
import { newCaseSchema } from '../../shared/models/case';
import type { NewCase } from '../../shared/models/case';
import { nothingMore } from '../../shared/domain/entry-content';

export const filledCase: NewCase = newCaseSchema.parse({
  reference: 'FV-1',
  alias: 'Wren',
  exhibitInitials: 'WR',
  status: 'active',
  safeContact: {
    rule: 'Text first',
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

/** Stores a file with an evidence row of its own, as an import does, without a lab. Gives the item's id. */
export async function addItem(
  { context }: Pick<OpenVault, 'context'>,
  caseId: string,
  number: number,
  content: Uint8Array,
  name = `file-${number}.bin`,
): Promise<string> {
  const file = await context.files.write([content]);
  const id = context.newId();
  context.act({ action: 'evidence.import', subject: id }, () => {
    context.db
      .prepare('INSERT INTO files (id, key, sha256, bytes, created_at) VALUES (?, ?, ?, ?, ?)')
      .run(file.id, file.key, file.sha256, file.bytes, context.now().toISOString());
    context.db
      .prepare(
        `INSERT INTO evidence (id, case_id, file_id, exhibit_ref, exhibit_number, given_ref, given_number, file_name, title, suggested_title, kind, mime,
           imported_at, preview, office, author, hlc)
         VALUES (@id, @caseId, @fileId, @ref, @number, @ref, @number, @name, @name, @name, 'other', 'application/octet-stream', @at,
           'none', @office, @author, @hlc)`,
      )
      .run({
        id,
        caseId,
        fileId: file.id,
        ref: `WR/${number}`,
        number,
        name,
        at: context.now().toISOString(),
        ...context.stamp(),
      });
  });
  return id;
}

export interface Filled {
  readonly caseId: string;
  readonly items: readonly string[];
  /** SHA-256 of each original, in the order of the items. */
  readonly hashes: readonly string[];
}

/** A case with a few files of different lengths and some entries. */
export async function fillVault(vault: OpenVault, reference = 'FV-1'): Promise<Filled> {
  const { id: caseId } = await caseHandlers(vault.context)['cases.create']({ ...filledCase, reference });
  const contents = [0, 1, 5_000, 65_536, 65_537, 200_000].map((length) => randomBytes(length));
  const items: string[] = [];
  for (const [index, content] of contents.entries()) {
    items.push(await addItem(vault, caseId, index + 1, content));
  }
  for (let day = 1; day <= 9; day += 1) {
    await chronologyHandlers(vault.context)['chronology.create']({
      caseId,
      ...nothingMore,
      edtf: `2026-11-0${day}`,
      time: null,
      title: `Entry ${day}`,
      description: 'He was outside again. '.repeat(40),
      quote: '',
      behaviours: ['a'],
      channel: null,
      place: '',
      dateSource: '',
      reported: null,
      evidenceIds: items.slice(0, 2),
      messageKeys: [],
    });
  }
  return {
    caseId,
    items,
    hashes: contents.map((content) => createHash('sha256').update(content).digest('hex')),
  };
}
