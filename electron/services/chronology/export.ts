import { createHash } from 'node:crypto';
import { csvLine, csvMark } from '../../../shared/domain/export/csv';
import { portableCells, portableHead } from '../../../shared/domain/export/portable-csv';
import { fieldLabel, viewText } from '../../../shared/domain/export/view-columns';
import { HoldfastError } from '../../../shared/errors';
import type { Entry } from '../../../shared/models/chronology';
import type { ExportFormat, Exported } from '../../../shared/models/chronology-export';
import type { SavedViewBody } from '../../../shared/models/saved-view';
import { writeDurably } from '../../vault/durable';
import type { VaultContext } from '../../vault/api';
import { readPaperHead } from '../exhibits/paper-head';
import { lawOfCase } from '../law/law-of-case';
import { printTo } from '../print/print-to';
import { entriesInPieces } from './in-pieces';
import { portableMaker, portableRegister } from './portable';
import { selectEntries } from './selection';
import { requireRead } from './unread-filter';
import { viewCharts } from './view-entries';
import { viewHtml } from './view-html';
import { viewWord } from './view-word';

/** Entries on paper: more is no chronology anybody reads, and takes minutes to set. */
export const mostOnPaper = 5000;

/**
 * Writes the entries of a view to a path outside the vault, where they are no longer encrypted. `full` formats hold every
 * field and nothing covered, to be read back; the others hold what the view shows. Throws `too-many` for paper,
 * and `filter-unread` for a filter that asks for what cannot be looked for.
 */
export async function exportChronology(
  context: VaultContext,
  caseId: string,
  view: SavedViewBody,
  { format, withCharts }: { readonly format: ExportFormat; readonly withCharts: boolean },
  path: string,
): Promise<Exported> {
  requireRead(context, caseId, view.filter);
  const rowIds = selectEntries(context, caseId, view.filter, view.order);
  const law = lawOfCase(context, caseId);
  const onPaper = format === 'pdf' || format === 'docx';
  if (rowIds.length === 0) throw new HoldfastError('bundle-empty');
  if (onPaper && rowIds.length > mostOnPaper) throw new HoldfastError('too-many');
  const written = await write();
  const detail = { entries: rowIds.length, format, audience: view.audience };
  context.act({ action: 'chronology.export', subject: caseId, detail }, () => undefined);
  return { entries: rowIds.length, ...written };

  async function write(): Promise<Omit<Exported, 'entries'>> {
    switch (format) {
      case 'pdf': {
        const printed = await printTo(
          context,
          viewHtml(readPaperHead(context, caseId), view, all(), charts(), law),
          'Chronology',
          path,
        );
        return { pages: printed.pages, bytes: printed.bytes, sha256: printed.sha256 };
      }
      case 'docx':
        return save(path, [await viewWord(readPaperHead(context, caseId), view, all(), law)]);
      case 'csv':
        return save(path, viewLines());
      case 'csv-full':
        return save(path, fullLines());
      case 'json-full':
        return save(path, jsonPieces());
    }
  }

  function inPieces(): Generator<Entry> {
    return entriesInPieces(context, rowIds, view.order);
  }
  function all(): Entry[] {
    return [...inPieces()];
  }

  function charts() {
    if (!withCharts) return [];
    return viewCharts(context, caseId, view);
  }

  function* viewLines(): Generator<Uint8Array> {
    const { fields, covering } = view;
    yield Buffer.from(csvMark + csvLine(fields.map((field) => fieldLabel(field, law))));
    for (const entry of inPieces())
      yield Buffer.from(csvLine(fields.map((field) => viewText(entry, field, covering, law))));
  }
  function* fullLines(): Generator<Uint8Array> {
    const portable = portableMaker(context, caseId);
    yield Buffer.from(csvMark + csvLine(portableHead));
    for (const entry of inPieces()) yield Buffer.from(csvLine(portableCells(portable(entry))));
  }
  function* jsonPieces(): Generator<Uint8Array> {
    const portable = portableMaker(context, caseId);
    const register = JSON.stringify(portableRegister(context, caseId));
    yield Buffer.from(`{"format":"holdfast-chronology","version":1,\n"register":${register},\n"entries":[\n`);
    let isFirst = true;
    for (const entry of inPieces()) {
      yield Buffer.from(`${isFirst ? '' : ',\n'}${JSON.stringify(portable(entry))}`);
      isFirst = false;
    }
    yield Buffer.from('\n]}\n');
  }
}

async function save(path: string, source: Iterable<Uint8Array>): Promise<Omit<Exported, 'entries'>> {
  const hash = createHash('sha256');
  function* hashed(): Generator<Uint8Array> {
    for (const piece of source) {
      hash.update(piece);
      yield piece;
    }
  }
  const bytes = await writeDurably(path, hashed());
  return { pages: null, bytes, sha256: hash.digest('hex') };
}
