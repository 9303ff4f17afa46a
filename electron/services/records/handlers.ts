import type { recordsMethods } from '../../../shared/contract/records-methods';
import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import type { Body } from '../../../shared/domain/records/version';
import { HoldfastError } from '../../../shared/errors';
import { kindOf } from '../../../shared/records/all';
import { isCasework, isOfficeForm } from '../../../shared/records/casework';
import type { VaultContext } from '../../vault/api';
import { idFor } from '../../vault/records/record-id';
import { isUniqueViolation } from '../../vault/rows/rows';
import { chosenBody, readQuestion } from './join-records';
import { listNamed, listUndecided, readHistory, readNamed } from './read-records';
import type { RecordRules } from './rules';

/** How a record of any kind is admitted, written and found again, under the rules of its kind. */
function recordWriting(context: VaultContext, rules: readonly RecordRules[]) {
  const { records } = context;
  const rulesOf = (kind: string): RecordRules =>
    rules.find((each) => each.kind === kind) ?? { kind, area: 'records' };

  /** A body as its kind reads it and as it may be stored in the case. */
  function admitted(
    { kind, caseId }: { readonly kind: string; readonly caseId: string | null },
    content: unknown,
    when: 'now' | 'again',
  ): Body {
    const { admit } = rulesOf(kind);
    const known = kindOf(kind);
    if (known?.isBody(content) !== true) throw new HoldfastError('invalid-input');
    const body = known.read(content);
    return admit === undefined || caseId === null ? body : admit(context, caseId, body, when);
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

  function found(id: string) {
    const { shown, heads } = records.standing(id);
    const head = shown ?? heads[0];
    // What else the office has is written by methods of its own.
    if (head === undefined || (head.caseId === null && !isOfficeForm(head.kind)))
      throw new HoldfastError('not-found');
    return { id, kind: head.kind, caseId: head.caseId, before: shown?.body ?? null, shown };
  }

  return { admitted, write, found };
}

/** Whether a record is there and was not removed. */
function isShown({ records }: VaultContext, id: string): boolean {
  if (records.versions(id).length === 0) return false;
  const { shown, removed } = records.standing(id);
  return shown !== null && !removed;
}

/** Without a case stand the kinds of the office that have such a form, and no other. */
function requirePlace(kind: string, caseId: string | null): void {
  if ((caseId === null) !== isOfficeForm(kind)) throw new HoldfastError('invalid-input');
}

/** Records of any kind: reading, writing, their versions, and joining two of them. */
export function recordHandlers(
  context: VaultContext,
  rules: readonly RecordRules[],
): Pick<VaultHandlers, keyof typeof recordsMethods> {
  const { records } = context;
  const { admitted, write, found } = recordWriting(context, rules);

  return {
    'records.list': ({ caseId, kind }) => {
      requirePlace(kind, caseId);
      return listNamed(context, caseId, kind);
    },
    'records.create': ({ caseId, kind, body }) => {
      // A case is made with its producer: by `cases.create` alone.
      if (kind === 'case') throw new HoldfastError('invalid-input');
      requirePlace(kind, caseId);
      const after = admitted({ kind, caseId }, body, 'now');
      const known = kindOf(kind);
      // Of other kinds of which there is one alone the methods of their own area write it, with what belongs to it.
      const onlyId = known === undefined || !isCasework(kind) ? null : idFor(known, after, caseId);
      const id = onlyId ?? context.newId();
      // Of what there is one alone, somebody wrote one meanwhile.
      if (onlyId !== null && isShown(context, onlyId)) throw new HoldfastError('conflict');
      write('record.create', { id, kind, caseId }, () => {
        if (onlyId === null || caseId === null) records.create(kind, { id, caseId, body: after });
        else records.say(kind, { caseId, body: after });
        return { before: null, after };
      });
      return readNamed(context, id);
    },
    'records.change': ({ id, version, body }) => {
      const { before, shown, ...record } = found(id);
      if (shown?.id !== version) throw new HoldfastError('conflict');
      const after = admitted(record, body, 'now');
      write('record.update', record, () => {
        records.change(id, after);
        return { before, after };
      });
      return readNamed(context, id);
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
