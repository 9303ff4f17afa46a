import { z } from 'zod';
import { dateBounds } from '../../../shared/domain/dates/bounds';
import { printDate } from '../../../shared/domain/dates/print';
import { newEntrySchema } from '../../../shared/models/chronology';
import type { Entry, NewEntry } from '../../../shared/models/chronology';
import type { VaultContext } from '../context';
import { noTally, readMessageLinks, tallyEntries } from '../messages/links';
import { allRows, parseJson } from '../rows';

/** What `entries.body` holds: an entry without its evidence and messages, which have tables of their own. */
export const bodySchema = newEntrySchema.omit({ evidenceIds: true, messageKeys: true });

const entryRow = z.object({
  id: z.string(),
  case_id: z.string(),
  version: z.int(),
  body: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
});
const linkRow = z.object({
  entry_id: z.string(),
  id: z.string(),
  exhibit_ref: z.string(),
  title: z.string(),
});

/** Entries of a case, or one entry, in date order; removed ones are left out. */
export function readEntries(
  { db }: Pick<VaultContext, 'db'>,
  where: { readonly caseId: string } | { readonly id: string },
): readonly Entry[] {
  const [column, value] = 'id' in where ? (['id', where.id] as const) : (['case_id', where.caseId] as const);
  const rows = allRows(
    db,
    entryRow,
    `SELECT id, case_id, version, body, created_at, updated_at FROM entries
     WHERE ${column} = ? AND removed = 0 ORDER BY earliest, latest, id`,
    value,
  );
  const links = allRows(
    db,
    linkRow,
    `SELECT l.entry_id, e.id, e.exhibit_ref, e.title FROM entry_evidence l
     JOIN evidence e ON e.id = l.item_id JOIN entries n ON n.id = l.entry_id
     WHERE n.${column} = ? ORDER BY l.entry_id, l.position`,
    value,
  );
  const exhibits = new Map<string, Entry['exhibits'][number][]>();
  for (const { entry_id, exhibit_ref, ...item } of links) {
    const list = exhibits.get(entry_id) ?? [];
    list.push({ ...item, exhibitRef: exhibit_ref });
    exhibits.set(entry_id, list);
  }
  const messages = readMessageLinks({ db }, { column, value });
  const tallies = tallyEntries({ db }, { column, value });
  return rows.map((row) => {
    const tally = tallies.get(row.id) ?? noTally;
    const body = parseJson(bodySchema, row.body);
    const cited = exhibits.get(row.id) ?? [];
    const { earliest, latest, approximate } = dateBounds(body.edtf, body.time);
    return {
      ...body,
      id: row.id,
      caseId: row.case_id,
      evidenceIds: cited.map(({ id }) => id),
      exhibits: cited,
      messageKeys: messages.get(row.id) ?? [],
      messageCount: tally.count,
      messageText: tally.text,
      printedDate: printDate(body.edtf, body.time),
      earliest,
      latest,
      approximate,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      version: row.version,
    };
  });
}

/** The parts of an entry that its row holds. */
export function bodyOf(entry: NewEntry): string {
  return JSON.stringify(bodySchema.parse(entry));
}
