import type { Database } from 'better-sqlite3';
import { parseExhibitRef } from '../../../shared/domain/exhibit-ref';
import { exhibitKind } from '../../../shared/records/exhibit';
import type { ExhibitRecord } from '../../../shared/records/exhibit';
import { documentTitle } from '../../../shared/records/words/document-words';
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
  const renumbered = said?.renumbered ?? null;
  const document = said?.document ?? null;
  db.prepare(
    `UPDATE evidence SET title = coalesce(@title, suggested_title), police_ref = @policeRef,
       exhibit_ref = coalesce(@ref, given_ref), exhibit_number = coalesce(@number, given_number), former_refs = @formerly,
       item_class = @itemClass, document = @document
     WHERE id = @itemId`,
  ).run({
    itemId,
    title: said?.title ?? (document === null ? null : documentTitle(document)),
    policeRef: said?.policeRef ?? '',
    ref: renumbered?.ref ?? null,
    number: renumbered === null ? null : (parseExhibitRef(renumbered.ref)?.number ?? null),
    itemClass: said?.itemClass ?? null,
    document: document === null ? null : JSON.stringify(document),
    formerly: JSON.stringify(renumbered?.formerly ?? []),
  });
}

/** Suggests a title for an item, from what its file says. A person's own words stay. Must run inside an act. */
export function suggestName(db: Database, itemId: string, suggested: string): void {
  db.prepare('UPDATE evidence SET suggested_title = ? WHERE id = ?').run(suggested, itemId);
  showName(db, itemId);
}

/** Writes down what a person calls an item, in an act of its own. What is not named stays what was written before. */
export function nameItem(
  context: VaultContext,
  action: 'evidence.update' | 'evidence.police-ref' | 'evidence.document',
  id: string,
  change: Partial<Pick<ExhibitRecord, 'title' | 'policeRef' | 'document'>>,
): EvidenceItem {
  const { caseId } = readItem(context, id);
  context.act({ action, subject: id }, () => {
    sayOfItem(context, caseId, id, change);
  });
  context.changed('evidence', caseId);
  context.changed('records', caseId);
  return readItem(context, id);
}

/** Writes down what a person says of an item beside what was written before. Must run inside an act. */
export function sayOfItem(
  context: Pick<VaultContext, 'db' | 'records'>,
  caseId: string,
  itemId: string,
  change: Partial<Omit<ExhibitRecord, 'itemId'>>,
): void {
  const before = saidOf(context.db, itemId) ?? { title: null, policeRef: '' };
  context.records.say(exhibitKind.kind, { caseId, body: { ...before, ...change, itemId } });
}

/**
 * What an exhibit is called: columns of `evidence`. `renumbered` is called for one that has another reference now.
 */
export function exhibitProjection(renumbered: (db: Database, itemId: string) => void): Projection {
  const rename = (db: Database, body: unknown): void => {
    const said = exhibitKind.body.safeParse(body);
    if (!said.success) return;
    const { itemId } = said.data;
    const before = refsIn(db, itemId);
    showName(db, itemId);
    if (refsIn(db, itemId) !== before) renumbered(db, itemId);
  };
  return {
    kind: exhibitKind.kind,
    write: (db, { shown }) => {
      rename(db, shown.body);
    },
    gone: (db, { body }) => {
      rename(db, body);
    },
  };
}

/** What it is cited by and was, to compare. */
function refsIn(db: Database, itemId: string): unknown {
  return db
    .prepare(
      'SELECT CASE WHEN document IS NULL THEN exhibit_ref || former_refs ELSE title END FROM evidence WHERE id = ?',
    )
    .pluck()
    .get(itemId);
}
