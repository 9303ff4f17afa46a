import { z } from 'zod';
import type { chronologyMethods } from '../../../shared/contract/chronology-methods';
import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import { HoldfastError } from '../../../shared/errors';
import type { Entry } from '../../../shared/models/chronology';
import { bestDateSchema } from '../../../shared/models/evidence';
import type { VaultContext } from '../context';
import { allRows, oneRow, parseJson } from '../rows';
import { draftFromItems } from './draft';
import { readEntries } from './entry-rows';
import { bulkChange } from '../../../shared/domain/bulk-change';
import { printDate } from '../../../shared/domain/dates/print';
import { idsAt, placeOf, readPage, readSupport, summarise } from './pages';
import { readAround, readPatterns, readWeeks } from './patterns';
import { addToRegister, changeRegister, listRegister, removeFromRegister } from './register';
import {
  changeEntries,
  createEntries,
  createEntry,
  readEntry,
  readVersions,
  removeEntries,
  removeEntry,
  restoreVersion,
  updateEntry,
} from './write-entry';

type ChronologyMethods = keyof typeof chronologyMethods;

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

    'chronology.page': ({ caseId, filter, order, offset, limit }) =>
      readPage(context, caseId, filter, order, offset, limit),
    'chronology.summary': ({ caseId, filter }) => summarise(context, caseId, filter),
    'chronology.ids': ({ caseId, filter, order, indexes }) => ({
      ids: idsAt(context, caseId, filter, order, indexes),
    }),
    'chronology.find': ({ caseId, filter, order, id }) => ({
      offset: placeOf(context, caseId, filter, order, id),
    }),
    'chronology.weeks': ({ caseId, filter }) => readWeeks(context, caseId, filter),
    'chronology.patterns': ({ caseId, filter }) => readPatterns(context, caseId, filter),
    'chronology.around': ({ caseId, filter, trigger }) => readAround(context, caseId, filter, trigger),
    'chronology.support': ({ caseId }) => readSupport(context, caseId),

    'chronology.createMany': ({ caseId, entries }) => ({ ids: [...createEntries(context, caseId, entries)] }),
    'chronology.change': ({ caseId, ids, change }) => ({
      changed: changeEntries(context, caseId, ids, (entry) => bulkChange(entry, change)),
    }),
    'chronology.removeMany': ({ caseId, ids }) => {
      removeEntries(context, caseId, ids);
      return {};
    },
    'chronology.history': ({ id }) => {
      const { removed, versions } = readVersions(context, id);
      return {
        removed,
        versions: versions.map((each) => ({
          ...each,
          printedDate: printDate(each.entry.edtf, each.entry.time),
        })),
      };
    },
    'chronology.restore': ({ id, version }) => restoreVersion(context, id, version),

    'register.list': ({ caseId }) => listRegister(context, caseId),
    'register.create': ({ caseId, kind, ...body }) => addToRegister(context, caseId, kind, body),
    'register.update': ({ id, ...body }) => changeRegister(context, id, body),
    'register.remove': ({ id }) => {
      removeFromRegister(context, id);
      return {};
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
