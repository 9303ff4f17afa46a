import * as z from 'zod';
import { fieldLabel, viewText } from '../../../shared/domain/export/view-columns';
import type { LeavingText } from '../../../shared/domain/leaving/check';
import { covers } from '../../../shared/domain/redaction/places';
import { HoldfastError } from '../../../shared/errors';
import type { Entry } from '../../../shared/models/chronology';
import { isFull } from '../../../shared/models/chronology-export';
import type { Law } from '../../../shared/models/law';
import { letterPlace } from '../../../shared/models/leaving-gate';
import type { LeavingRequest } from '../../../shared/models/leaving-gate';
import type { SavedViewBody } from '../../../shared/models/saved-view';
import { viewFields } from '../../../shared/models/saved-view';
import { kindOf } from '../../../shared/records/all';
import { handoverKind } from '../../../shared/records/handover';
import { permissionKind } from '../../../shared/records/permission';
import { provenanceKind } from '../../../shared/records/provenance';
import { registerKind } from '../../../shared/records/register';
import type { VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';
import { readEntries } from '../chronology/entry-rows';
import { entriesInPieces } from '../chronology/in-pieces';
import { portableMaker, portableRegister } from '../chronology/portable';
import { selectEntries } from '../chronology/selection';
import { viewEntries } from '../chronology/view-entries';
import { bundlesWith } from '../continuity/own-steps';
import { readSheets, sheetWords } from '../cover-sheets/read-sheets';
import { readInside } from '../items/inside-of';
import { readItem, readItemFacts } from '../items/item-rows';
import { readProducers } from '../items/producers';
import { lawOfCase } from '../law/law-of-case';
import { printedParts } from '../print-pages/printed-item';
import { rowsChosen } from '../print-pages/row-ranges';
import { readPageWords } from '../redaction/page-words';
import { readLetter } from '../letters/read-letter';
import { listRecords } from '../records/read-records';
import { readRedactions } from '../redaction/rows';
import { listTransfers } from '../transfer/transfer-rows';
import { ownProfileTexts } from './own-profile-texts';

type Db = Pick<VaultContext, 'db'>;

/** Everything that an output says, as it says it: what is covered in it is covered here. */
export function* leavingTexts(context: VaultContext, request: LeavingRequest): Generator<LeavingText> {
  switch (request.output) {
    case 'bundle':
      yield* bundleTexts(context, request);
      return;
    case 'chronology':
      yield* chronologyTexts(context, request);
      return;
    case 'copy':
      yield* copyTexts(context, request);
      return;
    case 'pack':
      yield* packTexts(context, request);
      return;
    case 'papers':
      for (const id of request.itemIds) yield* names(context, id);
      if (request.paper === 'custody') yield* custodyTexts(context, request.caseId);
      if (request.paper === 'certificate') yield* handsTexts(context, request.caseId, request.itemIds);
      return;
    case 'letter':
      yield* letterTexts(context, request);
      return;
    case 'package':
      // Of a share what goes in a pack; otherwise all of the case goes, the protected list with it: there is nothing to look for.
      if (request.purpose === 'share' && request.chosen !== undefined)
        yield* packTexts(context, { ...request.chosen, caseId: request.caseId, to: '', recipient: 'office' });
      return;
  }
}

/** Offices that a case went through, and who was there: a refuge may be one of them. */
function* custodyTexts(context: VaultContext, caseId: string): Generator<LeavingText> {
  for (const { caseId: of, partner, alsoFor } of listTransfers(context))
    if (of === caseId && partner !== null)
      for (const { name } of [partner, ...alsoFor])
        yield { itemId: null, record: null, place: 'the offices it names', text: name };
}

/** All that a letter prints, as it stands. */
function* letterTexts(context: VaultContext, request: Of<'letter'>): Generator<LeavingText> {
  const { id, body } = readLetter(context, request);
  const record = { id, title: body.title };
  for (const text of [body.title, ...body.blocks.map((block) => block.text)])
    yield { itemId: null, record, place: letterPlace, text };
}

type Of<O extends LeavingRequest['output']> = Extract<LeavingRequest, { output: O }>;

function* bundleTexts(context: VaultContext, request: Of<'bundle'>): Generator<LeavingText> {
  for (const text of request.words) yield { itemId: null, record: null, place: 'title', text };
  yield* ownProfileTexts(context, request);
  for (const [itemId, sheet] of readSheets(context, request.caseId, request))
    for (const text of sheetWords(sheet)) yield { itemId, record: null, place: 'its cover sheet', text };
  const unredacted = new Set(request.unredacted);
  for (const id of request.itemIds) {
    yield* names(context, id);
    const printed = request.copies[id] ?? null;
    const isThere = readRedactions(context, id).some((copy) => printed === null || copy.id === printed);
    yield* !unredacted.has(id) && isThere ? redactedTexts(context, id, printed) : pageTexts(context, id);
    // What has no pages of its own is printed by its words.
    for (const { words } of printedParts(context, id, rowsChosen(readItem(context, id), request.rowsOf)))
      for (const text of words) yield { itemId: id, record: null, place: 'its printed pages', text };
  }
  if (request.includeChronology) yield* bundleEntryTexts(context, request);
}

/** The entries of a bundle's chronology: all of them, or those of its view as that shows them. */
function* bundleEntryTexts(context: VaultContext, { caseId, view }: Of<'bundle'>): Generator<LeavingText> {
  const law = lawOfCase(context, caseId);
  if (view === null) yield* entryTexts(readEntries(context, { caseId }), bundleView, law);
  else yield* entryTexts(viewEntries(context, caseId, view), bundleFieldsOf(view), law);
}

/** A copy is named by its reference alone (items/export-name.ts): its title and the file's own name stay here. */
function* copyTexts(
  context: VaultContext,
  { itemId, form, redactionId }: Of<'copy'>,
): Generator<LeavingText> {
  if (form === 'original') yield* originalTexts(context, itemId);
  else yield* form === 'redacted' ? redactedTexts(context, itemId, redactionId) : pageTexts(context, itemId);
}

/** All that an original says, but where it was made: that is asked about by itself. */
function* originalTexts(context: VaultContext, itemId: string): Generator<LeavingText> {
  yield* pageTexts(context, itemId);
  for (const { field, raw } of readItemFacts(context, itemId))
    if (field !== 'location')
      yield { itemId, record: null, place: 'what the file says of itself', text: raw };
  yield* messageTexts(context, itemId);
}

/**
 * What a pack says: originals with what came inside them, redacted copies, and its papers. Those name an exhibit by what it is called,
 * its producer and the bundles it went into, and tell the way it went; permissions are named by who gave them.
 */
function* packTexts(context: VaultContext, request: Omit<Of<'pack'>, 'output'>): Generator<LeavingText> {
  const { caseId, to, exhibits, chronology } = request;
  if (to !== '') yield { itemId: null, record: null, place: 'who it is handed to', text: to };
  const producers = new Map(readProducers(context, caseId).map(({ id, name }) => [id, name]));
  for (const { itemId, redactionId } of exhibits) {
    yield* names(context, itemId);
    const producer = producers.get(readItem(context, itemId).producerId ?? '') ?? '';
    if (producer !== '') yield { itemId, record: null, place: 'producer', text: producer };
    for (const { title } of bundlesWith(context, itemId))
      yield { itemId, record: null, place: 'title of a bundle', text: title };
    yield* redactionId === null ? wholeTexts(context, itemId) : redactedTexts(context, itemId, redactionId);
  }
  const ids = exhibits.map(({ itemId }) => itemId);
  yield* handsTexts(context, caseId, ids);
  yield* permissionTexts(context, request, ids);
  if (chronology === null) return;
  const rowIds = selectEntries(context, caseId, chronology.filter, chronology.order);
  // Its first page lists the reports, whatever is shown of an entry.
  const fields = [...new Set([...chronology.fields, 'reported' as const])];
  const entries = entriesInPieces(context, rowIds, chronology.order);
  yield* entryTexts(entries, { ...chronology, fields }, lawOfCase(context, caseId));
}

/** An original with all that came inside it, which is told as being in it. */
function* wholeTexts(context: VaultContext, itemId: string): Generator<LeavingText> {
  yield* originalTexts(context, itemId);
  for (const { id, exhibitRef } of readInside(context, itemId))
    for (const text of originalTexts(context, id))
      yield { ...text, itemId, place: `inside, ${exhibitRef}, ${text.place}` };
}

function* permissionTexts(
  context: VaultContext,
  { caseId, recipient }: Pick<Of<'pack'>, 'caseId' | 'recipient'>,
  itemIds: readonly string[],
): Generator<LeavingText> {
  for (const { body } of listRecords(context, caseId, permissionKind.kind)) {
    const { data } = permissionKind.body.safeParse(body);
    if (data?.recipient !== recipient || !itemIds.includes(data.itemId)) continue;
    yield { itemId: data.itemId, record: null, place: 'who gave a permission', text: data.givenBy };
  }
}

/** The columns of a bundle's chronology. */
const bundleView: Pick<SavedViewBody, 'fields' | 'covering'> = {
  fields: ['dateSource', 'title', 'description', 'quote', 'place', 'reported', 'messages'],
  covering: [],
};

/** Those of them that a view shows, as it covers them; titles are drawn in the patterns whether it shows them or not. */
function bundleFieldsOf({ fields, covering }: SavedViewBody): Pick<SavedViewBody, 'fields' | 'covering'> {
  return { fields: bundleView.fields.filter((each) => each === 'title' || fields.includes(each)), covering };
}

function* chronologyTexts(
  context: VaultContext,
  { caseId, view, format, withCharts }: Of<'chronology'>,
): Generator<LeavingText> {
  const rowIds = selectEntries(context, caseId, view.filter, view.order);
  const entries = entriesInPieces(context, rowIds, view.order);
  if (!isFull(format)) {
    const titles = withCharts && format === 'pdf' ? (['title'] as const) : [];
    const shown = { ...view, fields: [...view.fields, ...titles] };
    yield* entryTexts(entries, shown, lawOfCase(context, caseId));
    return;
  }
  // Full ones hold every field, and the people, places and orders of the case.
  const portable = portableMaker(context, caseId);
  for (const entry of entries)
    yield {
      itemId: null,
      record: recordOf(entry),
      place: 'every field',
      text: JSON.stringify(portable(entry)),
    };
  if (format === 'json-full')
    for (const each of portableRegister(context, caseId))
      yield {
        itemId: null,
        record: null,
        place: 'people, places and orders',
        text: (registerKind.words?.(each) ?? []).join('\n'),
      };
}

function* entryTexts(
  entries: Iterable<Entry>,
  { fields, covering }: Pick<SavedViewBody, 'fields' | 'covering'>,
  law: Law,
): Generator<LeavingText> {
  for (const entry of entries) {
    for (const field of viewFields.filter((each) => fields.includes(each))) {
      const text = viewText(entry, field, covering, law);
      if (text !== '') yield { itemId: null, record: recordOf(entry), place: fieldLabel(field, law), text };
    }
  }
}

function recordOf({ id, title }: Entry): NonNullable<LeavingText['record']> {
  return { id, title };
}

/** What an exhibit is called on captions, indexes, schedules and labels. */
function* names(context: Db, itemId: string): Generator<LeavingText> {
  const { title, fileName, policeRef, document } = readItem(context, itemId);
  yield { itemId, record: null, place: 'title', text: title };
  yield { itemId, record: null, place: 'file name', text: fileName };
  if (policeRef !== '') yield { itemId, record: null, place: 'police reference', text: policeRef };
  if (document !== null)
    for (const text of [document.whose, document.number, document.behalf].filter((each) => each !== ''))
      yield { itemId, record: null, place: 'what is said of the document', text };
}

/** Where exhibits came from and through whose hands they went, in the lines of their records. */
function* handsTexts(
  context: VaultContext,
  caseId: string,
  itemIds: readonly string[],
): Generator<LeavingText> {
  for (const kind of [provenanceKind.kind, handoverKind.kind]) {
    const known = kindOf(kind);
    for (const { id, title, body } of listRecords(context, caseId, kind)) {
      if (known?.isBody(body) !== true) continue;
      const said = known.read(body);
      const about = known.about?.(said).find((itemId) => itemIds.includes(itemId));
      if (about === undefined) continue;
      for (const { label, text } of known.lines(said, () => ''))
        yield { itemId: null, record: { id, title }, place: label, text };
    }
  }
}

const pageRow = z.object({ page: z.int(), text: z.string(), corrected: z.string().nullable() });

function readPages({ db }: Db, itemId: string): readonly z.infer<typeof pageRow>[] {
  return allRows(
    db,
    pageRow,
    `SELECT p.page, p.text, c.text AS corrected FROM text_pages p
     LEFT JOIN text_corrections c ON c.item_id = p.item_id AND c.page = p.page WHERE p.item_id = ? ORDER BY p.page`,
    itemId,
  );
}

/** The words of an exhibit's pages: as they were read, and as somebody corrected them. */
function* pageTexts(context: Db, itemId: string): Generator<LeavingText> {
  for (const { page, text, corrected } of readPages(context, itemId))
    yield {
      itemId,
      record: null,
      place: `page ${page}`,
      text: corrected === null ? text : `${text}\n\n${corrected}`,
    };
}

/** The words of an exhibit that a redacted copy still shows, the newest unless another is named, with what is printed in its boxes. */
function* redactedTexts(context: Db, itemId: string, redactionId: string | null): Generator<LeavingText> {
  const all = readRedactions(context, itemId);
  const copy = redactionId === null ? all[0] : all.find(({ id }) => id === redactionId);
  if (copy === undefined) throw new HoldfastError('not-found');
  const read = readPageWords(context, itemId);
  // What is printed in a box is there whether or not anything was read of its page.
  const pages = new Set([...read.keys(), ...copy.boxes.map(({ page }) => page)]);
  for (const page of pages) {
    const boxes = copy.boxes.filter((box) => box.page === page);
    const seen = (read.get(page) ?? []).filter((word) => !boxes.some((box) => covers(box, word)));
    const text = [...seen.map((word) => word.text), ...boxes.map((box) => box.words)].join(' ');
    yield { itemId, record: null, place: `page ${page}`, text };
  }
  // What a person corrected has no place on the page: whether it is under a box, only a person can see.
  for (const { page, corrected } of readPages(context, itemId)) {
    if (corrected === null) continue;
    const isBoxed = copy.boxes.some((box) => box.page === page);
    const place = isBoxed ? `page ${page}, as somebody corrected it: see that it is covered` : `page ${page}`;
    yield { itemId, record: null, place, text: corrected };
  }
}

const messageRow = z.object({ position: z.int(), sender: z.string(), body: z.string() });

/** The lines of an export of messages. */
function* messageTexts({ db }: Db, itemId: string): Generator<LeavingText> {
  for (const row of db
    .prepare('SELECT position, sender, body FROM messages WHERE item_id = ?')
    .iterate(itemId)) {
    const { position, sender, body } = messageRow.parse(row);
    yield { itemId, record: null, place: `line ${position + 1}`, text: `${sender}\n${body}` };
  }
}
