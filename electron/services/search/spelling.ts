import { wantedOf, wordsOf } from '../../../shared/domain/text/search';
import { nearestWord, slipsIn } from '../../../shared/domain/text/near-words';
import { entriesRevision } from '../chronology/revision';
import type { VaultContext } from '../context';

type Db = Pick<VaultContext, 'db'>['db'];

/** Indexes whose words are known as a whole; those of messages are too many to go through while somebody types. */
const indexes = ['entry_index', 'text_index'] as const;

const ready = new WeakSet<object>();

/** Lists of the words of an index, in memory only: what a vault holds is never written to a table that is not encrypted. */
function openLists(db: Db): void {
  if (ready.has(db)) return;
  for (const index of indexes)
    db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.${index}_words USING fts5vocab(main, ${index}, row)`);
  ready.add(db);
}

/**
 * What was typed with its unknown words put right, or null where nothing near is known. Words that stand in some text, or
 * begin one, stay as they are; so do those in quotes.
 */
export function putRight(context: Pick<VaultContext, 'db'>, typed: string): string | null {
  const { db } = context;
  openLists(db);
  const parts = wantedOf(typed).map(({ text, isPhrase }) => {
    if (isPhrase) return { text: `"${text}"`, isChanged: false };
    const words = wordsOf(text).map((word) => {
      const near =
        slipsIn(word) === 0 || isKnown(db, word) ? null : nearestWord(word, wordsLike(context, word));
      return { text: near ?? word, isChanged: near !== null };
    });
    return {
      text: words.map((word) => word.text).join(' '),
      isChanged: words.some((word) => word.isChanged),
    };
  });
  return parts.some(({ isChanged }) => isChanged) ? parts.map(({ text }) => text).join(' ') : null;
}

function isKnown(db: Db, word: string): boolean {
  return indexes.some(
    (index) =>
      db
        .prepare(`SELECT 1 FROM temp.${index}_words WHERE term >= ? AND term < ? LIMIT 1`)
        .pluck()
        .get(word, `${word}\u{10FFFF}`) !== undefined,
  );
}

/** Words of an index by their length, read once and kept until entries or texts have changed. */
const known = new WeakMap<
  object,
  { readonly key: string; readonly words: ReadonlyMap<number, readonly string[]> }
>();

function allWords(context: Pick<VaultContext, 'db'>): ReadonlyMap<number, readonly string[]> {
  const { db } = context;
  const texts = String(db.prepare('SELECT count(*) FROM text_pages').pluck().get());
  const key = `${entriesRevision(context)} ${texts}`;
  const found = known.get(db);
  if (found?.key === key) return found.words;
  const words = new Map<number, string[]>();
  for (const index of indexes)
    for (const term of db.prepare(`SELECT term FROM temp.${index}_words`).pluck().all() as string[]) {
      const list = words.get(term.length) ?? [];
      list.push(term);
      words.set(term.length, list);
    }
  known.set(db, { key, words });
  return words;
}

/** Words of about the same length. */
function* wordsLike(context: Pick<VaultContext, 'db'>, word: string): Generator<string> {
  const words = allWords(context);
  const most = slipsIn(word);
  for (let length = word.length - most; length <= word.length + most; length += 1)
    yield* words.get(length) ?? [];
}
