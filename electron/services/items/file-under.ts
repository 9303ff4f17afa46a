import type { Database } from 'better-sqlite3';
import { dateBounds } from '../../../shared/domain/dates/bounds';
import { chooseBestDate } from '../../../shared/domain/facts/best-date';
import { ukDate } from '../../../shared/domain/facts/uk-date';
import type { BestDate } from '../../../shared/models/evidence';
import { dateChoiceKind, dateOf, choiceAbout } from '../../../shared/records/date-choice';
import type { Projection } from '../../vault/records/heads';
import { saidAbout } from './about-item';
import { readItemFacts } from './item-rows';

/**
 * Sort key of the date an item is filed under: the earliest moment it allows, in UK local time where its zone is known,
 * so that a camera that writes UTC sorts among phones that write local time. Items without a date come last.
 */
export function sortDate(date: BestDate | null): string {
  if (date === null) return '9999';
  const { edtf, time } = ukDate(date);
  return dateBounds(edtf, time === null ? null : { from: time, to: null, precision: 'exact' }).earliest;
}

/**
 * Files an item under the date that somebody settled on, or else under the one that its facts give. Must run inside the act that
 * changed the one or the other.
 */
export function fileUnder(db: Database, itemId: string): void {
  const choice = saidAbout(db, dateChoiceKind, choiceAbout('captured', itemId));
  const { best, conflict } =
    choice === null
      ? chooseBestDate(readItemFacts({ db }, itemId))
      : { best: dateOf(choice), conflict: false };
  db.prepare(
    `UPDATE evidence SET best_date = @best, sort_date = @sort, date_conflict = @conflict, date_reason = @reason
     WHERE id = @itemId`,
  ).run({
    itemId,
    best: best === null ? null : JSON.stringify(best),
    sort: sortDate(best),
    conflict: conflict ? 1 : 0,
    reason: choice?.reason ?? null,
  });
}

/** What an exhibit is filed under: columns of `evidence`. The time of what it shows files nothing. */
export const dateChoiceProjection: Projection = {
  kind: dateChoiceKind.kind,
  write: (db, { shown }) => {
    refile(db, shown.body);
  },
  gone: (db, { body }) => {
    refile(db, body);
  },
};

function refile(db: Database, body: unknown): void {
  const choice = dateChoiceKind.body.safeParse(body);
  if (choice.success && choice.data.field === 'captured') fileUnder(db, choice.data.itemId);
}
