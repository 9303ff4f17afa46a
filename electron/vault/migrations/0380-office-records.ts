import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { jsonBody } from './json-body';
import { keepStates } from '../records/earlier-states';
import { allRows } from '../rows/rows';

const text = z.string();
const officeRow = z.object({
  ...{
    id: text,
    name: text,
    recipient: text,
    signing_key: text,
    signature: text,
    made: text,
    standing: text,
  },
  ...{ added_at: text, added_by: text, compared_at: text.nullable(), compared_by: text.nullable() },
  ...{ office: text, author: text, hlc: text },
});
const mappingRow = z.object({ id: text, name: text, header: text, body: text, at: text });

/** The address book, and columns that were kept for the next table, become records of the office itself. */
export function migrate(db: Database): void {
  keepStates(
    db,
    allRows(db, officeRow, 'SELECT * FROM partner_offices ORDER BY id').map(
      ({ id, office, author, hlc, added_at: addedAt, added_by: addedBy, ...row }) => ({
        ...{ id, office, author, hlc, caseId: null, kind: 'partner-office', removed: false },
        body: {
          ...{ name: row.name, made: row.made, recipient: row.recipient, signingKey: row.signing_key },
          ...{ signature: row.signature, standing: row.standing, addedAt, addedBy },
          compared:
            row.compared_at === null || row.compared_by === null
              ? null
              : { at: row.compared_at, by: row.compared_by },
        },
        createdAt: addedAt,
        // When its standing changed, only its clock says.
        writtenAt: null,
      }),
    ),
  );
  const own: unknown = db.prepare("SELECT value FROM settings WHERE name = 'office.id'").pluck().get();
  const office = typeof own === 'string' ? own : '';
  keepStates(
    db,
    allRows(db, mappingRow, 'SELECT * FROM csv_mappings ORDER BY id').map(
      ({ id, name, header, body, at }) => ({
        // By whom they were kept was never written down.
        ...{ id, office, author: '', hlc: '', caseId: null, kind: 'column-mapping', removed: false },
        body: { name, header, mapping: jsonBody(body) },
        ...{ createdAt: at, writtenAt: at },
      }),
    ),
  );
}
