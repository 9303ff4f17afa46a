import type { Database } from 'better-sqlite3';
import { standingOf } from '../../../shared/domain/records/heads';
import { historyOf } from '../../../shared/domain/records/history';
import type { DateChoice } from '../../../shared/models/provenance';
import { dateChoiceKind, dateOf, choiceAbout } from '../../../shared/records/date-choice';
import type { ChosenField } from '../../../shared/records/date-choice';
import { recordIdAbout } from '../../vault/records/record-id';
import { versionsOf } from '../../vault/records/version-rows';

const fields = ['captured', 'shown'] as const satisfies readonly ChosenField[];

/** Dates that were settled on for an exhibit, field by field: the one that counts first, then the rest, newest first. */
export function readChoices(db: Database, itemId: string): readonly DateChoice[] {
  return fields.flatMap((field) => choicesOf(db, itemId, field));
}

/** A removal settles on nothing: it is in the record's own history. */
function choicesOf(db: Database, itemId: string, field: ChosenField): DateChoice[] {
  const versions = versionsOf(db, recordIdAbout(dateChoiceKind.kind, choiceAbout(field, itemId)));
  const { shown } = standingOf(versions, dateChoiceKind.merge);
  const written = [...historyOf(versions)].reverse().filter(({ removed }) => !removed);
  const first = written.filter(({ id }) => id === shown?.id);
  return [...first, ...written.filter(({ id }) => id !== shown?.id)].flatMap(({ id, body, at, author }) => {
    const choice = dateChoiceKind.body.safeParse(body);
    if (!choice.success) return [];
    const { edtf, time, zone, source, code, detail } = dateOf(choice.data);
    const date = { edtf, time, zone, source, code, detail };
    return [{ id, field, ...date, reason: choice.data.reason, at: at === '' ? null : at, author }];
  });
}
