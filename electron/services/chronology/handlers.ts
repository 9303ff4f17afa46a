import { z } from 'zod';
import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import { HoldfastError } from '../../../shared/errors';
import type { Entry } from '../../../shared/models/chronology';
import { bestDateSchema } from '../../../shared/models/evidence';
import type { VaultContext } from '../context';
import { allRows, oneRow, parseJson } from '../rows';
import { draftFromItems } from './draft';
import { readEntries } from './entry-rows';
import { createEntry, readEntry, removeEntry, updateEntry } from './write-entry';

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

  return {
    'chronology.list': ({ caseId, search, order }) => {
      const wanted = search.trim().toLocaleLowerCase('en-GB');
      const entries = readEntries(context, { caseId }).filter(
        (entry) => wanted === '' || matches(entry, wanted),
      );
      return order === 'newest' ? entries.reverse() : entries;
    },

    'chronology.get': ({ id }) => readEntry(context, id),
    'chronology.create': ({ caseId, ...entry }) => createEntry(context, caseId, entry),
    'chronology.update': ({ id, version, ...entry }) => updateEntry(context, id, version, entry),
    'chronology.remove': ({ id }) => {
      removeEntry(context, id);
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
    entry.messageText,
    ...entry.exhibits.map(({ exhibitRef }) => exhibitRef),
  ];
  return texts.some((text) => text.toLocaleLowerCase('en-GB').includes(wanted));
}
