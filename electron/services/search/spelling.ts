import { wantedOf, wordsOf } from '../../../shared/domain/text/search';
import { nearWords, slipsIn } from '../../../shared/domain/text/near-words';
import { entriesRevision } from '../chronology/revision';
import type { VaultContext } from '../../vault/api';

type Db = Pick<VaultContext, 'db'>['db'];

/** Indexes whose words are known as a whole; those of messages are too many to go through while somebody types. */
const indexes = ['entry_index', 'text_index', 'record_index'] as const;

const ready = new WeakSet<object>();

/** Lists of the words of an index, in memory only: what a vault holds is never written to a table that is not encrypted. */
function openLists(db: Db): void {
  if (ready.has(db)) return;
  for (const index of indexes)
    db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.${index}_words USING fts5vocab(main, ${index}, row)`);
  ready.add(db);
}

/**
 * What was typed with its unknown words put right by words of the case, or null where none is near. Words that stand in a
 * text of the case, or begin one, stay as they are; so do those in quotes. What other cases say changes nothing: a slip that
 * somebody made there too is still one here, and a word that is near but theirs leads nowhere.
 */
export function putRight(context: Pick<VaultContext, 'db'>, caseId: string, typed: string): string | null {
  const { db } = context;
  openLists(db);
  const parts = wantedOf(typed).map(({ text, isPhrase }) => {
    if (isPhrase) return { text: `"${text}"`, isChanged: false };
    const words = wordsOf(text).map((word) => {
      const near = slipsIn(word) === 0 || isKnown(db, caseId, `"${word}"*`) ? null : nearest(word);
      return { text: near ?? word, isChanged: near !== null };
    });
    return {
      text: words.map((word) => word.text).join(' '),
      isChanged: words.some((word) => word.isChanged),
    };
  });
  return parts.some(({ isChanged }) => isChanged) ? parts.map(({ text }) => text).join(' ') : null;

  /** The nearest that the case knows; the index is asked about one after the other until there is one. */
  function nearest(word: string): string | null {
    return nearWords(word, wordsLike(context, word)).find((near) => isKnown(db, caseId, `"${near}"`)) ?? null;
  }
}

/** The first row of the case that an index has for a query. */
const known = {
  entry_index: `SELECT 1 FROM entry_index i CROSS JOIN entry_rows r ON r.id = i.rowid
    WHERE entry_index MATCH ? AND r.case_id = ? LIMIT 1`,
  text_index: `SELECT 1 FROM text_index i CROSS JOIN text_pages p ON p.id = i.rowid JOIN evidence e ON e.id = p.item_id
    WHERE text_index MATCH ? AND e.case_id = ? LIMIT 1`,
  record_index: `SELECT 1 FROM record_index i CROSS JOIN records r ON r.number = i.rowid
    WHERE record_index MATCH ? AND r.case_id = ? LIMIT 1`,
} as const;

function isKnown(db: Db, caseId: string, query: string): boolean {
  return indexes.some((index) => db.prepare(known[index]).pluck().get(query, caseId) !== undefined);
}

/** Words of an index by their length, read once and kept until entries, texts or other records have changed. */
const lists = new WeakMap<
  object,
  { readonly key: string; readonly words: ReadonlyMap<number, readonly string[]> }
>();

function allWords(context: Pick<VaultContext, 'db'>): ReadonlyMap<number, readonly string[]> {
  const { db } = context;
  const texts = String(db.prepare('SELECT count(*) FROM text_pages').pluck().get());
  // Versions only ever grow, but for erasure, which brings no new words.
  const versions = String(db.prepare('SELECT max(rowid) FROM record_versions').pluck().get());
  const key = `${entriesRevision(context)} ${texts} ${versions}`;
  const found = lists.get(db);
  if (found?.key === key) return found.words;
  const words = new Map<number, string[]>();
  for (const index of indexes)
    for (const term of db.prepare(`SELECT term FROM temp.${index}_words`).pluck().all() as string[]) {
      const list = words.get(term.length) ?? [];
      list.push(term);
      words.set(term.length, list);
    }
  lists.set(db, { key, words });
  return words;
}

/** Words of about the same length. */
function* wordsLike(context: Pick<VaultContext, 'db'>, word: string): Generator<string> {
  const words = allWords(context);
  const most = slipsIn(word);
  for (let length = word.length - most; length <= word.length + most; length += 1)
    yield* words.get(length) ?? [];
}
