import type { Database } from 'better-sqlite3';
import type { Seeded } from './seeded';

/** Letters that no number in base 16 is written with, nor any word of the app: what is planted is found nowhere by chance. */
const letters = 'ghjkmnpqrstvwxyz';
const planted = /zq[ghjkmnpqrstvwxyz]{8}/gu;
/** As long as every planted word: the shortest text that a field of words may hold. */
export const plantedLength = 10;

/** Words that are each given once. */
export function planter(random: Seeded): () => string {
  const given = new Set<string>();
  return () => {
    for (;;) {
      const word = `zq${Array.from({ length: plantedLength - 2 }, () => letters.charAt(random.below(letters.length))).join('')}`;
      if (given.has(word)) continue;
      given.add(word);
      return word;
    }
  };
}

/** Planted words in a text, or in anything as JSON. */
export function wordsIn(content: unknown): ReadonlySet<string> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return new Set(text.match(planted) ?? []);
}

const asText = (value: unknown): string =>
  value instanceof Buffer ? value.toString('latin1') : typeof value === 'string' ? value : '';

/** Planted words in every table of a vault, what its indexes of words know among them, each with the tables it stands in. */
export function wordsInTables(db: Database): ReadonlyMap<string, ReadonlySet<string>> {
  const names = (sql: string): readonly string[] => db.prepare(sql).pluck().all() as string[];
  const found = new Map<string, Set<string>>();
  const note = (word: string, table: string): void => {
    found.set(word, (found.get(word) ?? new Set()).add(table));
  };
  const isIndex = "sql LIKE 'CREATE VIRTUAL TABLE%'";
  for (const table of names(`SELECT name FROM sqlite_master WHERE type = 'table' AND NOT (${isIndex})`))
    for (const row of db.prepare(`SELECT * FROM "${table}"`).raw().iterate() as Iterable<unknown[]>)
      for (const word of wordsIn(row.map(asText).join(' '))) note(word, table);
  // In the tables behind an index words stand shortened by the beginning of the one before.
  for (const index of names(`SELECT name FROM sqlite_master WHERE type = 'table' AND ${isIndex}`)) {
    db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.planted_${index} USING fts5vocab(main, ${index}, row)`);
    for (const term of names(`SELECT term FROM temp.planted_${index}`))
      for (const word of wordsIn(term)) note(word, index);
  }
  return found;
}
