import type { recordsMethods } from '../../../shared/contract/records-methods';
import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import type { Body } from '../../../shared/domain/records/version';
import { HoldfastError } from '../../../shared/errors';
import { kindOf } from '../../../shared/records/all';
import type { VaultContext } from '../../vault/api';
import { idFor } from '../../vault/records/record-id';
import { isUniqueViolation } from '../../vault/rows/rows';
import { chosenBody, readQuestion } from './join-records';
import { listRecords, listUndecided, readHistory, readRecord } from './read-records';
import type { RecordRules } from './rules';

/** How a record of any kind is admitted, written and found again, under the rules of its kind. */
function recordWriting(context: VaultContext, rules: readonly RecordRules[]) {
  const { records } = context;
  const rulesOf = (kind: string): RecordRules =>
    rules.find((each) => each.kind === kind) ?? { kind, area: 'records' };

  /** A body as its kind reads it and as it may be stored in the case. */
  function admitted(
    { kind, caseId }: { readonly kind: string; readonly caseId: string },
    content: unknown,
    when: 'now' | 'again',
  ): Body {
    const { admit } = rulesOf(kind);
    const known = kindOf(kind);
    if (known?.isBody(content) !== true) throw new HoldfastError('invalid-input');
    const body = known.read(content);
    return admit === undefined ? body : admit(context, caseId, body, when);
  }

  function write(
    action: string,
    record: { readonly id: string; readonly kind: string; readonly caseId: string | null },
    change: () => { readonly before: Body | null; readonly after: Body | null },
  ): void {
    const rule = rulesOf(record.kind);
    try {
      context.act(
        { action, subject: record.id, caseId: record.caseId, detail: { kind: record.kind } },
        () => {
          const { before, after } = change();
          if (after !== null) rule.within?.(context, record.id, before, after);
          else if (before !== null) rule.without?.(context, record.id, before);
        },
      );
    } catch (error) {
      throw isUniqueViolation(error) ? new HoldfastError('conflict') : error;
    }
    rule.after?.(context);
    context.changed(rule.area, record.caseId);
    if (rule.area !== 'records') context.changed('records', record.caseId);
  }

  /** The id that a new record has: of a kind of which a case has one, always the same. Throws `conflict` where that is there by now. */
  function newId(
    kind: string,
    caseId: string,
    body: Body,
  ): { readonly id: string; readonly cameBack: boolean } {
    const known = kindOf(kind);
    const id = known === undefined ? null : idFor(known, body, caseId);
    if (id === null) return { id: context.newId(), cameBack: false };
    if (context.db.prepare('SELECT 1 FROM records WHERE id = ?').pluck().get(id) === undefined)
      return { id, cameBack: false };
    if (!records.standing(id).removed) throw new HoldfastError('conflict');
    return { id, cameBack: true };
  }

  function found(id: string) {
    const { shown, heads } = records.standing(id);
    const head = shown ?? heads[0];
    if (head?.caseId == null) throw new HoldfastError('not-found');
    return { id, kind: head.kind, caseId: head.caseId, before: shown?.body ?? null, shown };
  }

  return { admitted, write, newId, found };
}

/** Records of any kind: reading, writing, their versions, and joining two of them. */
export function recordHandlers(
  context: VaultContext,
  rules: readonly RecordRules[],
): Pick<VaultHandlers, keyof typeof recordsMethods> {
  const { records } = context;
  const { admitted, write, newId, found } = recordWriting(context, rules);

  return {
    'records.list': ({ caseId, kind }) => listRecords(context, caseId, kind),
    'records.create': ({ caseId, kind, body }) => {
      // A case is made with its producer: by `cases.create` alone.
      if (kind === 'case') throw new HoldfastError('invalid-input');
      const after = admitted({ kind, caseId }, body, 'now');
      const { id, cameBack } = newId(kind, caseId, after);
      write('record.create', { id, kind, caseId }, () => {
        if (cameBack) records.bringBack(id, after);
        else records.create(kind, { id, caseId, body: after });
        return { before: null, after };
      });
      return readRecord(context, id);
    },
    'records.change': ({ id, version, body }) => {
      const { before, shown, ...record } = found(id);
      if (shown?.id !== version) throw new HoldfastError('conflict');
      const after = admitted(record, body, 'now');
      write('record.update', record, () => {
        records.change(id, after);
        return { before, after };
      });
      return readRecord(context, id);
    },
    'records.remove': ({ id }) => {
      const { before, ...record } = found(id);
      if (record.kind === 'case') throw new HoldfastError('invalid-input');
      write('record.remove', record, () => {
        records.remove(id);
        return { before, after: null };
      });
      return {};
    },
    'records.history': ({ id }) => readHistory(context, id),
    'records.bringBack': ({ id, version }) => {
      const { before, ...record } = found(id);
      const wanted = records.versions(id).find((each) => each.id === version);
      if (wanted === undefined) throw new HoldfastError('not-found');
      if (wanted.body === null) throw new HoldfastError('record-erased');
      const after = admitted(record, wanted.body, 'again');
      write('record.restore', record, () => {
        records.bringBack(id, after);
        return { before, after };
      });
      return {};
    },
    'records.undecided': ({ caseId }) => listUndecided(context, caseId),
    'records.question': ({ id }) => readQuestion(context, id),
    'records.join': ({ id, heads, keep, choices }) => {
      const { before, ...record } = found(id);
      const chosen = chosenBody(context, id, keep, choices);
      const after = chosen === null ? null : admitted(record, chosen, 'again');
      write('record.join', record, () => {
        records.join(id, heads, after);
        return { before, after };
      });
      return {};
    },
  };
}
