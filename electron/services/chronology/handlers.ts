import { z } from 'zod';
import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import { dateBounds } from '../../../shared/domain/dates/bounds';
import { entryContent } from '../../../shared/domain/entry-content';
import { HoldfastError } from '../../../shared/errors';
import type { Entry, NewEntry } from '../../../shared/models/chronology';
import { bestDateSchema } from '../../../shared/models/evidence';
import type { VaultContext } from '../context';
import { allRows, changeOne, oneRow, parseJson } from '../rows';
import { draftFromItems } from './draft';
import { bodyOf, readEntries } from './entry-rows';

type ChronologyMethods =
  | 'chronology.list'
  | 'chronology.get'
  | 'chronology.create'
  | 'chronology.update'
  | 'chronology.remove'
  | 'chronology.draftFromEvidence';

const itemRow = z.object({
  id: z.string(),
  exhibit_ref: z.string(),
  title: z.string(),
  best_date: z.string().nullable(),
});

/** Chronology entries. Every version is kept; a removed entry leaves its versions and an audit entry without content. */
export function chronologyHandlers(context: VaultContext): Pick<VaultHandlers, ChronologyMethods> {
  const { db } = context;

  function get(id: string): Entry {
    const entry = readEntries(context, { id })[0];
    if (entry === undefined) throw new HoldfastError('not-found');
    return entry;
  }

  /** Evidence of another case can never be cited: that would carry one client's material into another's bundle. */
  function checkEvidence(caseId: string, ids: readonly string[]): void {
    const owner = db.prepare('SELECT case_id FROM evidence WHERE id = ?').pluck();
    for (const id of ids) if (owner.get(id) !== caseId) throw new HoldfastError('invalid-input');
    if (new Set(ids).size !== ids.length) throw new HoldfastError('invalid-input');
  }

  function writeLinks(entryId: string, ids: readonly string[]): void {
    db.prepare('DELETE FROM entry_evidence WHERE entry_id = ?').run(entryId);
    const insert = db.prepare('INSERT INTO entry_evidence (entry_id, item_id, position) VALUES (?, ?, ?)');
    for (const [position, id] of ids.entries()) insert.run(entryId, id, position);
  }

  function keepVersion(id: string, version: number, entry: NewEntry, at: string, author: string): void {
    db.prepare('INSERT INTO entry_versions (entry_id, version, body, at, author) VALUES (?, ?, ?, ?, ?)').run(
      id,
      version,
      JSON.stringify(entryContent(entry)),
      at,
      author,
    );
  }

  function touchCase(caseId: string, at: string): void {
    changeOne(db, 'UPDATE cases SET updated_at = ? WHERE id = ?', at, caseId);
  }

  return {
    'chronology.list': ({ caseId, search, order }) => {
      const wanted = search.trim().toLocaleLowerCase('en-GB');
      const entries = readEntries(context, { caseId }).filter(
        (entry) => wanted === '' || matches(entry, wanted),
      );
      return order === 'newest' ? entries.reverse() : entries;
    },

    'chronology.get': ({ id }) => get(id),

    'chronology.create': ({ caseId, ...entry }) => {
      const { earliest, latest } = dateBounds(entry.edtf, entry.time);
      checkEvidence(caseId, entry.evidenceIds);
      const id = context.newId();
      const at = context.now().toISOString();
      context.act({ action: 'entry.create', subject: id }, () => {
        touchCase(caseId, at);
        const stamp = context.stamp();
        db.prepare(
          `INSERT INTO entries (id, case_id, version, body, earliest, latest, created_at, updated_at, office, author, hlc)
           VALUES (@id, @caseId, 1, @body, @earliest, @latest, @at, @at, @office, @author, @hlc)`,
        ).run({ id, caseId, body: bodyOf(entry), earliest, latest, at, ...stamp });
        keepVersion(id, 1, entry, at, stamp.author);
        writeLinks(id, entry.evidenceIds);
      });
      context.changed('chronology', caseId);
      return get(id);
    },

    'chronology.update': ({ id, version, ...entry }) => {
      const before = get(id);
      if (before.version !== version) throw new HoldfastError('conflict');
      const { earliest, latest } = dateBounds(entry.edtf, entry.time);
      checkEvidence(before.caseId, entry.evidenceIds);
      const at = context.now().toISOString();
      context.act({ action: 'entry.update', subject: id, detail: { version: version + 1 } }, () => {
        touchCase(before.caseId, at);
        const stamp = context.stamp();
        changeOne(
          db,
          `UPDATE entries SET version = @next, body = @body, earliest = @earliest, latest = @latest, updated_at = @at,
             author = @author, hlc = @hlc WHERE id = @id AND version = @version AND removed = 0`,
          { id, version, next: version + 1, body: bodyOf(entry), earliest, latest, at, ...stamp },
        );
        keepVersion(id, version + 1, entry, at, stamp.author);
        writeLinks(id, entry.evidenceIds);
      });
      context.changed('chronology', before.caseId);
      return get(id);
    },

    'chronology.remove': ({ id }) => {
      const { caseId } = get(id);
      const at = context.now().toISOString();
      context.act({ action: 'entry.remove', subject: id }, () => {
        touchCase(caseId, at);
        const stamp = context.stamp();
        changeOne(
          db,
          'UPDATE entries SET removed = 1, updated_at = @at, author = @author, hlc = @hlc WHERE id = @id AND removed = 0',
          { id, at, ...stamp },
        );
        writeLinks(id, []);
      });
      context.changed('chronology', caseId);
      return {};
    },

    'chronology.draftFromEvidence': ({ itemIds }) => {
      const items = itemIds.map((id) => {
        const row = oneRow(
          db,
          itemRow,
          'SELECT id, exhibit_ref, title, best_date FROM evidence WHERE id = ?',
          id,
        );
        return {
          id: row.id,
          exhibitRef: row.exhibit_ref,
          title: row.title,
          bestDate: row.best_date === null ? null : parseJson(bestDateSchema, row.best_date),
        };
      });
      const cases = allRows(
        db,
        z.object({ case_id: z.string() }),
        `SELECT DISTINCT case_id FROM evidence WHERE id IN (${itemIds.map(() => '?').join(',')})`,
        ...itemIds,
      );
      if (cases.length !== 1) throw new HoldfastError('invalid-input');
      return draftFromItems(items, context.now().toISOString().slice(0, 10));
    },
  };
}

function matches(entry: Entry, wanted: string): boolean {
  const texts = [
    entry.title,
    entry.description,
    entry.quote,
    entry.place,
    entry.printedDate,
    ...entry.exhibits.map(({ exhibitRef }) => exhibitRef),
  ];
  return texts.some((text) => text.toLocaleLowerCase('en-GB').includes(wanted));
}
