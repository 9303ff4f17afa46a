import type { Database } from 'better-sqlite3';
import { exhibitKind } from '../../../shared/records/exhibit';
import type { ExhibitRecord } from '../../../shared/records/exhibit';
import type { EvidenceItem } from '../../../shared/models/evidence';
import type { VaultContext } from '../../vault/api';
import type { Projection } from '../../vault/records/heads';
import { saidAbout } from './about-item';
import { readItem } from './item-rows';

function saidOf(db: Database, itemId: string): ExhibitRecord | null {
  return saidAbout(db, exhibitKind, itemId);
}

/**
 * Calls an item what a person wrote, or else what its file suggests. Must run inside the act that changed the one or the other.
 */
export function showName(db: Database, itemId: string): void {
  const said = saidOf(db, itemId);
  db.prepare(
    'UPDATE evidence SET title = coalesce(@title, suggested_title), police_ref = @policeRef WHERE id = @itemId',
  ).run({ itemId, title: said?.title ?? null, policeRef: said?.policeRef ?? '' });
}

/** Suggests a title for an item, from what its file says. A person's own words stay. Must run inside an act. */
export function suggestName(db: Database, itemId: string, suggested: string): void {
  db.prepare('UPDATE evidence SET suggested_title = ? WHERE id = ?').run(suggested, itemId);
  showName(db, itemId);
}

/** Writes down what a person calls an item, in an act of its own. What is not named stays what was written before. */
export function nameItem(
  context: VaultContext,
  action: 'evidence.update' | 'evidence.police-ref',
  id: string,
  change: Partial<Pick<ExhibitRecord, 'title' | 'policeRef'>>,
): EvidenceItem {
  const { caseId } = readItem(context, id);
  context.act({ action, subject: id }, () => {
    const before = saidOf(context.db, id) ?? { title: null, policeRef: '' };
    context.records.say(exhibitKind.kind, { caseId, body: { ...before, ...change, itemId: id } });
  });
  context.changed('evidence', caseId);
  context.changed('records', caseId);
  return readItem(context, id);
}

/** What an exhibit is called: columns of `evidence`. */
export const exhibitProjection: Projection = {
  kind: exhibitKind.kind,
  write: (db, { shown }) => {
    rename(db, shown.body);
  },
  gone: (db, { body }) => {
    rename(db, body);
  },
};

function rename(db: Database, body: unknown): void {
  const said = exhibitKind.body.safeParse(body);
  if (said.success) showName(db, said.data.itemId);
}
