import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import type { EvidenceItem } from '../../shared/models/evidence';
import { readHandovers } from '../services/continuity/rows';
import { readSaidVersions } from '../services/provenance/rows';
import { allRows } from '../vault/rows/rows';
import { readMessages } from '../services/transfer/row-files/read-rows';
import type { MessageLine } from '../services/transfer/row-files/lines';
import { fileRow } from '../vault/check/files';
import type { Writer } from './writer';

const pageRow = z.object({ text: z.string() });
const redactionRow = z.object({ version: z.int(), mime: z.string(), ...fileRow.shape });

/**
 * Writes what is known about one exhibit beside it, under its own name: its text, its messages, where it came from and
 * through whose hands it went, its redacted copies. Gives the names of those that could not be read.
 */
export async function writeAbout(
  db: Database,
  writer: Writer,
  folder: string,
  item: EvidenceItem,
  exhibitName: string,
): Promise<readonly string[]> {
  const name = exhibitName.replace(/\.[A-Za-z0-9]{1,8}$/, '');
  const pages = allRows(
    db,
    pageRow,
    `SELECT coalesce(c.text, t.text) AS text
     FROM text_pages t LEFT JOIN text_corrections c ON c.item_id = t.item_id AND c.page = t.page
     WHERE t.item_id = ? ORDER BY t.page`,
    item.id,
  );
  if (pages.length > 0)
    await writer.text(`${folder}/texts/${name}.txt`, pages.map(({ text }) => `${text}\n`).join('\f'));

  await writer.lines(
    `${folder}/messages/${name}.jsonl`,
    eachMessage(db, item.id, (row) => JSON.stringify(row)),
  );
  await writer.lines(`${folder}/messages/${name}.csv`, csv(eachMessage(db, item.id, csvRow)));

  const handovers = readHandovers({ db }, item.id);
  if (handovers.length > 0) await writer.json(`${folder}/continuity/${name}.json`, handovers);

  const provenance = readSaidVersions({ db }, item.id).map(({ isShown: _shown, body, ...each }) => {
    const { itemId: _ofItself, ...said } = body;
    return { ...each, body: said };
  });
  if (provenance.length > 0) await writer.json(`${folder}/provenance/${name}.json`, provenance);

  const failed: string[] = [];
  const redactions = allRows(
    db,
    redactionRow,
    `SELECT r.version, r.mime, f.id, f.key, f.sha256, f.bytes FROM redactions r JOIN files f ON f.id = r.file_id
     WHERE r.item_id = ? ORDER BY r.version`,
    item.id,
  );
  for (const { version, mime, ...file } of redactions) {
    const path = `${folder}/redacted/${name}-v${version}.${endings[mime] ?? 'bin'}`;
    if (!(await writer.stored(path, file))) failed.push(path);
  }
  return failed;
}

const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
};

function* eachMessage(db: Database, itemId: string, write: (row: MessageLine) => string): Generator<string> {
  for (const rows of readMessages({ db }, itemId)) for (const row of rows) yield write(row);
}

const columns = [
  'line',
  'kind',
  'local',
  'zone',
  'direction',
  'sender',
  'number',
  'text',
  'media',
  'seconds',
  'status',
];

/** A heading, when there is anything under it (RFC 4180). */
function* csv(rows: Iterable<string>): Generator<string> {
  let first = true;
  for (const row of rows) {
    if (first) yield columns.join(',');
    first = false;
    yield row;
  }
}

function csvRow(row: MessageLine): string {
  const cells = [
    String(row.firstLine),
    row.kind,
    row.local,
    row.zone,
    row.direction,
    row.sender,
    row.number,
    row.kind === 'unread' ? (row.raw ?? row.body) : row.body,
    row.mediaName,
    row.durationS === null ? null : String(row.durationS),
    row.status,
  ];
  return cells.map((cell) => csvCell(cell ?? '')).join(',');
}

/** Quoted always; what a spreadsheet would take for a formula begins with an apostrophe. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^\+[\d ]+$/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
