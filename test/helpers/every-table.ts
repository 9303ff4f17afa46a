import { rowHash } from '../../electron/services/messages/row-hash';
import { randomBytes } from 'node:crypto';
import { viewFor } from '../../shared/domain/export/audiences';
import type { BestDate } from '../../shared/models/evidence';
import { emptyProvenance } from '../../shared/models/provenance';
import type { VaultContext } from '../../electron/vault/api';
import { declaredTables } from '../../electron/vault/declared/tables';
import { projections } from '../../electron/vault-process/projections';
import { rebuildRecords } from '../../electron/vault/records/rebuild';
import { recordIdAbout } from '../../electron/vault/records/record-id';
import { insertVersion } from '../../electron/vault/records/version-rows';
import { writeDecision } from '../../electron/services/likeness/decisions';
import { writeRun } from '../../electron/services/likeness/runs';
import { insertFile } from '../../electron/services/items/file-rows';
import { readItem } from '../../electron/services/items/item-rows';
import { insertSeries, readSeries } from '../../electron/services/items/series-rows';
import { writeProvenance } from '../../electron/services/provenance/rows';
import { fillMadeTables } from './made-tables';
import { fillOfficeTables } from './office-tables';
import { putRow } from './put-row';

export interface EveryTable {
  /** Key of the stored file of the redacted copy. */
  readonly redactionKey: Buffer;
  readonly redactionSha256: string;
}

/** A word for every text, so that each can be looked for. */
export type WordFor = (place: Place) => string;

/** Every place that a word is written to, and the table that is for it. */
export const tableOfPlace = {
  producer: 'record_versions',
  reading: 'readings',
  inside: 'inside',
  title: 'record_versions',
  police: 'record_versions',
  provenance: 'record_versions',
  handover: 'record_versions',
  date: 'record_versions',
  reason: 'record_versions',
  page: 'text_pages',
  'word-box': 'text_pages',
  correction: 'record_versions',
  queue: 'text_queue',
  source: 'message_sources',
  sender: 'messages',
  body: 'messages',
  media: 'messages',
  raw: 'messages',
  run: 'record_versions',
  box: 'record_versions',
  checks: 'redactions',
  'import-path': 'import_results',
  request: 'import_results',
  person: 'record_versions',
  cover: 'record_versions',
  leaving: 'leaving_choices',
  fact: 'facts',
  bundle: 'bundles',
  pack: 'packs',
  draft: 'drafts',
  transfer: 'transfers',
} as const satisfies Record<string, string>;

export type Place = keyof typeof tableOfPlace;
/** Words in records about the exhibit: they go with it, and the records of others stay. */
export const placesAboutItem: readonly Place[] = [
  'provenance',
  'handover',
  'correction',
  'box',
  'run',
  'title',
  'police',
  'date',
  'reason',
];
export const places = Object.keys(tableOfPlace) as readonly Place[];

interface About {
  readonly item: string;
  readonly other: string;
  readonly entryId: string;
}

/** Fills every table there is: those of the office, and those of a case as `fillCaseTables` does. */
export async function fillEveryTable(
  context: VaultContext,
  about: About,
  word: WordFor,
): Promise<EveryTable> {
  await fillOfficeTables(context);
  return fillCaseTables(context, about, word);
}

/** Gives every producer of a case a name. Must run inside an act. */
function nameProducers({ db, records }: VaultContext, caseId: string, name: string): void {
  const ids = db.prepare('SELECT id FROM producers WHERE case_id = ?').pluck().all(caseId) as string[];
  for (const producerId of ids) records.change(recordIdAbout('producer', producerId), { producerId, name });
}

/** Declared tables that have no row: of files that are being erased alone, when every other one was filled. */
export function emptyTables({ db }: Pick<VaultContext, 'db'>): readonly string[] {
  return declaredTables
    .map(({ table }) => table)
    .filter((table) => db.prepare(`SELECT 1 FROM "${table}" LIMIT 1`).get() === undefined);
}

/**
 * Puts rows about `item` into every table that refers to an item or a case, as the services do; `other` is a second item of
 * the case, for what stands between two, and becomes a picture. `entryId` cites a message of the item.
 */
export async function fillCaseTables(
  context: VaultContext,
  { item, other, entryId }: About,
  word: WordFor,
): Promise<EveryTable> {
  const { db, records } = context;
  const { caseId, sha256 } = readItem(context, item);
  const at = context.now().toISOString();
  const redaction = await context.files.write([Buffer.from(`redacted ${item}`), randomBytes(40)]);
  const copy = await context.files.write([Buffer.from(`copy of ${item}`), randomBytes(40)]);
  const shown = await context.files.write([Buffer.from(`without a lock ${item}`), randomBytes(40)]);
  context.act({ action: 'test', subject: null }, () => {
    insertFile(context, redaction);
    insertFile(context, copy);
    insertFile(context, shown);
    const put = (table: string, row: Record<string, unknown>): void => putRow(db, table, row);
    db.prepare('UPDATE cases SET next_exhibit = 9 WHERE id = ?').run(caseId);
    nameProducers(context, caseId, word('producer'));
    db.prepare('UPDATE exhibit_series SET next = 9 WHERE case_id = ?').run(caseId);
    const [last] = readSeries(context, caseId);
    if (last !== undefined)
      insertSeries(context, caseId, { ...last, id: context.newId(), state: 'closed', after: last.id });
    db.prepare('UPDATE evidence SET producer_id = case_id WHERE case_id = ?').run(caseId);
    db.prepare(
      `UPDATE evidence SET duration_ms = 61000, reading = 'done',
         preview_reason = 'unsupported-preview' WHERE id = ?`,
    ).run(item);
    const name = { itemId: item, title: word('title'), policeRef: word('police') };
    const renumbered = { ref: 'WR/8', formerly: ['WR/1'] };
    const document = { what: 'report', whose: 'Dr Example' } as const;
    records.say('exhibit', { caseId, body: { ...name, renumbered, itemClass: 'police', document } });
    fillPicture(context, caseId, other);
    db.prepare("UPDATE evidence SET parent_id = ?, parent_place = 'inside/a.txt' WHERE id = ?").run(
      item,
      other,
    );
    put('readings', { item_id: item, tries: 2, notes: JSON.stringify({ format: word('reading') }), at });
    const found = { parent_id: item, item_id: null, copy: 0, reason: null };
    put('inside', { ...found, place: 'inside/a.txt', position: 0, name: 'a.txt', item_id: other });
    put('inside', { ...found, place: word('inside'), position: 1, name: 'b.txt', reason: 'encrypted-file' });
    put('inside', { ...found, place: 'c.txt', position: 2, name: 'c.txt', item_id: other, copy: 1 });
    for (const note of ['', 'said again'])
      writeProvenance(
        context,
        { caseId, itemId: item },
        { ...emptyProvenance, givenBy: word('provenance'), note },
      );
    const handover = {
      from: 'Robin',
      to: word('handover'),
      edtf: '2026-07-09',
      time: null,
      place: '',
      purpose: 'Copy',
      seal: '',
      fingerprintConfirmed: false,
      confirmation: '',
      note: '',
      planned: false,
    };
    const first = context.newId();
    for (const [id, corrects] of [
      [first, null],
      [context.newId(), first],
    ] as const)
      context.records.create('handover', {
        ...{ id, caseId },
        body: { ...handover, itemId: item, handoverId: context.newId(), corrects },
      });
    for (const page of [1, 2])
      put('text_pages', {
        id: 70 + page,
        item_id: item,
        page,
        source: 'ocr',
        text: word('page'),
        words: JSON.stringify([{ text: word('word-box'), box: [1, 2, 3, 4] }]),
        width: 1080,
        height: 2340,
        engine: 'tesseract 5',
        languages: 'eng',
        confidence: 88.5,
        at,
      });
    const ofCase = { itemId: null, languages: ['eng', 'pol'] };
    const ofItem = { itemId: item, languages: ['pol'] };
    for (const body of [ofCase, ofItem]) records.say('languages', { caseId, body });
    const date = { edtf: '2026-07-09', time: null, zone: null, source: 'typed', code: 'typed.InWordsOf' };
    const choice = { itemId: item, field: 'shown', date: { ...date, detail: word('date'), chosen: true } };
    records.say('date-choice', { caseId, body: { ...choice, reason: word('reason') } });
    for (const before of ['at first ', ''])
      records.say('text-correction', {
        caseId,
        body: { itemId: item, page: 1, text: `${before}${word('correction')}` },
      });
    put('text_queue', {
      item_id: item,
      page: 3,
      priority: 5,
      state: 'failed',
      tries: 2,
      reason: word('queue'),
    });
    put('message_sources', {
      item_id: item,
      state: 'read',
      body: JSON.stringify({ format: word('source') }),
      at,
    });
    for (const position of [0, 1, 2]) {
      const whole =
        position === 2
          ? { zone: 'Z', utc: '2026-07-09T21:05:00Z', duration_s: 61, status: 'missed' }
          : { zone: null, utc: null, duration_s: null, status: null };
      put('messages', {
        item_id: item,
        position,
        kind: 'message',
        local: '2026-07-09T21:05:00',
        ...whole,
        direction: 'in',
        sender: word('sender'),
        number: '+447700900123',
        body: word('body'),
        media_name: word('media'),
        media_item_id: position === 1 ? other : null,
        first_line: position + 1,
        last_line: position + 1,
        raw: position === 2 ? word('raw') : null,
        print: rowHash({
          kind: 'message',
          local: '2026-07-09T21:05:00',
          utc: whole.utc,
          sender: word('sender'),
          number: '+447700900123',
          body: word('body'),
          durationS: whole.duration_s,
        }),
        repeat_of: position === 2 ? other : null,
      });
    }
    fillRecords(context, { caseId, item, entryId, name: word('person') });
    const view = { ...viewFor('police'), covering: [{ words: word('cover'), instead: '' }] };
    const body = { ...view, name: 'For the officer' };
    records.create('view', { id: context.newId(), caseId, body });
    put('picture_prints', {
      item_id: item,
      phash: 'ff00',
      width: 3,
      height: 2,
      rows: Buffer.from([1, 2, 3, 250]),
    });
    writeDecision(context, caseId, item, other, 'different');
    const pieces = [{ itemId: item, top: 0, bottom: 100 }];
    writeRun(context, { id: context.newId(), caseId, title: word('run'), pieces }, true);
    put('pdf_copies', {
      source_id: String(db.prepare('SELECT file_id FROM evidence WHERE id = ?').pluck().get(item)),
      file_id: copy.id,
      cleaner: 1,
      report: '{}',
    });
    records.say('pdf-password', { caseId, body: { itemId: item, password: 'a password of a PDF' } });
    records.say('page-turns', { caseId, body: { itemId: item, turns: [{ page: 1, by: 180 }] } });
    put('shown_files', { item_id: item, made_of: 'a version/', file_id: shown.id, failed: null });
    put('shown_files', { item_id: other, made_of: '/', file_id: null, failed: 'unreadable-image' });
    const redactionId = context.newId();
    const box = { page: 1, x: 0, y: 0, width: 0.5, height: 0.5, reason: 'child', words: '' };
    records.create('redaction', {
      ...{ id: redactionId, caseId },
      body: { itemId: item, boxes: [{ ...box, note: word('box') }] },
    });
    put('redactions', {
      id: redactionId,
      item_id: item,
      version: 1,
      file_id: redaction.id,
      mime: 'image/png',
      parent_sha256: sha256,
      pages: JSON.stringify([{ width: 3, height: 2 }]),
      checks: JSON.stringify([{ text: word('checks') }]),
      created_at: at,
      ...context.stamp(),
    });
    put('leaving_choices', {
      case_id: caseId,
      what: 'export police',
      body: JSON.stringify({
        who: 'police',
        fields: ['date'],
        covering: [{ words: word('leaving'), instead: '' }],
        format: 'pdf',
        withCharts: false,
      }),
      at,
      ...context.stamp(),
    });
    for (const [position, itemId] of [item, other].entries())
      put('leaving_items', { item_id: itemId, what: 'bundle', is_in: 1, position });
    const job = context.newId();
    const path = `/home/client/${word('import-path')}.png`;
    put('imports', {
      job_id: job,
      case_id: caseId,
      request: JSON.stringify({ paths: [path, '/home/client/other.png'], options: { note: null } }),
      state: 'done',
      started_at: at,
    });
    put('import_results', {
      job_id: job,
      position: 0,
      case_id: caseId,
      result: JSON.stringify({ itemId: item }),
      path,
    });
    put('import_results', {
      job_id: job,
      position: 1,
      case_id: caseId,
      result: JSON.stringify({ itemId: null, fileName: word('request') }),
      path,
    });
  });
  await fillMadeTables(context, { item, entryId }, word);
  context.act({ action: 'test', subject: null }, () => indexAnew(context));
  return { redactionKey: redaction.key, redactionSha256: redaction.sha256 };
}

/** Makes the item a picture that fills every column that pictures have, and waits to be read again. */
function fillPicture({ db, records }: VaultContext, caseId: string, item: string): void {
  const date: BestDate = {
    edtf: '2026-07-09',
    time: '21:05',
    zone: null,
    source: 'typed',
    code: 'typed.InWordsOf',
    detail: 'the client',
    chosen: true,
  };
  db.prepare(
    `UPDATE evidence SET kind = 'image', mime = 'image/tiff', preview = 'ready', width = 3, height = 2,
       orientation = 6, pages = 2, page_sizes = '[{"width":3,"height":2,"orientation":6}]', pictures = 2, tone = '#aabbcc',
       edited = 1, reading = 'failed', reading_reason = 'encrypted-file' WHERE id = @item`,
  ).run({ item });
  const body = { itemId: item, field: 'captured', date, reason: 'As she said' };
  records.say('date-choice', { caseId, body });
  putRow(db, 'pictures_to_read', { item_id: item });
}

/** Versions, removals, one that was covered, one that was declined. Must run inside an act. */
function fillRecords(
  context: VaultContext,
  {
    caseId,
    item,
    entryId,
    name,
  }: { readonly caseId: string; readonly item: string; readonly entryId: string; readonly name: string },
): void {
  const { db, records, newId } = context;
  const [person, gone, removed] = [newId(), newId(), newId()];
  const first = records.create('register', { id: person, caseId, body: { kind: 'person', name } });
  records.create('register', { id: gone, caseId, body: { kind: 'person', name } });
  records.remove(gone);
  const { shown } = records.standing(entryId);
  records.create('entry', { id: removed, caseId, body: shown?.body });
  records.remove(removed);
  records.change(entryId, {
    ...shown?.body,
    messageKeys: [{ itemId: item, position: 1 }],
    links: [{ id: person, role: 'actor' }],
  });
  // As a share brings it, in which something was covered.
  insertVersion(db, { ...first, id: newId(), covers: first.id });
  const at = context.now().toISOString();
  putRow(db, 'record_declined', { version_id: newId(), case_id: caseId, at });
  // Of an older case, erased long ago.
  putRow(db, 'record_tombstones', { id: newId(), what: 'record', at });
  putRow(db, 'item_declined', { item_id: newId(), case_id: caseId, at });
  putRow(db, 'item_tombstones', { id: newId(), at });
}

/** Works out anew what records are filtered and found by. */
export function indexAnew(context: VaultContext): void {
  rebuildRecords(context.db, projections);
}
