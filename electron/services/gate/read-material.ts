import * as z from 'zod';
import type { LeavingItem, Material, ProtectedLine } from '../../../shared/domain/leaving/check';
import type { LeavingCheck, LeavingRequest, Recipient } from '../../../shared/models/leaving-gate';
import { recipientOf as recipientOfReader } from '../../../shared/domain/casework/letters/consent';
import { isFull } from '../../../shared/models/chronology-export';
import type { PackageChosen } from '../../../shared/models/package-purpose';
import type { SavedViewBody } from '../../../shared/models/saved-view';
import { caseKind } from '../../../shared/records/case';
import { leavingAnswerKind } from '../../../shared/records/leaving-answer';
import { permissionKind } from '../../../shared/records/permission';
import { protectedKind } from '../../../shared/records/protected';
import { HoldfastError } from '../../../shared/errors';
import type { VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';
import { countEntries } from '../chronology/entry-rows';
import { selectEntries } from '../chronology/selection';
import { readInside } from '../items/inside-of';
import { readItems } from '../items/item-rows';
import { readSharedReferences } from '../exhibits/shared-references';
import { listUndecided, readBodies } from '../records/read-records';
import { markedPages } from '../pdf-copy/beside';
import { readRedactions } from '../redaction/rows';
import { letterConsent, readLetter } from '../letters/read-letter';
import { leavingTexts } from './leaving-texts';

/** All that the gate looks at of what is about to leave. Throws `invalid-input` for exhibits of another case. */
export function readMaterial(context: VaultContext, request: LeavingRequest): Material {
  const { caseId, output } = request;
  const protectedList = readProtectedList(context, caseId);
  const everyEntry =
    (output === 'package' && chosenOf(request) === null) ||
    (output === 'bundle' && request.includeChronology && request.view === null);
  return {
    output,
    recipient: recipientOf(context, request),
    isPart: isPart(context, request),
    consentProblem: output === 'letter' ? letterConsent(context, request) : '',
    items: readLeavingItems(context, request),
    texts: leavingTexts(context, request),
    entries: everyEntry ? countEntries(context, caseId) : countSelected(context, request),
    protectedList,
    permissions: readBodies(context, caseId, permissionKind),
    answers: readBodies(context, caseId, leavingAnswerKind),
    // Of records that have nothing to do with an exhibit, neither a copy nor a paper of it says anything.
    undecided: undecidedIn(context, request),
    sharedRefs: readSharedReferences(context, caseId).map(({ ref, files }) => ({
      ref,
      itemIds: files.map(({ item }) => item.id),
    })),
    held: readHeld(context, request, protectedList.length),
  };
}

/** What was chosen for a pack or a share; null for everything else. */
function chosenOf(request: LeavingRequest): PackageChosen | null {
  if (request.output === 'pack') return request;
  return request.output === 'package' && request.purpose === 'share' ? (request.chosen ?? null) : null;
}

/** Of what is known a part goes to another office or agency, which may not know where the client lives. */
function isPart(context: VaultContext, request: LeavingRequest): boolean {
  if (request.output === 'letter') return recipientOf(context, request) === 'office';
  return request.output === 'package' && chosenOf(request) !== null;
}

/** Records with two versions that show in what leaves. */
function undecidedIn(context: VaultContext, request: LeavingRequest): Material['undecided'] {
  const { output, caseId } = request;
  if (output === 'papers' || output === 'copy') return [];
  const all = listUndecided(context, caseId);
  return output === 'letter' ? all.filter(({ id }) => id === request.letterId) : all;
}

function recipientOf(context: VaultContext, request: LeavingRequest): Recipient | null {
  switch (request.output) {
    case 'bundle':
    case 'copy':
    case 'pack':
      return request.recipient;
    case 'package':
      return 'office';
    case 'chronology':
      return request.view.audience;
    case 'papers':
      return null;
    case 'letter':
      return recipientOfReader(readLetter(context, request).body.reader);
  }
}

/** Null: all of the case. */
function itemIdsOf(request: LeavingRequest): readonly string[] | null {
  switch (request.output) {
    case 'bundle':
    case 'papers':
      return request.itemIds;
    case 'copy':
      return [request.itemId];
    case 'pack':
      return request.exhibits.map(({ itemId }) => itemId);
    case 'package':
      return chosenOf(request)?.exhibits.map(({ itemId }) => itemId) ?? null;
    case 'chronology':
    case 'letter':
      return [];
  }
}

function readLeavingItems(context: VaultContext, request: LeavingRequest): readonly LeavingItem[] {
  const ids = itemIdsOf(request);
  if (ids?.length === 0) return [];
  const all = readItems(context, request.caseId, 'exhibit');
  const wanted = ids === null ? null : new Set(ids);
  const items = all.filter(({ id }) => wanted === null || wanted.has(id));
  if (wanted !== null && items.length !== wanted.size) throw new HoldfastError('invalid-input');
  // Only an original, or a package of all of them, still says where a picture was taken.
  const places = goesWithPlaces(request) ? readPlaces(context, request.caseId) : noPlaces;
  const unread = readUnread(context, request.caseId);
  const isRedacted = redactedIn(context, request);
  const classes = new Map(all.map(({ id, itemClass }) => [id, itemClass]));
  return items.map(({ id, exhibitRef, title, itemClass, dateConflict, kind }) => {
    const redacted = isRedacted(id);
    // An original goes with what came inside it; a redacted copy says of neither where it was made.
    const isChosen = chosenOf(request) !== null;
    const whole = isChosen && !redacted ? [id, ...idsInside(context, id)] : [id];
    const told = isChosen && redacted ? [] : whole.flatMap((each) => places.get(each) ?? []);
    return {
      ...{ id, exhibitRef, title, itemClass },
      isDateUndecided: dateConflict,
      isRedacted: redacted,
      places: told.flatMap(({ place }) => place ?? []),
      saysPlace: told.length > 0,
      isUnread: whole.some((each) => unread.has(each)),
      markedPages: redacted ? [] : markedPages(context, { id, kind }),
      insideClasses: whole.slice(1).flatMap((each) => classes.get(each) ?? []),
    };
  });
}

/** Only an original, or a package of all of them, still says where a picture was taken. */
function goesWithPlaces(request: LeavingRequest): boolean {
  if (request.output === 'package' || request.output === 'pack') return true;
  if (request.output === 'copy') return request.form === 'original';
  return request.output === 'papers' && request.withPlace;
}

/** Whether an exhibit goes as its redacted copy. */
function redactedIn(context: VaultContext, request: LeavingRequest): (itemId: string) => boolean {
  const chosen = chosenOf(request);
  if (chosen !== null) {
    const redacted = new Set(
      chosen.exhibits.flatMap(({ itemId, redactionId }) => (redactionId === null ? [] : [itemId])),
    );
    return (itemId) => redacted.has(itemId);
  }
  if (request.output === 'bundle') {
    const unredacted = new Set(request.unredacted);
    return (itemId) => !unredacted.has(itemId) && readRedactions(context, itemId).length > 0;
  }
  const goes = request.output === 'copy' && request.form === 'redacted';
  return (itemId) => goes && readRedactions(context, itemId).length > 0;
}

function idsInside(context: VaultContext, itemId: string): readonly string[] {
  return readInside(context, itemId).map(({ id }) => id);
}

const factRow = z.object({ item_id: z.string(), value: z.string() });
type Places = ReadonlyMap<string, readonly { readonly place: LeavingItem['places'][number] | null }[]>;
const noPlaces: Places = new Map();

/** Where files say that they were made, in degrees; null for one that says so in another way. A film writes them otherwise than a picture. */
function readPlaces({ db }: VaultContext, caseId: string): Places {
  const rows = allRows(
    db,
    factRow,
    `SELECT f.item_id, coalesce(f.value, f.raw) AS value FROM facts f JOIN evidence e ON e.id = f.item_id
     WHERE e.case_id = ? AND f.field = 'location'`,
    caseId,
  );
  const places = new Map<string, { readonly place: LeavingItem['places'][number] | null }[]>();
  for (const { item_id: id, value } of rows) {
    const match = /^(-?\d+(?:\.\d+)?), (-?\d+(?:\.\d+)?)/.exec(value);
    const place = match === null ? null : { latitude: Number(match[1]), longitude: Number(match[2]) };
    places.set(id, [...(places.get(id) ?? []), { place }]);
  }
  return places;
}

/** Exhibits of which pages wait to be read, could not be read, or are of a kind whose words nobody reads. */
function readUnread({ db }: VaultContext, caseId: string): ReadonlySet<string> {
  return new Set(
    z.array(z.string()).parse(
      db
        .prepare(
          `SELECT e.id FROM evidence e WHERE e.case_id = @caseId AND (EXISTS (SELECT 1 FROM text_queue q WHERE q.item_id = e.id)
             OR NOT EXISTS (SELECT 1 FROM text_pages p WHERE p.item_id = e.id))`,
        )
        .pluck()
        .all({ caseId }),
    ),
  );
}

function countSelected(context: VaultContext, request: LeavingRequest): number {
  const view = viewOf(request);
  return view === null ? 0 : selectEntries(context, request.caseId, view.filter, view.order).length;
}

/** What is shown of the chronology. */
function viewOf(request: LeavingRequest): SavedViewBody | null {
  if (request.output === 'bundle') return request.includeChronology ? request.view : null;
  const chosen = chosenOf(request);
  if (chosen !== null) return chosen.chronology;
  return request.output === 'chronology' ? request.view : null;
}

/** The permissions of a case, as they are recorded. */
export function readPermissions(context: VaultContext, caseId: string) {
  return readBodies(context, caseId, permissionKind);
}

/** The protected list, with what the case itself says is safe or secret: it is on the list without being written there again. */
export function readProtectedList(context: VaultContext, caseId: string): readonly ProtectedLine[] {
  const lines = readBodies(context, caseId, protectedKind);
  const contact = readBodies(context, caseId, caseKind)[0]?.safeContact;
  if (contact === undefined) return lines;
  const numbers = (contact.safeNumbers.match(/\+?\d[\d\s().\-/]{6,}\d/gu) ?? []).map(
    (text, index): ProtectedLine => ({
      ...{ id: `safe number ${index + 1} ${text.replace(/\D+/gu, '')}`, what: 'number', text },
      ...{ whose: 'Safe contact', place: null },
    }),
  );
  const word = contact.codeWord.trim();
  const code: readonly ProtectedLine[] =
    word.length < 2
      ? []
      : [{ id: 'code word', what: 'words', text: word, whose: 'Safe contact', place: null }];
  return [...lines, ...numbers, ...code];
}

/** What this kind of output never carries, so that a person need not look for it. */
function readHeld(context: VaultContext, request: LeavingRequest, listed: number): LeavingCheck['held'] {
  if (request.output === 'papers') return [];
  if (request.output === 'package' && chosenOf(request) === null) return [];
  const withComments =
    viewOf(request)?.fields.includes('comment') === true ||
    (request.output === 'chronology' && isFull(request.format));
  const comments = withComments ? 0 : countComments(context, request.caseId);
  return [
    { code: 'comments' as const, count: comments },
    { code: 'protected-list' as const, count: listed },
  ].filter(({ count }) => count > 0);
}

function countComments({ db }: VaultContext, caseId: string): number {
  const sql = `SELECT count(*) FROM entries WHERE case_id = ? AND removed = 0 AND coalesce(json_extract(body, '$.comment'), '') <> ''`;
  return Number(db.prepare(sql).pluck().get(caseId));
}
