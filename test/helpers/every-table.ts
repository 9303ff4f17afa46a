import { rowPrint } from '../../electron/services/messages/print';
import { randomBytes } from 'node:crypto';
import { viewFor } from '../../shared/domain/export/audiences';
import type { VaultContext } from '../../electron/vault/api';
import { readItem } from '../../electron/services/items/item-rows';
import { insertFile } from '../../electron/services/items/file-rows';

export interface EveryTable {
  /** Key of the stored file of the redacted copy. */
  readonly redactionKey: Buffer;
  readonly redactionSha256: string;
}

interface Words {
  /** A word for every text, numbered, so that each can be looked for. */
  (place: string): string;
}

/** Every place that `fillEveryTable` writes a word to. */
export const places = [
  'producer',
  'reading',
  'inside',
  'police',
  'provenance',
  'handover',
  'date',
  'reason',
  'page',
  'word-box',
  'correction',
  'queue',
  'source',
  'sender',
  'body',
  'media',
  'raw',
  'run',
  'box',
  'checks',
  'import-path',
  'request',
  'person',
  'cover',
  'leaving',
] as const;

/** The other office in the address book: no part of any case, so that it neither travels nor goes with one. */
export const partnerName = 'Partner of the office';

/**
 * Puts rows about `item` (a picture, say) into every table that refers to an item, as the services do; `other` is a second
 * item of the case, for what stands between two. `entryId` cites a message of the item.
 */
export async function fillEveryTable(
  context: VaultContext,
  { item, other, entryId }: { readonly item: string; readonly other: string; readonly entryId: string },
  word: Words,
): Promise<EveryTable> {
  const { db } = context;
  const { caseId, sha256 } = readItem(context, item);
  const at = context.now().toISOString();
  const redaction = await context.files.write([Buffer.from(`redacted ${item}`), randomBytes(40)]);
  const copy = await context.files.write([Buffer.from(`copy of ${item}`), randomBytes(40)]);
  context.act({ action: 'test', subject: null }, () => {
    insertFile(context, redaction);
    insertFile(context, copy);
    const put = (table: string, row: Record<string, unknown>): void => {
      const names = Object.keys(row);
      db.prepare(
        `INSERT INTO ${table} (${names.join()}) VALUES (${names.map((name) => `@${name}`).join()})`,
      ).run(row);
    };
    db.prepare('UPDATE producers SET name = ? WHERE case_id = ?').run(word('producer'), caseId);
    db.prepare('UPDATE evidence SET police_ref = ?, duration_ms = 61000, reading = ? WHERE id = ?').run(
      word('police'),
      'done',
      item,
    );
    db.prepare("UPDATE evidence SET parent_id = ?, parent_place = 'inside/a.txt' WHERE id = ?").run(
      item,
      other,
    );
    put('readings', { item_id: item, tries: 0, notes: JSON.stringify({ format: word('reading') }), at });
    const found = { parent_id: item, item_id: null, copy: 0, reason: null };
    put('inside', { ...found, place: 'inside/a.txt', position: 0, name: 'a.txt', item_id: other });
    put('inside', { ...found, place: word('inside'), position: 1, name: 'b.txt', reason: 'encrypted-file' });
    for (const version of [1, 2])
      put('provenance', {
        item_id: item,
        version,
        body: JSON.stringify({ givenBy: word('provenance'), version }),
        at,
        ...context.stamp(),
      });
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
    ])
      put('continuity', {
        id,
        item_id: item,
        handover_id: context.newId(),
        corrects,
        body: JSON.stringify(handover),
        recorded_at: at,
        ...context.stamp(),
      });
    for (const page of [1, 2])
      put('text_pages', {
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
    put('text_case_choices', { case_id: caseId, languages: 'eng+pol' });
    put('text_item_choices', { item_id: item, languages: 'pol' });
    put('date_choices', {
      id: context.newId(),
      item_id: item,
      field: 'shown',
      date: JSON.stringify({
        edtf: '2026-07-09',
        time: null,
        zone: null,
        source: 'typed',
        label: word('date'),
        chosen: true,
      }),
      reason: word('reason'),
      at,
      ...context.stamp(),
    });
    put('text_corrections', {
      item_id: item,
      page: 1,
      version: 1,
      text: word('correction'),
      at,
      ...context.stamp(),
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
    for (const position of [0, 1, 2])
      put('messages', {
        item_id: item,
        position,
        kind: 'message',
        local: '2026-07-09T21:05:00',
        zone: null,
        utc: null,
        direction: 'in',
        sender: word('sender'),
        number: '+447700900123',
        body: word('body'),
        media_name: word('media'),
        media_item_id: position === 1 ? other : null,
        duration_s: null,
        status: null,
        first_line: position + 1,
        last_line: position + 1,
        raw: position === 2 ? word('raw') : null,
        print: rowPrint({
          kind: 'message',
          local: '2026-07-09T21:05:00',
          utc: null,
          sender: word('sender'),
          number: '+447700900123',
          body: word('body'),
          durationS: null,
        }),
        repeat_of: position === 2 ? other : null,
      });
    const person = context.newId();
    context.records.create('register', {
      id: person,
      caseId,
      body: { kind: 'person', name: word('person') },
    });
    context.records.change(entryId, {
      ...context.records.standing(entryId).shown?.body,
      messageKeys: [{ itemId: item, position: 1 }],
      links: [{ id: person, role: 'actor' }],
    });
    // What another office offered and somebody here did not want.
    put('record_declined', { version_id: context.newId(), case_id: caseId, at });
    const view = { ...viewFor('police'), covering: [{ words: word('cover'), instead: '' }] };
    put('chronology_views', {
      id: context.newId(),
      case_id: caseId,
      name: 'For the officer',
      body: JSON.stringify(view),
      updated_at: at,
      ...context.stamp(),
    });
    put('picture_prints', {
      item_id: item,
      phash: 'ff00',
      width: 3,
      height: 2,
      rows: Buffer.from([1, 2, 3, 250]),
    });
    const [a, b] = [item, other].sort();
    put('likeness_decisions', { item_a: a, item_b: b, decision: 'different', at, ...context.stamp() });
    const run = context.newId();
    put('runs', { id: run, case_id: caseId, title: word('run'), created_at: at, ...context.stamp() });
    put('run_pieces', { run_id: run, position: 0, item_id: item, top: 0, bottom: 100 });
    put('pdf_copies', {
      source_id: String(db.prepare('SELECT file_id FROM evidence WHERE id = ?').pluck().get(item)),
      file_id: copy.id,
      cleaner: 1,
      report: '{}',
    });
    put('redactions', {
      id: context.newId(),
      item_id: item,
      version: 1,
      file_id: redaction.id,
      mime: 'image/png',
      parent_sha256: sha256,
      boxes: JSON.stringify([{ page: 1, reason: word('box') }]),
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
    put('partner_offices', {
      id: context.newId(),
      name: partnerName,
      name_key: partnerName,
      recipient: 'age1',
      signing_key: 'ab',
      signature: 'cd',
      made: '2026-07-09',
      standing: 'retired',
      added_at: at,
      added_by: 'Robin',
      compared_at: null,
      compared_by: null,
      ...context.stamp(),
    });
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
  return { redactionKey: redaction.key, redactionSha256: redaction.sha256 };
}
