import { factKey } from '../../../../shared/domain/facts/fact-key';
import type { NewFact } from '../../../../shared/domain/facts/new-fact';
import type { ErrorCode } from '../../../../shared/errors';
import type { VaultContext } from '../../../vault/api';
import { changeOne } from '../../../vault/rows/rows';
import { fileUnder } from '../../items/file-under';
import { readItemFacts } from '../../items/item-rows';
import { suggestName } from '../../items/name-item';
import { keepMediaNotes } from '../media-notes';
import type { Collector, FoundInside } from './collector';
import type { ItemToRead } from './item-to-read';
import { rowKeeper } from './row-keeper';
import { titleOf } from './title-of';
import { insertFact } from '../../items/file-rows';

/** Writes down all that was found in one act: after it the item is read, and before it nothing of this is there. */
export function finishReading(
  context: VaultContext,
  item: ItemToRead,
  found: Pick<Collector, 'pages' | 'facts' | 'inside'>,
  outcome: { readonly notes: unknown } | { readonly failure: ErrorCode },
): void {
  const failure = 'failure' in outcome ? outcome.failure : null;
  const notes = 'notes' in outcome ? outcome.notes : null;
  const taken = found.inside.filter(({ itemId }) => itemId !== null).length;
  const detail = {
    exhibit: item.exhibit_ref,
    inside: taken,
    left: found.inside.length - taken,
    reason: failure,
  };
  context.act({ action: 'evidence.read', subject: item.id, detail }, () => {
    replaceText(context, item.id, found.pages);
    addFacts(context, item, found.facts);
    addInside(context, item.id, found.inside);
    keepMediaNotes(context, item.id, notes);
    rowKeeper.finish(context, item.id, notes, failure);
    context.db
      .prepare('UPDATE readings SET tries = 0, notes = ?, at = ? WHERE item_id = ?')
      .run(JSON.stringify(notes ?? null), context.now().toISOString(), item.id);
    changeOne(
      context.db,
      'UPDATE evidence SET reading = ?, reading_reason = ? WHERE id = ?',
      failure === null ? 'done' : 'failed',
      failure,
      item.id,
    );
  });
}

/** What was read of a file before makes room for this. The index of words keeps itself in step with the pages (migration 0100). */
export function replaceText(
  { db, now }: Pick<VaultContext, 'db' | 'now'>,
  itemId: string,
  pages: Collector['pages'],
): void {
  db.prepare("DELETE FROM text_pages WHERE item_id = ? AND source = 'file'").run(itemId);
  const keep = db.prepare(
    `INSERT INTO text_pages (item_id, page, source, text, words, engine, languages, confidence, at)
     VALUES (?, ?, 'file', ?, NULL, 'file', '', NULL, ?)`,
  );
  for (const [page, parts] of pages) {
    keep.run(itemId, page, parts.join(''), now().toISOString());
  }
}

/** Facts are only added; what an earlier reading said already is not said twice. */
function addFacts(context: VaultContext, item: ItemToRead, facts: readonly NewFact[]): void {
  const before = readItemFacts(context, item.id);
  const said = new Set(before.map(factKey));
  const added = facts.filter((fact) => {
    const key = factKey(fact);
    return said.has(key) ? false : said.add(key);
  });
  for (const fact of added) insertFact(context, item.id, fact);
  if (added.length === 0) return;

  const { kind } = item;
  const title = titleOf(kind, [...before, ...added]);
  // One that an earlier reading suggested stays.
  if (title !== null && titleOf(kind, before) === null) suggestName(context.db, item.id, title);
  fileUnder(context.db, item.id);
}

function addInside({ db }: VaultContext, parentId: string, found: readonly FoundInside[]): void {
  db.prepare('DELETE FROM inside WHERE parent_id = ?').run(parentId);
  const add = db.prepare(
    `INSERT INTO inside (parent_id, place, position, name, item_id, copy, reason)
     SELECT @parentId, @place, @position, @name, @itemId, @copy, @reason
     WHERE @itemId IS NULL OR EXISTS (SELECT 1 FROM evidence WHERE id = @itemId)`,
  );
  found.forEach(({ place, name, itemId, isCopy, reason }, position) => {
    add.run({ parentId, place, position, name, itemId, copy: isCopy ? 1 : 0, reason });
  });
}
