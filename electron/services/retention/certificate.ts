import * as z from 'zod';
import { HoldfastError } from '../../../shared/errors';
import { counted } from '../../../shared/domain/counts';
import { printUkMoment } from '../../../shared/domain/dates/uk-moment';
import type { Erasure } from '../../../shared/models/retention';
import type { VaultContext } from '../../vault/api';
import { requireSetting } from '../../vault/settings';
import { allRows } from '../../vault/rows/rows';
import { documentOf, flowing } from '../print/document';
import { html } from '../print/html';
import { printTo } from '../print/print-to';

const row = z.object({
  seq: z.int(),
  at: z.string(),
  author: z.string(),
  action: z.string(),
  detail: z.string(),
  hash: z.string(),
});
const number = z.int().catch(0);
const counts = z.object({ items: number, entries: number, bundles: number, files: number });

/** Every erasure of a case or an exhibit, the newest first, from the record of acts. */
export function listErasures({ db }: Pick<VaultContext, 'db'>): Erasure[] {
  return allRows(
    db,
    row,
    "SELECT seq, at, author, action, detail, hash FROM audit WHERE action IN ('erase.case', 'erase.item') ORDER BY seq DESC",
  ).map(({ detail, action, ...act }) => ({
    ...act,
    ...counts.parse(JSON.parse(detail)),
    what: action === 'erase.case' ? 'case' : 'item',
  }));
}

const style = `${flowing}
h1{border-top:4pt solid #0e5a63;padding-top:10pt}
td{font-size:10.5pt}.sum{font-size:8pt}
.sign{display:flex;gap:10pt;margin-top:34pt;align-items:flex-end}
.sign i{flex:1;border-bottom:.8pt solid #111}`;

/** A paper that says what was erased by numbers, when and by whom, and nothing of what it was. */
export function certificateOfErasure(erasure: Erasure, office: string): string {
  const { what, at, author, items, entries, bundles, files, seq, hash } = erasure;
  const rows: readonly (readonly [string, string])[] = [
    [
      'Erased',
      what === 'case' ? 'a case, with all that belonged to it' : 'an exhibit, with all that was made from it',
    ],
    ['When', printUkMoment(at)],
    ['By', author],
    ['Office', office],
    ['Exhibits and documents', String(items)],
    ['Entries of the chronology', String(entries)],
    ['Bundles', String(bundles)],
    ['Stored files', String(files)],
    ['Number in the record of acts', String(seq)],
    ['Fingerprint of the act (SHA-256)', hash],
  ];
  return documentOf(
    style,
    html`<h1>Certificate of erasure</h1>
      <table>
        <tbody>
          ${rows.map(
            ([name, value]) =>
              html`<tr>
                <th scope="row">${name}</th>
                <td dir="auto">${value}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      <p>
        Rows and keys were taken out of the vault in one act, and the sealed files removed. Holdfast cannot
        read any of it again. The record of acts keeps ${counted(1, 'line', 'lines')}: these numbers, without
        content.
      </p>
      <p>
        Not reached by this: backups made before, until the next good backup to each place; packages, bundles
        and copies given out before; old pages on a solid-state disk, which an expert with a passphrase could
        find for some time.
      </p>
      <p class="sign">Signed <i></i> Date <i></i></p>`,
  );
}

/** Writes the certificate of an erasure to a path outside the vault. Throws `not-found`. */
export async function writeCertificate(
  context: VaultContext,
  seq: number,
  path: string,
): Promise<{ pages: number; bytes: number; sha256: string }> {
  const erasure = listErasures(context).find((each) => each.seq === seq);
  if (erasure === undefined) throw new HoldfastError('not-found');
  const office = requireSetting(context.db, 'office.name');
  const written = await printTo(
    context,
    certificateOfErasure(erasure, office),
    'Certificate of erasure',
    path,
  );
  context.act({ action: 'erasure.print', subject: null, detail: { seq } }, () => undefined);
  return { ...written };
}
