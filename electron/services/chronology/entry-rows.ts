import * as z from 'zod';
import { dateBounds } from '../../../shared/domain/dates/bounds';
import { printDate } from '../../../shared/domain/dates/print';
import { linkRoles, newEntrySchema } from '../../../shared/models/chronology';
import type { Entry, NewEntry } from '../../../shared/models/chronology';
import { registerBodySchema, registerKindSchema } from '../../../shared/models/register';
import type { VaultContext } from '../../vault/api';
import { noTally, readMessageLinks, tallyEntries } from '../messages/links';
import { allRows, parseJson } from '../../vault/rows/rows';

/** What `entries.body` holds: an entry without its evidence and messages, which have tables of their own. */
export const bodySchema = newEntrySchema.omit({ evidenceIds: true, messageKeys: true, links: true });

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

const namedRow = z.object({
  entry_id: z.string(),
  id: z.string(),
  kind: registerKindSchema,
  body: z.string(),
  role: z.enum(linkRoles),
});

/** Which entries are meant: all of a case, one, or some by the numbers of their narrow rows. */
export type Which =
  { readonly caseId: string } | { readonly id: string } | { readonly rowIds: readonly number[] };

/** A table `wanted (id)` of entries, for the statements below, and what it is made of. */
export function wantedEntries(which: Which): { readonly sql: string; readonly value: string } {
  if ('id' in which) return { sql: 'wanted (id) AS (VALUES (@value))', value: which.id };
  return 'caseId' in which
    ? {
        sql: 'wanted (id) AS MATERIALIZED (SELECT id FROM entries WHERE case_id = @value AND removed = 0)',
        value: which.caseId,
      }
    : {
        sql: 'wanted (id) AS MATERIALIZED (SELECT entry_id FROM json_each(@value) j JOIN entry_rows r ON r.id = j.value)',
        value: JSON.stringify(which.rowIds),
      };
}

type Wanted = ReturnType<typeof wantedEntries>;

/** The exhibits that entries cite, in their order, by the entry. A document bears no reference: it is cited by its title. */
function readCited({ db }: Pick<VaultContext, 'db'>, wanted: Wanted): ReadonlyMap<string, Entry['exhibits']> {
  const exhibits = new Map<string, Entry['exhibits'][number][]>();
  for (const { entry_id, exhibit_ref, ...item } of allRows(
    db,
    linkRow,
    `WITH ${wanted.sql} SELECT l.entry_id, e.id, CASE WHEN e.document IS NULL THEN e.exhibit_ref ELSE e.title END AS exhibit_ref, e.title
     FROM wanted w
     JOIN entry_evidence l ON l.entry_id = w.id JOIN evidence e ON e.id = l.item_id ORDER BY l.entry_id, l.position`,
    { value: wanted.value },
  )) {
    const list = exhibits.get(entry_id) ?? [];
    list.push({ ...item, exhibitRef: exhibit_ref });
    exhibits.set(entry_id, list);
  }
  return exhibits;
}

/** The people, places and orders that entries are linked to, in their order, by the entry. */
function readNamed({ db }: Pick<VaultContext, 'db'>, wanted: Wanted): ReadonlyMap<string, Entry['named']> {
  const named = new Map<string, Entry['named'][number][]>();
  for (const { entry_id, body, ...link } of allRows(
    db,
    namedRow,
    `WITH ${wanted.sql} SELECT l.entry_id, g.id, g.kind, g.body, l.role FROM wanted w
     JOIN entry_register l ON l.entry_id = w.id JOIN register g ON g.id = l.register_id ORDER BY l.entry_id, l.position`,
    { value: wanted.value },
  )) {
    const list = named.get(entry_id) ?? [];
    list.push({ ...link, name: parseJson(registerBodySchema, body).name });
    named.set(entry_id, list);
  }
  return named;
}

/** Entries in date order; removed ones are left out. */
export function readEntries({ db }: Pick<VaultContext, 'db'>, which: Which): readonly Entry[] {
  const wanted = wantedEntries(which);
  const rows = allRows(
    db,
    entryRow,
    `WITH ${wanted.sql} SELECT n.id, n.case_id, n.version, n.body, n.created_at, n.updated_at
     FROM wanted w JOIN entries n ON n.id = w.id WHERE n.removed = 0 ORDER BY n.earliest, n.latest, n.id`,
    { value: wanted.value },
  );
  const exhibits = readCited({ db }, wanted);
  const named = readNamed({ db }, wanted);
  const messages = readMessageLinks({ db }, wanted);
  const tallies = tallyEntries({ db }, wanted);
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
      links: (named.get(row.id) ?? []).map(({ id, role }) => ({ id, role })),
      named: named.get(row.id) ?? [],
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

/** How many entries the chronology of a case has. */
export function countEntries({ db }: Pick<VaultContext, 'db'>, caseId: string): number {
  return Number(
    db.prepare('SELECT count(*) FROM entries WHERE case_id = ? AND removed = 0').pluck().get(caseId),
  );
}
