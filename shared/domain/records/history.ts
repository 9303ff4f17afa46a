import { HoldfastError } from '../../errors';
import { changeParents, mayChange, stampOf } from './change';
import type { KindRules, Stamp } from './change';
import { descentOf } from './descent';
import { sayingOf } from './heads';
import type { Standing } from './heads';
import { compareIds, isStub } from './version';
import type { Version } from './version';

/**
 * All versions of a record, each after those it descends from; where descent leaves it open, the earlier clock first, then
 * the lower id. A clock that was wrong moves nothing before what it was made from.
 */
export function historyOf(versions: readonly Version[]): readonly Version[] {
  const descent = descentOf(versions);
  const after = new Map<string, string[]>(versions.map(({ id }) => [id, []]));
  const waiting = new Map<string, number>();
  for (const { id } of versions) {
    const before = descent.before(id);
    waiting.set(id, before.length);
    for (const each of before) after.get(each)?.push(id);
  }
  const ready = versions.filter(({ id }) => waiting.get(id) === 0);
  const history: Version[] = [];
  for (;;) {
    ready.sort((a, b) => compareIds(b.hlc, a.hlc) || compareIds(b.id, a.id));
    const next = ready.pop();
    if (next === undefined) return history;
    history.push(next);
    for (const id of after.get(next.id) ?? []) {
      const left = (waiting.get(id) ?? 0) - 1;
      waiting.set(id, left);
      const version = descent.byId.get(id);
      if (left === 0 && version !== undefined) ready.push(version);
    }
  }
}

/**
 * An old version brought back: a new version that says what the old one said and is made from the version on the screen. One
 * that was removed comes back as what it was before. Throws as `mayChange`, `record-erased` where the old one's body is
 * not here, and `record-newer` where its schema is newer.
 */
export function broughtBack(
  standing: Standing,
  old: Version,
  kind: Pick<KindRules, 'schema'>,
  stamp: Stamp,
): Version {
  const { recordId, caseId, kind: name } = mayChange(standing, kind);
  if (old.recordId !== recordId) throw new HoldfastError('invalid-input');
  if (isStub(old)) throw new HoldfastError('record-erased');
  if (old.schema > kind.schema) throw new HoldfastError('record-newer', { detail: { record: recordId } });
  const { schema, refs, body } = old;
  const parents = changeParents(standing);
  return {
    ...{ recordId, caseId, kind: name, schema, refs, body, parents, removed: false },
    ...stampOf(stamp),
  };
}

/** The removal of what is on the screen; it keeps the body that it removes. Throws as `mayChange`, and `not-found` where it is removed. */
export function removal(standing: Standing, kind: Pick<KindRules, 'schema'>, stamp: Stamp): Version {
  const shown = mayChange(standing, kind);
  if (shown.removed) throw new HoldfastError('not-found');
  return { ...broughtBack(standing, shown, kind, stamp), removed: true };
}

/**
 * What was shown before the last change: the version of the shown one's parents, which are one when they say the same.
 * `choose`: it was a join, and a person says which of its sides comes back. `first`: there was nothing before.
 */
export type Undo =
  | { readonly is: 'back'; readonly to: Version }
  | { readonly is: 'choose'; readonly among: readonly Version[] }
  | { readonly is: 'first' }
  | { readonly is: 'not-here' };

export function undoOf({ shown }: Standing, versions: readonly Version[]): Undo {
  if (shown === null) return { is: 'not-here' };
  if (shown.parents.length === 0) return { is: 'first' };
  const parents = versions.filter(({ id }) => shown.parents.includes(id));
  const here = parents.filter((parent) => !isStub(parent)).sort((a, b) => compareIds(a.id, b.id));
  const [to] = here;
  // A removal keeps the body that it removes, so that it can be undone where nothing else is here.
  if (to === undefined)
    return shown.removed ? { is: 'back', to: { ...shown, removed: false } } : { is: 'not-here' };
  const same = parents.length === here.length && here.every((each) => sayingOf(each) === sayingOf(to));
  return same ? { is: 'back', to } : { is: 'choose', among: here };
}

/**
 * Undoes the last change, as a new version: nothing is taken out of the history, and undoing once more does it again.
 * The first version is undone by removing the record; a removal by bringing back what it removed. Throws as `broughtBack`,
 * and `invalid-input` where a person must choose first (`undoOf`).
 */
export function undone(
  standing: Standing,
  versions: readonly Version[],
  kind: Pick<KindRules, 'schema'>,
  stamp: Stamp,
): Version {
  const undo = undoOf(standing, versions);
  if (undo.is === 'first') return removal(standing, kind, stamp);
  if (undo.is === 'not-here') throw new HoldfastError('record-erased');
  if (undo.is === 'choose') throw new HoldfastError('invalid-input');
  return { ...broughtBack(standing, undo.to, kind, stamp), removed: undo.to.removed };
}
