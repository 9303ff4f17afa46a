import * as z from 'zod';
import { indexQuery, snippetOf, wantedOf } from '../../../shared/domain/text/search';
import { wantedWords } from '../../../shared/domain/text/searchable';
import { printDate } from '../../../shared/domain/dates/print';
import type { SearchHit, SearchResult } from '../../../shared/models/search';
import { readEntries } from '../chronology/entry-rows';
import type { VaultContext } from '../../vault/api';
import { findInText } from '../items/find-in-text';
import { allRows } from '../../vault/rows/rows';
import { findRecords } from './records';
import { putRight } from './spelling';

type Db = Pick<VaultContext, 'db'>;

const noRecord = { record: null, itemId: null } as const;

/** Listed of each kind, and of each kind of record. */
const mostOfKind = 6;

/**
 * Everything of a case that holds what was typed: its entries, exhibits by name and by the text in them, records of every kind
 * that is found by its words, messages and calls. Where nothing does, words that nobody wrote in this case are taken for slips of the finger.
 * What no index can look for is told: that nothing was found would be no answer.
 */
export function searchEverything(context: Db, caseId: string, typed: string): SearchResult {
  const wanted = wantedWords(typed);
  const notLookedFor = wanted.kind === 'unreadable' ? [...wanted.parts] : [];
  const found = search(context, caseId, typed);
  if (found.hits.length > 0) return { ...found, instead: null, notLookedFor };
  const instead = putRight(context, caseId, typed);
  if (instead === null) return { ...found, instead: null, notLookedFor };
  const second = search(context, caseId, instead);
  return second.hits.length === 0
    ? { ...found, instead: null, notLookedFor }
    : { ...second, instead, notLookedFor };
}

function search(context: Db, caseId: string, typed: string): Omit<SearchResult, 'instead' | 'notLookedFor'> {
  const query = indexQuery(typed);
  const parts = [
    query === null ? [] : entries(context, caseId, typed, query),
    exhibits(context, caseId, typed),
    ...(query === null ? [] : findRecords(context, caseId, { typed, query }, mostOfKind + 1)),
    query === null ? [] : messages(context, caseId, typed, query),
  ];
  return {
    hits: parts.flatMap((hits) => hits.slice(0, mostOfKind)),
    more: parts.flatMap((hits) => (hits.length > mostOfKind && hits[0] !== undefined ? [hits[0].kind] : [])),
  };
}

/**
 * The first found of a case. The index reads on past the rows of other cases until there are enough: however many of them
 * hold the same word, none of this case is missed. The order of the tables is set, because from the other end every row
 * of the case would be asked for.
 */
function entries(context: Db, caseId: string, typed: string, query: string): SearchHit[] {
  const rowIds = context.db
    .prepare(
      `SELECT r.id FROM entry_index i CROSS JOIN entry_rows r ON r.id = i.rowid
       WHERE entry_index MATCH ? AND r.case_id = ? LIMIT ?`,
    )
    .pluck()
    .all(query, caseId, mostOfKind + 1) as number[];
  if (rowIds.length === 0) return [];
  return readEntries(context, { rowIds }).map((entry): SearchHit => {
    const text = [entry.title, entry.description, entry.quote, entry.comment, entry.place, entry.effect]
      .filter((part) => part !== '')
      .join(' · ');
    return {
      ...{ kind: 'entry', id: entry.id, position: null, ...noRecord },
      title: entry.title,
      detail: entry.printedDate,
      snippet: [...snippetOf(text, typed)],
    };
  });
}

const itemRow = z.object({
  id: z.string(),
  exhibit_ref: z.string(),
  title: z.string(),
  file_name: z.string(),
});

function exhibits(context: Db, caseId: string, typed: string): SearchHit[] {
  const inText = findInText(context, caseId, typed);
  const words = wantedOf(typed).map(({ text }) => `%${text.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`);
  if (words.length === 0) return [];
  // Every word somewhere in its references, title or file name.
  const like = words
    .map(
      () =>
        String.raw`(exhibit_ref || ' ' || former_refs || ' ' || police_ref || ' ' || title || ' ' || file_name) LIKE ? ESCAPE '\'`,
    )
    .join(' AND ');
  const byName = allRows(
    context.db,
    itemRow,
    `SELECT id, exhibit_ref, title, file_name FROM evidence WHERE case_id = ? AND ${like} ORDER BY exhibit_number LIMIT ?`,
    caseId,
    ...words,
    mostOfKind + 1,
  );
  const named = new Set(byName.map(({ id }) => id));
  const others = [...inText.keys()].filter((id) => !named.has(id)).slice(0, mostOfKind + 1);
  const byText = allRows(
    context.db,
    itemRow,
    'SELECT id, exhibit_ref, title, file_name FROM evidence WHERE id IN (SELECT value FROM json_each(?)) ORDER BY exhibit_number',
    JSON.stringify(others),
  );
  return [...byName, ...byText].map((item): SearchHit => {
    const text = inText.get(item.id);
    return {
      ...{ kind: 'exhibit', id: item.id, position: null, ...noRecord },
      title: `${item.exhibit_ref} ${item.title}`,
      detail: text === undefined ? item.file_name : `${item.file_name}, page ${text.page}`,
      snippet: text === undefined ? [] : [...text.snippet],
    };
  });
}

const numberRow = z.object({ number: z.int(), item_id: z.string(), exhibit_ref: z.string() });
const messageRow = z.object({
  position: z.int(),
  body: z.string(),
  sender: z.string(),
  local: z.string().nullable(),
});

/**
 * Places in one export; a number of the index holds which export and which place in it. Given as a whole number and not as
 * a fraction: only then does the index go straight to them, and not through the same words of every other export.
 */
const span = 2n ** 32n;

function messages(context: Db, caseId: string, typed: string, query: string): SearchHit[] {
  const exports = allRows(
    context.db,
    numberRow,
    `SELECT n.number, n.item_id, e.exhibit_ref FROM message_numbers n JOIN evidence e ON e.id = n.item_id
     WHERE e.case_id = ? ORDER BY e.exhibit_number`,
    caseId,
  );
  const hits: SearchHit[] = [];
  const ids = context.db
    .prepare('SELECT rowid FROM message_index WHERE message_index MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?')
    .pluck();
  for (const { number, item_id, exhibit_ref } of exports) {
    if (hits.length > mostOfKind) break;
    const first = BigInt(number) * span;
    const found = ids.all(query, first, first + span - 1n, mostOfKind + 1 - hits.length) as number[];
    for (const { position, body, sender, local } of allRows(
      context.db,
      messageRow,
      'SELECT position, body, sender, local FROM messages WHERE item_id = ? AND position IN (SELECT value FROM json_each(?)) ORDER BY position',
      item_id,
      JSON.stringify(found.map((id) => id - Number(first))),
    )) {
      const when =
        local === null
          ? 'time not known'
          : printDate(local.slice(0, 10), { from: local.slice(11, 16), to: null, precision: 'minute' });
      hits.push({
        ...{ kind: 'message', id: item_id, position, ...noRecord },
        title: sender === '' ? exhibit_ref : `${exhibit_ref}, ${sender}`,
        detail: when,
        snippet: [...snippetOf(body, typed)],
      });
    }
  }
  return hits;
}
