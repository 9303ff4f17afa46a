import * as z from 'zod';
import { HoldfastError } from '../../../shared/errors';
import { registerBodySchema, registerKindSchema } from '../../../shared/models/register';
import type { RegisterBody, RegisterItem, RegisterKind } from '../../../shared/models/register';
import type { VaultContext } from '../../vault/api';
import { allRows, parseJson } from '../../vault/rows/rows';
import { touchCase } from './write-entry';
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
  context.act({ action: 'register.create', subject: id }, () => {
    context.records.create('register', { id, caseId, body: { ...body, kind } });
    touchCase(context, caseId);
  });
  context.changed('chronology', caseId);
  return one(context, id);
}

export function changeRegister(context: VaultContext, id: string, body: RegisterBody): RegisterItem {
  const before = one(context, id);
  context.act({ action: 'register.update', subject: id }, () => {
    context.records.change(id, { ...body, kind: before.kind });
  });
  touchEntries(context);
  context.changed('chronology', before.caseId);
  return one(context, id);
}

/** Only what no live entry is linked to; else `in-use`. It stays for the earlier versions that name it. */
export function removeFromRegister(context: VaultContext, id: string): void {
  const { caseId, entries } = one(context, id);
  if (entries > 0) throw new HoldfastError('in-use');
  context.act({ action: 'register.remove', subject: id }, () => {
    context.records.remove(id);
  });
  context.changed('chronology', caseId);
}
