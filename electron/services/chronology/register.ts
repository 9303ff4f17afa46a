import { z } from 'zod';
import { HoldfastError } from '../../../shared/errors';
import { registerBodySchema, registerKindSchema } from '../../../shared/models/register';
import type { RegisterBody, RegisterItem, RegisterKind } from '../../../shared/models/register';
import type { VaultContext } from '../../vault/api';
import { allRows, changeOne, parseJson } from '../../vault/rows/rows';
import { entryContent } from '../../../shared/domain/entry-content';
import { readEntries } from './entry-rows';
import { indexEntry } from './index-row';
import { touchEntries } from './revision';

const registerRow = z.object({
  id: z.string(),
  case_id: z.string(),
  kind: registerKindSchema,
  body: z.string(),
  entries: z.int(),
});

function read({ db }: VaultContext, column: 'id' | 'case_id', value: string): readonly RegisterItem[] {
  return allRows(
    db,
    registerRow,
    `SELECT g.id, g.case_id, g.kind, g.body,
       (SELECT count(DISTINCT l.entry_id) FROM entry_register l WHERE l.register_id = g.id) AS entries
     FROM register g WHERE g.${column} = ? AND g.removed = 0 ORDER BY g.kind, g.created_at, g.id`,
    value,
  ).map(({ id, case_id, kind, body, entries }) => ({
    ...parseJson(registerBodySchema, body),
    id,
    caseId: case_id,
    kind,
    entries,
  }));
}

function one(context: VaultContext, id: string): RegisterItem {
  const [found] = read(context, 'id', id);
  if (found === undefined) throw new HoldfastError('not-found');
  return found;
}

export function listRegister(context: VaultContext, caseId: string): RegisterItem[] {
  return [...read(context, 'case_id', caseId)];
}

export function addToRegister(
  context: VaultContext,
  caseId: string,
  kind: RegisterKind,
  body: RegisterBody,
): RegisterItem {
  const id = context.newId();
  const at = context.now().toISOString();
  context.act({ action: 'register.create', subject: id }, () => {
    changeOne(context.db, 'UPDATE cases SET updated_at = ? WHERE id = ?', at, caseId);
    context.db
      .prepare(
        `INSERT INTO register (id, case_id, kind, body, created_at, updated_at, office, author, hlc)
         VALUES (@id, @caseId, @kind, @body, @at, @at, @office, @author, @hlc)`,
      )
      .run({
        id,
        caseId,
        kind,
        body: JSON.stringify(registerBodySchema.parse(body)),
        at,
        ...context.stamp(),
      });
  });
  context.changed('chronology', caseId);
  return one(context, id);
}

export function changeRegister(context: VaultContext, id: string, body: RegisterBody): RegisterItem {
  const before = one(context, id);
  const at = context.now().toISOString();
  context.act({ action: 'register.update', subject: id }, () => {
    const stamp = context.stamp();
    changeOne(
      context.db,
      'UPDATE register SET body = @body, updated_at = @at, author = @author, hlc = @hlc WHERE id = @id AND removed = 0',
      { id, body: JSON.stringify(registerBodySchema.parse(body)), at, ...stamp },
    );
    // A name is among the words its entries are looked for by.
    if (before.name === body.name) return;
    const rowIds = context.db
      .prepare(
        'SELECT r.id FROM entry_register l JOIN entry_rows r ON r.entry_id = l.entry_id WHERE l.register_id = ?',
      )
      .pluck()
      .all(id) as number[];
    for (const entry of readEntries(context, { rowIds }))
      indexEntry(context, entry.caseId, entry.id, entryContent(entry));
  });
  touchEntries(context);
  context.changed('chronology', before.caseId);
  return one(context, id);
}

/** Only what no live entry is linked to; else `in-use`. It stays for the earlier versions that name it. */
export function removeFromRegister(context: VaultContext, id: string): void {
  const { caseId, entries } = one(context, id);
  if (entries > 0) throw new HoldfastError('in-use');
  const at = context.now().toISOString();
  context.act({ action: 'register.remove', subject: id }, () => {
    const stamp = context.stamp();
    changeOne(
      context.db,
      'UPDATE register SET removed = 1, updated_at = @at, author = @author, hlc = @hlc WHERE id = @id AND removed = 0',
      { id, at, ...stamp },
    );
  });
  context.changed('chronology', caseId);
}
