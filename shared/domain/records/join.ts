import { HoldfastError } from '../../errors';
import { firstVersion, mayChange, stampOf } from './change';
import type { KindRules, Stamp } from './change';
import { descentOf, nearestCommon } from './descent';
import { compareFields } from './fields';
import type { FieldComparison, FieldValue } from './fields';
import type { Standing } from './heads';
import { compareIds, isStub } from './version';
import type { Body, Version } from './version';

export interface JoinRules extends KindRules {
  /** A body of an older schema in the form of the newest. What it does not know it leaves as it is. */
  readonly lift?: (body: Body, from: number) => Body;
  /** Fields whose lists are sets of ids, so that what two sides added can be joined. Nobody guesses: none unless a kind says so. */
  readonly sets?: readonly string[];
}

/** Sides that say different things, field by field. */
export interface FieldsQuestion {
  readonly is: 'fields';
  /** The one nearest common ancestor, where there is one and its body is here; else the sides are compared without a base. */
  readonly base: Version | null;
  /** The shown one first. */
  readonly sides: readonly Version[];
  readonly fields: readonly FieldComparison[];
}

/** Somebody removed what somebody else changed: a question of its own, asked before any about fields. */
export interface RemovalQuestion {
  readonly is: 'removal';
  readonly edits: readonly Version[];
  readonly removals: readonly Version[];
  /** What is asked next when the record is to stay and there is more than one edit. */
  readonly then: FieldsQuestion | null;
}

export type JoinQuestion = { readonly is: 'nothing' } | FieldsQuestion | RemovalQuestion;

/** What a person must decide about a record, from how it stands and all its versions. */
export function questionOf(standing: Standing, versions: readonly Version[], rules: JoinRules): JoinQuestion {
  if (standing.sides.length < 2) return { is: 'nothing' };
  const edits = standing.sides.filter(({ removed }) => !removed);
  const then = edits.length < 2 ? null : fieldsQuestion(edits, versions, rules);
  const removals = standing.heads.filter(({ removed }) => removed);
  return removals.length === 0 && then !== null ? then : { is: 'removal', edits, removals, then };
}

/** Three-way where there is one common ancestor whose body is here; else the sides without a base. */
export function baseOf(sides: readonly Version[], versions: readonly Version[]): Version | null {
  const nearest = nearestCommon(
    descentOf(versions),
    sides.map(({ id }) => id),
  );
  const [base] = nearest;
  return base === undefined || nearest.length > 1 || isStub(base) ? null : base;
}

function fieldsQuestion(
  sides: readonly Version[],
  versions: readonly Version[],
  rules: JoinRules,
): FieldsQuestion {
  const base = baseOf(sides, versions);
  const lifted = ({ body, schema }: Version): Body => {
    if (body === null) throw new HoldfastError('record-erased');
    return schema < rules.schema && rules.lift !== undefined ? rules.lift(body, schema) : body;
  };
  const fields = compareFields(base === null ? null : lifted(base), sides.map(lifted), rules.sets);
  return { is: 'fields', base, sides, fields };
}

/** A person's choice for one field: what one side says, or something else (undefined: the field goes). */
export type FieldChoice = { readonly side: number } | { readonly value: FieldValue };

/**
 * The body of a join. What one side alone changed is taken without asking, but may be chosen otherwise. Throws
 * `not-confirmed` while a field that both changed has no choice, and `invalid-input` for a side or field that is not there.
 */
export function joinedBody(
  { fields, sides }: Pick<FieldsQuestion, 'fields' | 'sides'>,
  choices: ReadonlyMap<string, FieldChoice>,
): Body {
  const names = new Set(fields.map(({ field }) => field));
  if ([...choices.keys()].some((field) => !names.has(field))) throw new HoldfastError('invalid-input');
  const entries = fields.map(({ field, verdict, settled, values }) => {
    const choice = choices.get(field);
    if (choice === undefined) {
      if (verdict === 'asked') throw new HoldfastError('not-confirmed');
      return [field, settled] as const;
    }
    if ('value' in choice) return [field, choice.value] as const;
    if (!Number.isInteger(choice.side) || choice.side < 0 || choice.side >= sides.length)
      throw new HoldfastError('invalid-input');
    return [field, values[choice.side]] as const;
  });
  return Object.fromEntries(
    entries.flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])),
  );
}

/** What a person decided: the record stays and says this, or it is removed. */
export type JoinAnswer = { readonly keep: Body } | { readonly keep: null };

/**
 * The version that joins the heads: its parents are all of them, in the order of their ids, those included of which only a
 * stub is here. A removal keeps the body that was shown. Throws as `mayChange`, and `invalid-input` where there is one head.
 */
export function joinVersion(standing: Standing, answer: JoinAnswer, rules: KindRules, stamp: Stamp): Version {
  const shown = mayChange(standing, rules);
  if (standing.heads.length < 2) throw new HoldfastError('invalid-input');
  const parents = standing.heads.map(({ id }) => id).sort(compareIds);
  const { recordId, caseId, kind, schema, refs, body } = shown;
  if (answer.keep !== null)
    return { ...firstVersion({ recordId, caseId, kind }, answer.keep, rules, stamp), parents };
  return { recordId, caseId, kind, schema, refs, body, parents, removed: true, ...stampOf(stamp) };
}
