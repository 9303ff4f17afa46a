import * as z from 'zod';
import { ukDay } from '../../../shared/domain/dates/standing';
import type { chronologyMethods } from '../../../shared/contract/chronology-methods';
import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import { HoldfastError } from '../../../shared/errors';
import { bestDateSchema } from '../../../shared/models/evidence';
import type { VaultContext } from '../../vault/api';
import { allRows, oneRow, parseJson } from '../../vault/rows/rows';
import { draftFromItems } from './draft';
import { bulkChange } from '../../../shared/domain/bulk-change';
import { printDate } from '../../../shared/domain/dates/print';
import { idsAt, placeOf, readPage, readSupport, summarise } from './pages';
import { readAround, readPatterns, readWeeks } from './patterns';
import { exportChronology } from './export';
import { takeInPortable } from './portable';
import { takeTable } from './take-table';
import { addToRegister, changeRegister, listRegister, removeFromRegister } from './register';
import { keepExportChoice, readExportChoices } from '../leaving/export-choices';
import { addView, changeView, listViews, removeView } from './views';
import {
  bringBack,
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

/** Pages of entries, what they add up to, and what they stand on. */
function readingHandlers(context: VaultContext) {
  return {
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
  } satisfies Partial<VaultHandlers>;
}

/** Entries one at a time and many at once, with their versions. */
function entryHandlers(context: VaultContext) {
  return {
    'chronology.get': ({ id }) => readEntry(context, id),
    'chronology.create': ({ caseId, ...entry }) => createEntry(context, caseId, entry),
    'chronology.update': ({ id, version, ...entry }) => updateEntry(context, id, version, entry),
    'chronology.remove': ({ id }) => {
      removeEntry(context, id);
      return {};
    },
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
    'chronology.bringBack': ({ caseId, ids }) => {
      bringBack(context, caseId, ids);
      return {};
    },
    'chronology.restore': ({ id, version }) => restoreVersion(context, id, version),
  } satisfies Partial<VaultHandlers>;
}

/** Views kept under a name, and what was chosen for whom. */
function viewHandlers(context: VaultContext) {
  return {
    'views.list': ({ caseId }) => listViews(context, caseId),
    'views.create': ({ caseId, name, body }) => addView(context, caseId, name, body),
    'views.update': ({ id, name, body }) => changeView(context, id, name, body),
    'views.choices': ({ caseId }) => readExportChoices(context, caseId),
    'views.keepChoice': ({ caseId, choice }) => {
      keepExportChoice(context, caseId, choice);
      return {};
    },
    'views.remove': ({ id }) => {
      removeView(context, id);
      return {};
    },
  } satisfies Partial<VaultHandlers>;
}

/** Entries as files: writing them, and taking them in. */
function tableHandlers(context: VaultContext) {
  return {
    'chronology.export': ({ caseId, view, format, withCharts, target }) =>
      exportChronology(context, caseId, view, { format, withCharts }, context.pathOf(target)),
    'chronology.readTable': async (input) => {
      const given = 'text' in input ? { text: input.text } : { path: context.pathOf(input.source) };
      const taken = await takeTable(context, given);
      return taken.kind === 'table'
        ? taken
        : {
            kind: 'full',
            entries: taken.entries.length,
            register: taken.register.length,
            unused: taken.unused,
          };
    },
    'chronology.importFull': async ({ caseId, source }) => {
      const full = await takeTable(context, { path: context.pathOf(source) });
      if (full.kind !== 'full' || full.entries.length === 0) throw new HoldfastError('invalid-input');
      const { ids, missing } = takeInPortable(context, caseId, full.entries, full.register);
      return { entries: ids.length, missing: [...missing] };
    },
  } satisfies Partial<VaultHandlers>;
}

/** People, places and orders. */
function registerHandlers(context: VaultContext) {
  return {
    'register.list': ({ caseId }) => listRegister(context, caseId),
    'register.create': ({ caseId, kind, ...body }) => addToRegister(context, caseId, kind, body),
    'register.update': ({ id, ...body }) => changeRegister(context, id, body),
    'register.remove': ({ id }) => {
      removeFromRegister(context, id);
      return {};
    },
  } satisfies Partial<VaultHandlers>;
}

/** Chronology entries. Every version is kept; a removed entry leaves its versions and an audit entry without content. */
export function chronologyHandlers(context: VaultContext): Pick<VaultHandlers, ChronologyMethods> {
  const { db } = context;

  return {
    ...readingHandlers(context),
    ...entryHandlers(context),
    ...viewHandlers(context),
    ...tableHandlers(context),
    ...registerHandlers(context),

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
      return draftFromItems(items, ukDay(context.now()));
    },
  };
}
