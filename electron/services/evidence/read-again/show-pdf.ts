import { factKey } from '../../../../shared/domain/facts/fact-key';
import type { NewFact } from '../../../../shared/domain/facts/new-fact';
import { HoldfastError, reportError } from '../../../../shared/errors';
import type { ErrorCode } from '../../../../shared/errors';
import type { EvidenceItem } from '../../../../shared/models/evidence';
import type { StoredFile, VaultContext } from '../../../vault/api';
import { besideFacts } from '../../../formats/pdf-beside';
import { readFacts } from '../facts';
import { insertFact, insertFile } from '../../items/file-rows';
import { fileUnder } from '../../items/file-under';
import { readItemFacts, readOriginal } from '../../items/item-rows';
import { keepShown, passwordOf, readShown, turnsOf, wishOf } from '../../items/shown-as';
import { doubtTurned } from '../../redaction/doubt';
import { storePreview } from '../prepare';
import { askForPdf } from '../preview';
import { keepDrawnPdf } from './rows';

/** As much of a PDF as an import looks into. */
const largest = 200 * 1024 * 1024;

const nothingBeside = { files: 0, marked: [] };

type Deps = Pick<VaultContext, 'db' | 'files' | 'lab' | 'now' | 'newId' | 'changed'>;

/** Faults that another try would meet again: of the file, of its password. */
const final: readonly ErrorCode[] = [
  'unreadable-pdf',
  'encrypted-file',
  'certificate-locked',
  'file-too-large',
  'decoder-timeout',
  'evidence-damaged',
];

/**
 * Makes anew what is shown of a PDF whose password somebody typed or took back, or whose pages somebody turned: a file without the
 * lock, with its pages turned, which stands for the original wherever pages are shown, read, printed or covered. The original is not
 * touched. Throws what stands in the way; the item waits on then.
 */
export async function showPdf(context: Deps, item: EvidenceItem): Promise<void> {
  const of = wishOf(context, item.id);
  const made = await makeShown(context, item.id);
  if ('failed' in made) await keepLocked(context, item, of, made.failed);
  else await keep(context, item, of, made);
  for (const area of ['evidence', 'text', 'redactions'] as const) context.changed(area, item.caseId);
}

/** It cannot be shown, for this reason; what was drawn and read of it goes. */
async function keepLocked(context: Deps, item: EvidenceItem, of: string, failed: ErrorCode): Promise<void> {
  const gone = context.db.transaction(() => {
    const old = keepShown(context, item.id, { of, fileId: null, failed });
    const nothing = { width: null, height: null, pages: null, pageSizes: null, tone: null, thumb: null };
    const stored = { ...nothing, rendition: null, copyWanted: false, previewReason: failed };
    const drawn = keepDrawnPdf(context, item, readOriginal(context, item.id).sha256, stored);
    return [...drawn, ...dropFile(context, old)];
  })();
  for (const id of gone) await context.files.remove(id);
}

interface Made {
  /** Null where the original is shown as it is. */
  readonly file: StoredFile | null;
  readonly bytes: Buffer;
}

/** What is to be shown, stored already; or why it cannot be made. */
async function makeShown(context: Deps, itemId: string): Promise<Made | { readonly failed: ErrorCode }> {
  const [password, turns] = [passwordOf(context, itemId), turnsOf(context, itemId)];
  try {
    const bytes = await context.files.readAll(readOriginal(context, itemId), largest);
    if (password === null && turns.length === 0) return { file: null, bytes };
    const opened = await context.lab.ask({ type: 'pdf-open', bytes, password, turns });
    return { file: await context.files.write([opened.bytes]), bytes: Buffer.from(opened.bytes) };
  } catch (error) {
    const { code } = reportError(error);
    if (!final.includes(code)) throw error;
    return { failed: code };
  }
}

async function keep(context: Deps, item: EvidenceItem, of: string, { file, bytes }: Made): Promise<void> {
  const written = file === null ? [] : [file.id];
  try {
    const { signal } = new AbortController();
    const preview = await askForPdf(context.lab, bytes, signal);
    // No lab: another day.
    if (preview.reason === 'unsupported-preview') throw new HoldfastError('unsupported-preview');
    const facts = readFacts({
      name: item.fileName,
      identity: { kind: 'pdf', mime: item.mime },
      said: preview.facts,
      modified: null,
      now: context.now(),
    });
    const stored = await storePreview(context.files, preview);
    for (const picture of [stored.thumb, stored.rendition])
      if (picture !== null) written.push(picture.file.id);
    const gone = context.db.transaction(() => {
      if (!isHere(context, item.id)) return written;
      const wasTurned = readShown(context, item.id).id;
      if (file !== null) insertFile(context, file);
      const old = keepShown(context, item.id, { of, fileId: file?.id ?? null, failed: null });
      const drawn = keepDrawnPdf(context, item, readOriginal(context, item.id).sha256, stored);
      addFacts(context, item.id, [...facts, ...besideFacts(preview.beside ?? nothingBeside)]);
      if (item.preview === 'ready' && wasTurned !== readShown(context, item.id).id)
        doubtTurned(context, item.id);
      return [...drawn, ...dropFile(context, old)];
    })();
    for (const id of gone) await context.files.remove(id);
  } catch (error) {
    for (const id of written) await context.files.remove(id).catch(() => undefined);
    throw error;
  }
}

function isHere({ db }: Deps, itemId: string): boolean {
  return db.prepare('SELECT 1 FROM evidence WHERE id = ?').get(itemId) !== undefined;
}

/** Takes the rows of a file that is shown no more away, and of the copy that was made of it; gives their ids to be removed. */
function dropFile({ db }: Deps, id: string | null): readonly string[] {
  if (id === null) return [];
  const copies: readonly unknown[] = db
    .prepare('SELECT file_id FROM pdf_copies WHERE source_id = ?')
    .pluck()
    .all(id);
  const gone = [id, ...copies.map(String)];
  for (const each of gone) db.prepare('DELETE FROM files WHERE id = ?').run(each);
  return gone;
}

/** What said nothing of itself while it was locked does so now. Facts are only added. */
function addFacts(context: Deps, itemId: string, facts: readonly NewFact[]): void {
  const said = new Set(readItemFacts(context, itemId).map(factKey));
  const added = facts.filter((fact) => !said.has(factKey(fact)));
  for (const fact of added) insertFact(context, itemId, fact);
  if (added.length > 0) fileUnder(context.db, itemId);
}
