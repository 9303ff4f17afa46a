import { sharedCase, sharedEntry, withCovered } from '../../../shared/domain/leaving/share-cover';
import type { SharedChoice } from '../../../shared/domain/leaving/share-cover';
import { emptyCopy } from '../../../shared/domain/merge/copy';
import { share } from '../../../shared/domain/merge/share';
import type { LeftOut } from '../../../shared/domain/merge/share';
import type { Body, Version } from '../../../shared/domain/records/version';
import type { PackageChosen } from '../../../shared/models/package-purpose';
import { kindOf, recordKinds } from '../../../shared/records/all';
import { caseKind } from '../../../shared/records/case';
import { correctionKind } from '../../../shared/records/text-correction';
import { dateChoiceKind } from '../../../shared/records/date-choice';
import { entryKind } from '../../../shared/records/entry';
import { exhibitKind } from '../../../shared/records/exhibit';
import { handoverKind } from '../../../shared/records/handover';
import { pageTurnsKind } from '../../../shared/records/page-turns';
import { pdfPasswordKind } from '../../../shared/records/pdf-password';
import { producerKind } from '../../../shared/records/producer';
import { provenanceKind } from '../../../shared/records/provenance';
import { registerKind } from '../../../shared/records/register';
import type { VaultContext } from '../../vault/api';
import { viewEntries } from '../chronology/view-entries';
import { readItems } from '../items/item-rows';
import { officeOf } from '../items/series-rows';
import type { Records } from './records';
import { redactedItem } from './records/redacted-items';
import { shownOf } from './records/versions';

/** Kinds about one exhibit that go along where its original does. */
const aboutExhibits: readonly string[] = [
  ...[exhibitKind, dateChoiceKind, provenanceKind, handoverKind].map(({ kind }) => kind),
  ...[correctionKind, pageTurnsKind, pdfPasswordKind].map(({ kind }) => kind),
];

/** What of a case goes in a share, and which chosen records stay and why. */
export interface ChosenRecords {
  readonly records: Records;
  readonly leftOut: ReadonlyMap<string, LeftOut>;
}

/**
 * Of all that a case has what was chosen: exhibits as their originals or as a redacted copy that stands as an exhibit of its own, the
 * entries of a view as it shows them, the people they name, and of each record how it stands now: its past goes as ids alone.
 */
export function chosenRecords(
  context: VaultContext,
  all: Records,
  { exhibits, chronology }: PackageChosen,
): ChosenRecords {
  const choice: SharedChoice = {
    exhibits: new Map(exhibits.map(({ itemId, redactionId }) => [itemId, redactionId])),
    view: chronology,
  };
  const originals = new Set(
    exhibits.flatMap(({ itemId, redactionId }) => (redactionId === null ? [itemId] : [])),
  );
  const entries = new Set(
    chronology === null ? [] : [...viewEntries(context, all.caseId, chronology)].map(({ id }) => id),
  );
  const refs = new Map(
    readItems(context, all.caseId, 'exhibit').map(({ id, exhibitRef }) => [id, exhibitRef]),
  );
  const items = itemsOf(all, choice, refs);
  const ids = recordsToShare(all, { choice, originals, entries, items });
  const { casePackage, leftOut } = share(
    { ...emptyCopy(all.caseId), versions: new Map(all.versions.map((each) => [each.id, each])) },
    ids,
    { office: officeOf(context), sentAt: context.now().getTime() },
    new Map(recordKinds.map((kind) => [kind, kindOf(kind)?.schema ?? 0])),
    { of: (version) => shown(version, choice), newId: context.newId },
  );
  const producers = new Set(shownOf(casePackage.versions, producerKind.kind).map(({ recordId }) => recordId));
  const producerIds = new Set(
    all.versions.flatMap(({ recordId, body }) =>
      body !== null && producers.has(recordId) ? [producerKind.body.parse(body).producerId] : [],
    ),
  );
  return {
    leftOut,
    records: {
      caseId: all.caseId,
      versions: [...casePackage.versions],
      series: all.series.filter(({ producerId }) => producerIds.has(producerId)),
      items,
      readings: all.readings
        .filter(({ itemId }) => originals.has(itemId))
        .map((reading) => ({
          ...reading,
          // What was found inside and does not go along is not known there.
          files: reading.files.map((file) =>
            file.itemId === null || originals.has(file.itemId)
              ? file
              : { ...file, itemId: null, copy: false },
          ),
        })),
      messageSources: all.messageSources.filter(({ itemId }) => originals.has(itemId)),
      redactions: [],
    },
  };
}

interface ToShare {
  readonly choice: SharedChoice;
  readonly originals: ReadonlySet<string>;
  readonly entries: ReadonlySet<string>;
  readonly items: Records['items'];
}

/** The records of which the head goes: the case, who produced what goes, what is said of it, the entries, whom they name. */
function recordsToShare(all: Records, { choice, originals, entries, items }: ToShare): ReadonlySet<string> {
  const initials = new Set(
    shownOf(all.versions, caseKind.kind).map(({ body }) => caseKind.body.parse(body).exhibitInitials),
  );
  const producers = new Set([
    ...items.flatMap(({ producerId }) => producerId ?? []),
    // Whose references the case begins with: without them it could not be counted on there.
    ...all.series.filter((each) => initials.has(each.initials)).map(({ producerId }) => producerId),
  ]);
  const wanted = shownHeads(all).filter((version) => goes(version, { originals, entries, producers }));
  const linked = new Set(
    wanted.flatMap(({ kind, body }) =>
      kind === entryKind.kind
        ? sharedEntry(entryKind.body.parse(body), choice).links.map(({ id }) => id)
        : [],
    ),
  );
  const people = shownOf(all.versions, registerKind.kind).filter(({ recordId }) => linked.has(recordId));
  return new Set([...wanted, ...people].map(({ recordId }) => recordId));
}

interface Wanted extends Pick<ToShare, 'originals' | 'entries'> {
  readonly producers: ReadonlySet<string>;
}

function goes({ recordId, kind, body }: Version, { originals, entries, producers }: Wanted): boolean {
  switch (kind) {
    case caseKind.kind:
      return true;
    case producerKind.kind:
      return producers.has(producerKind.body.parse(body).producerId);
    case entryKind.kind:
      return entries.has(recordId);
    default: {
      const about = kindOf(kind)?.about?.(body ?? {}) ?? [];
      return about.length > 0 && about.every((id) => originals.has(id));
    }
  }
}

function shownHeads({ versions }: Records): readonly Version[] {
  const kinds = [caseKind.kind, producerKind.kind, entryKind.kind, ...aboutExhibits];
  return kinds.flatMap((kind) => shownOf(versions, kind));
}

/** What a version says in a share, and whom it names there; null where nothing of it is covered. */
function shown({ kind, body }: Version, choice: SharedChoice): ReturnType<Cover> {
  if (body === null) return null;
  const known = kindOf(kind);
  const said = known === undefined ? null : sharedBody(kind, known.read(body), choice);
  return known === undefined || said === null ? null : { body: said, refs: known.refs(said) };
}
type Cover = (version: Version) => { readonly body: Body; readonly refs: readonly string[] } | null;

function sharedBody(kind: string, body: Body, choice: SharedChoice): Body | null {
  const covering = choice.view?.covering ?? [];
  const asBody = (said: object): Body => JSON.parse(JSON.stringify({ ...body, ...said })) as Body;
  switch (kind) {
    case caseKind.kind:
      return asBody(sharedCase(caseKind.body.parse(body), covering));
    case entryKind.kind: {
      // A field of a newer Holdfast may say anything: it stays.
      const said = sharedEntry(entryKind.body.parse(body), choice);
      return JSON.parse(JSON.stringify(said)) as Body;
    }
    case registerKind.kind: {
      // How to find somebody, and where an order stands, is for those who work with the client.
      const said = withCovered(registerKind.body.parse(body), ['name', 'relation'], covering, ['notes']);
      const { person: _person, order: _order, ...named } = asBody(said);
      return named;
    }
    case exhibitKind.kind:
      return asBody(withCovered(exhibitKind.body.parse(body), ['title', 'policeRef'], covering));
    case producerKind.kind:
      return asBody(withCovered(producerKind.body.parse(body), ['name'], covering));
    case provenanceKind.kind:
      return asBody(
        withCovered(
          provenanceKind.body.parse(body),
          ['givenBy', 'device', 'capturedBy', 'account', 'saidBy', 'note'],
          covering,
        ),
      );
    case handoverKind.kind:
      return asBody(
        withCovered(
          handoverKind.body.parse(body),
          ['from', 'to', 'place', 'purpose', 'seal', 'confirmation', 'note'],
          covering,
        ),
      );
    case dateChoiceKind.kind:
      return asBody(withCovered(dateChoiceKind.body.parse(body), ['reason'], covering));
    // What was put right in the text of an original goes with that original, and the rest is no text of anybody's.
    default:
      return null;
  }
}

/** The exhibits that go: an original as it is, without what it came inside where that stays; a redacted copy as one of its own. */
function itemsOf(
  { items, redactions }: Records,
  { exhibits }: SharedChoice,
  refs: ReadonlyMap<string, string>,
): Records['items'] {
  return items.flatMap((item) => {
    const redactionId = exhibits.get(item.id);
    if (redactionId === undefined) return [];
    if (redactionId === null) {
      const goesWithParent = item.parentId !== null && exhibits.get(item.parentId) === null;
      return [goesWithParent ? item : { ...item, parentId: null, parentPlace: null }];
    }
    const copy = redactions.find(({ id, itemId }) => id === redactionId && itemId === item.id);
    return copy === undefined ? [] : [redactedItem(item, refs.get(item.id) ?? item.exhibitRef, copy)];
  });
}
