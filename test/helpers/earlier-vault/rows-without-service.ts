import type { VaultContext } from '../../../electron/vault/api';
import { pdfWithText } from '../evidence-fixtures';
import type { FilledCase } from './fill-case';
import type { EarlierOffice } from './office';

type Row = Readonly<Record<string, string | number | Buffer | null>>;

function put({ db }: VaultContext, table: string, row: Row): void {
  const names = Object.keys(row);
  db.prepare(`INSERT INTO ${table} (${names.join()}) VALUES (${names.map((name) => `@${name}`).join()})`).run(
    row,
  );
}

/**
 * What the app makes in Chromium, which plain Node has not: a page of recognised text, which is then corrected, a redacted copy,
 * a bundle. Their rows are written as the services of the first of these commits write them.
 */
export async function addRowsWithoutService(office: EarlierOffice, filled: FilledCase): Promise<void> {
  const { context } = office;
  const { caseId, items } = filled;
  const door = items.find(({ fileName }) => fileName.endsWith('door.png'))?.id ?? '';
  const redacted = await context.files.write([Buffer.from('a redacted copy of the door')]);
  const bundle = await context.files.write([pdfWithText('A bundle')]);
  const options = {
    profile: 'general-2021' as const,
    title: 'Hearing bundle',
    courtCase: '',
    includeChronology: true,
    includePatterns: false,
    itemIds: [door],
  };
  const plan = await office.ask('bundle.plan', { caseId, options });
  const at = context.now().toISOString();
  context.act({ action: 'text.read', subject: null }, () => {
    addPage(context, door, at);
  });
  await office.ask('text.correct', { id: door, page: 1, text: 'No 14 Quay Street', version: 0 });
  await office.ask('text.chooseForCase', { id: caseId, languages: ['eng'] });
  context.act({ action: 'redaction.make', subject: door }, () => {
    addFile(context, redacted, at);
    const id = context.newId();
    const boxes = [
      { page: 1, x: 0.1, y: 0.2, width: 0.3, height: 0.1, reason: 'client-address', note: '', words: '' },
    ];
    // What is covered stood beside the copy until it was a record.
    const isBeside =
      context.db.prepare("SELECT 1 FROM pragma_table_info('redactions') WHERE name = 'boxes'").get() !==
      undefined;
    if (!isBeside) context.records.create('redaction', { id, caseId, body: { itemId: door, boxes } });
    put(context, 'redactions', {
      ...(isBeside ? { boxes: JSON.stringify(boxes) } : {}),
      ...{ id, item_id: door, version: 1, file_id: redacted.id, mime: 'image/png' },
      parent_sha256: String(
        context.db
          .prepare('SELECT f.sha256 FROM evidence e JOIN files f ON f.id = e.file_id WHERE e.id = ?')
          .pluck()
          .get(door),
      ),
      pages: JSON.stringify({ operations: ['covered'], pages: [{ width: 24, height: 16, points: null }] }),
      checks: JSON.stringify([]),
      created_at: at,
      ...context.stamp(),
    });
  });
  context.act({ action: 'bundle.build', subject: caseId, detail: { pages: plan.pages } }, () => {
    addFile(context, bundle, at);
    put(context, 'bundles', {
      ...{ id: context.newId(), case_id: caseId, file_id: bundle.id, created_at: at, pages: plan.pages },
      options: JSON.stringify(options),
      plan: JSON.stringify(plan),
      checks: JSON.stringify([{ id: 'numbers', text: 'Numbers match pages', state: 'ok' }]),
    });
  });
}

function addFile(
  context: VaultContext,
  file: Awaited<ReturnType<VaultContext['files']['write']>>,
  at: string,
): void {
  const { id, key, sha256, bytes } = file;
  put(context, 'files', { id, key, sha256, bytes, created_at: at });
}

function addPage(context: VaultContext, door: string, at: string): void {
  context.db.prepare('DELETE FROM text_queue WHERE item_id = ?').run(door);
  put(context, 'text_pages', {
    ...{ item_id: door, page: 1, source: 'ocr', text: 'NO 14 QUAY', width: 24, height: 16 },
    words: JSON.stringify([{ text: 'NO', x: 1, y: 2, w: 3, h: 4, confidence: 71.5, line: 0 }]),
    ...{ engine: 'tesseract 5', languages: 'eng', confidence: 71.5, at },
  });
}
