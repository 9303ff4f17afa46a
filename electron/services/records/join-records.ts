import { settledSide } from '../../../shared/domain/records/fields';
import { joinedBody, questionOf } from '../../../shared/domain/records/join';
import type { FieldsQuestion, JoinQuestion } from '../../../shared/domain/records/join';
import type { Body, Version } from '../../../shared/domain/records/version';
import { HoldfastError } from '../../../shared/errors';
import type { RecordQuestion } from '../../../shared/models/record';
import { kindOf } from '../../../shared/records/all';
import type { VaultContext } from '../../vault/api';
import { requireSetting } from '../../vault/settings';
import { namesIn } from './names';
import { lawOfRecord, titleOf, versionLines } from './read-records';

function asked(
  context: VaultContext,
  id: string,
): { readonly question: JoinQuestion; readonly shown: Version } {
  const standing = context.records.standing(id);
  const { shown } = standing;
  const kind = kindOf(shown?.kind ?? '');
  if (shown === null || kind === undefined) throw new HoldfastError('record-newer');
  return { question: questionOf(standing, context.records.versions(id), kind), shown };
}

/** The fields to choose between, once it is settled that the record stays; null where there is one side alone. */
function fieldsOf(question: JoinQuestion): FieldsQuestion | null {
  if (question.is === 'fields') return question;
  return question.is === 'removal' ? question.then : null;
}

/** What a person must decide about a record. Throws `not-found`, and `conflict` where there is nothing to decide. */
export function readQuestion(context: VaultContext, id: string): RecordQuestion {
  const { question, shown } = asked(context, id);
  if (question.is === 'nothing') throw new HoldfastError('conflict');
  const fields = fieldsOf(question);
  const sides = fields?.sides ?? (question.is === 'removal' ? question.edits : []);
  const nameOf = namesIn(context);
  const law = lawOfRecord(context, shown);
  const said = sides.map((side) => versionLines(side, nameOf, law));
  const base = fields?.base == null ? null : versionLines(fields.base, nameOf, law);
  const textOf = (lines: ReturnType<typeof versionLines>, field: string): string =>
    lines.find((line) => line.field === field)?.text ?? '';
  const labelOf = (field: string): string =>
    [...said, base ?? []].flat().find((line) => line.field === field)?.label ?? field;
  const office = requireSetting(context.db, 'office.id');
  return {
    ...{ id, kind: shown.kind, title: titleOf(shown) },
    heads: context.records.standing(id).heads.map((head) => head.id),
    hasRemoval: question.is === 'removal',
    sides: sides.map((side) => ({
      ...{ id: side.id, at: side.at, author: side.author, isOurs: side.office === office },
    })),
    changed: fields === null ? [...(said[0] ?? [])] : [],
    hasBase: base !== null,
    fields: (fields?.fields ?? [])
      .filter(({ verdict }) => verdict !== 'unchanged')
      .map(({ field, ...comparison }) => ({
        ...{ field, verdict: comparison.verdict, label: labelOf(field) },
        settled: settledSide({ field, ...comparison }),
        base: base === null ? null : textOf(base, field),
        values: said.map((lines) => textOf(lines, field)),
      })),
  };
}

/** The body that a person's choices make; null when it is to be removed. Throws `not-confirmed` while a choice is missing. */
export function chosenBody(
  context: VaultContext,
  id: string,
  keep: boolean,
  choices: Readonly<Record<string, number>>,
): Body | null {
  const { question, shown } = asked(context, id);
  if (!keep) {
    if (question.is !== 'removal') throw new HoldfastError('invalid-input');
    return null;
  }
  const fields = fieldsOf(question);
  if (fields === null) return shown.body;
  const chosen = new Map(Object.entries(choices).map(([field, side]) => [field, { side }] as const));
  return joinedBody(fields, chosen);
}
