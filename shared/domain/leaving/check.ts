import { answeredKey, anyPlace } from '../../records/leaving-answer';
import type { LeavingAnswer } from '../../records/leaving-answer';
import type { PermissionRecord } from '../../records/permission';
import type { ItemClass } from '../../models/item-class';
import type {
  LeavingCheck,
  LeavingPoint,
  LeavingRequest,
  ProtectedBody,
  Recipient,
} from '../../models/leaving-gate';
import { ruleFor } from './class-rules';
import { haystackOf, holds, metresBetween, needleOf } from './protected-words';

/** An exhibit that is about to leave, or to be named on a paper that does. */
export interface LeavingItem {
  readonly id: string;
  readonly exhibitRef: string;
  readonly title: string;
  readonly itemClass: ItemClass | null;
  /** What somebody has said of files that go inside it, where that is something else. */
  readonly insideClasses: readonly ItemClass[];
  /** Its facts disagree about its date, and nobody has chosen. */
  readonly isDateUndecided: boolean;
  /** Its redacted copy goes in its place. */
  readonly isRedacted: boolean;
  /** Where it, or what lies inside it, was taken, where what leaves still says so. */
  readonly places: readonly { readonly latitude: number; readonly longitude: number }[];
  /** Something in it says where it was taken, whether or not anybody can tell where that is. */
  readonly saysPlace: boolean;
  /** Pages are there whose words nobody has read, so that they cannot be looked through. */
  readonly isUnread: boolean;
  /** Pages with marks for redaction that were never applied, where its original goes or is shown. */
  readonly markedPages: readonly number[];
}

/** A text that leaves as it stands, and where that is. */
export interface LeavingText {
  readonly itemId: string | null;
  readonly record: { readonly id: string; readonly title: string } | null;
  /** A page, or the name of a field. */
  readonly place: string;
  readonly text: string;
}

export type ProtectedLine = Pick<ProtectedBody, 'what' | 'text' | 'whose' | 'place'> & {
  readonly id: string;
};

/** All that the gate looks at, before any of it leaves. */
export interface Material {
  readonly output: LeavingRequest['output'];
  readonly recipient: Recipient | null;
  /** Only a part of the case goes to another office: to that one the client's addresses may be a secret. */
  readonly isPart?: boolean;
  readonly items: readonly LeavingItem[];
  readonly texts: Iterable<LeavingText>;
  readonly entries: number;
  readonly protectedList: readonly ProtectedLine[];
  readonly permissions: readonly PermissionRecord[];
  readonly answers: readonly LeavingAnswer[];
  readonly undecided: readonly { readonly id: string; readonly title: string }[];
  readonly sharedRefs: readonly { readonly ref: string; readonly itemIds: readonly string[] }[];
  /** Why the client’s consent does not let it go, in a sentence; empty or left out where nothing is to be asked. */
  readonly consentProblem?: string;
  /** What the kind of output never carries. */
  readonly held: LeavingCheck['held'];
}

/** To these the client's own addresses are no secret, or they get the whole case. */
const trusted: readonly (Recipient | null)[] = ['client', 'own', 'office'];
const mayKnow = ({ recipient, isPart }: Material): boolean => trusted.includes(recipient) && isPart !== true;

const empty = {
  items: [],
  record: null,
  itemClass: null,
  permission: null,
  why: '',
  protectedId: null,
  protectedText: '',
  places: [],
  metres: null,
} as const satisfies Partial<LeavingPoint>;

/**
 * The one gate that everything passes which leaves the vault (design, "What leaves"): what goes, what stays by rule, and what a
 * person must decide first. It decides nothing for anybody.
 */
export function checkLeaving(material: Material): LeavingCheck {
  const found = findProtected(material);
  const answered = new Set(material.answers.map(answeredKey));
  const open = found.filter((point) => {
    const wanted = answerFor(point, material.recipient);
    return wanted === null || !answered.has(answeredKey(wanted));
  });
  const decide = [
    ...recipientPoints(material),
    ...consentPoints(material),
    ...classPoints(material),
    ...open,
    ...softPoints(material),
  ];
  const { items, entries, recipient, held } = material;
  return {
    recipient,
    decide,
    held,
    goes: {
      exhibits: items.length,
      entries,
      redacted: items.filter(({ isRedacted }) => isRedacted).length,
      allowed: found.length - open.length + permitted(material).length,
    },
  };
}

/** Whether nothing that stops is left to decide. */
export function mayLeave({ decide }: Pick<LeavingCheck, 'decide'>): boolean {
  return decide.every(({ stops }) => !stops);
}

/** A paper only names exhibits: what they are of is not on it. */
const carriesExhibits = ({ output }: Material): boolean =>
  output !== 'papers' && output !== 'chronology' && output !== 'letter';

/** Whoever gets a pack reads all that its originals say of themselves, so that no place is in it unseen. */
const asksForEveryPlace = ({ output, isPart }: Material): boolean => output === 'pack' || isPart === true;

/** For whom it is must be said wherever a rule turns on it. */
function recipientPoints(material: Material): readonly LeavingPoint[] {
  if (material.recipient !== null || material.output === 'papers') return [];
  const turns =
    material.output !== 'copy' ||
    material.items.some(({ itemClass }) => itemClass !== null && itemClass !== 'own');
  return turns ? [{ ...empty, key: 'recipient', code: 'recipient', stops: true }] : [];
}

/** What goes to others about the client goes with consent, or with a reason for sharing without it that is written down. */
function consentPoints({ consentProblem = '' }: Material): readonly LeavingPoint[] {
  if (consentProblem === '') return [];
  return [{ ...empty, key: 'consent', code: 'consent', stops: true, why: consentProblem }];
}

function classPoints(material: Material): readonly LeavingPoint[] {
  const { items, recipient } = material;
  if (!carriesExhibits(material)) return [];
  const unknown = items.filter(({ itemClass }) => itemClass === null);
  const asked: LeavingPoint[] =
    unknown.length === 0
      ? []
      : [{ ...empty, key: 'class-unknown', code: 'class-unknown', stops: true, items: unknown.map(named) }];
  if (recipient === null) return asked;
  return [...asked, ...items.flatMap((item) => ruled(item, recipient, material))];
}

/** The rules for what an exhibit is, and for what lies inside it. */
function ruled(item: LeavingItem, recipient: Recipient, material: Material): readonly LeavingPoint[] {
  const classes = new Set([...(item.itemClass === null ? [] : [item.itemClass]), ...item.insideClasses]);
  return [...classes].flatMap((itemClass) => ruledAs(item, itemClass, recipient, material));
}

function ruledAs(
  item: LeavingItem,
  itemClass: ItemClass,
  recipient: Recipient,
  material: Material,
): readonly LeavingPoint[] {
  const key = itemClass === item.itemClass ? item.id : `${item.id} ${itemClass}`;
  const rule = ruleFor(itemClass, recipient);
  if (rule.then === 'goes') return [];
  const why =
    rule.source === '' ? rule.why : `${rule.why} (${rule.source}${rule.confirmed ? '' : '; not confirmed'})`;
  const point = { ...empty, stops: true, items: [named(item)], itemClass, why };
  if (rule.then === 'stays') return [{ ...point, key: `class-stays ${key}`, code: 'class-stays' }];
  if (isPermitted(item.id, itemClass, recipient, material)) return [];
  return [{ ...point, key: `permission ${key}`, code: 'permission', permission: rule.permission }];
}

function isPermitted(
  id: string,
  itemClass: ItemClass,
  recipient: Recipient,
  { permissions }: Material,
): boolean {
  const rule = ruleFor(itemClass, recipient);
  return (
    rule.then === 'permission' &&
    permissions.some(
      (each) => each.itemId === id && each.recipient === recipient && each.what === rule.permission,
    )
  );
}

function permitted(material: Material): readonly LeavingItem[] {
  const { items, recipient } = material;
  return recipient === null || !carriesExhibits(material)
    ? []
    : items.filter(
        ({ id, itemClass }) => itemClass !== null && isPermitted(id, itemClass, recipient, material),
      );
}

function named({ id, exhibitRef, title }: LeavingItem): LeavingPoint['items'][number] {
  return { id, exhibitRef, title };
}

/** Where lines of the protected list stand in what leaves, one point for each exhibit or record and line. */
function findProtected(material: Material): readonly LeavingPoint[] {
  const { protectedList } = material;
  if (mayKnow(material)) return [];
  const near = nearPlaces(material);
  const places = asksForEveryPlace(material) ? [...near, ...otherPlaces(material, near)] : near;
  if (protectedList.length === 0) return places;
  const items = new Map(material.items.map((item) => [item.id, item]));
  const needles = protectedList.map((line) => ({ line, needle: needleOf(line.id, line) }));
  const points = new Map<string, LeavingPoint>();
  for (const { itemId, record, place, text } of material.texts) {
    const haystack = haystackOf(text);
    for (const { line, needle } of needles) {
      if (!holds(haystack, needle)) continue;
      const key = `protected-words ${itemId ?? record?.id ?? ''} ${line.id}`;
      const item = itemId === null ? undefined : items.get(itemId);
      const before = points.get(key);
      points.set(key, {
        ...{ ...empty, key, code: 'protected-words', stops: true, record },
        items: item === undefined ? [] : [named(item)],
        ...ofLine(line),
        places: [...new Set([...(before?.places ?? []), place])],
      });
    }
  }
  return [...points.values(), ...places];
}

function ofLine({ id, text }: ProtectedLine): Pick<LeavingPoint, 'protectedId' | 'protectedText'> {
  return { protectedId: id, protectedText: text };
}

/** Pictures that say where they were taken, near a place of the list. */
function nearPlaces({ items, protectedList }: Material): readonly LeavingPoint[] {
  return items.flatMap((item) =>
    protectedList.flatMap((line): readonly LeavingPoint[] => {
      const { place } = line;
      if (place === null || item.places.length === 0) return [];
      const metres = Math.round(Math.min(...item.places.map((each) => metresBetween(each, place))));
      if (metres > place.metres) return [];
      const key = `protected-place ${item.id} ${line.id}`;
      const point = { ...empty, key, code: 'protected-place', stops: true, items: [named(item)] } as const;
      return [{ ...point, ...ofLine(line), metres }];
    }),
  );
}

/** Originals that say where they were taken, and are not named for it already. */
function otherPlaces({ items }: Material, near: readonly LeavingPoint[]): readonly LeavingPoint[] {
  const told = new Set(near.flatMap((point) => point.items.map(({ id }) => id)));
  return items
    .filter(({ id, saysPlace }) => saysPlace && !told.has(id))
    .map((item) => ({
      ...{ ...empty, key: `holds-place ${item.id}`, code: 'holds-place' as const, stops: true },
      ...{ items: [named(item)], protectedId: anyPlace },
    }));
}

/** What a person answers where something may leave all the same; null for a point that has no such answer. */
export function answerFor(
  { code, items, record, protectedId }: LeavingPoint,
  recipient: Recipient | null,
): Omit<LeavingAnswer, 'why'> | null {
  if (protectedId === null) return null;
  const about = { itemId: items[0]?.id ?? null, recordId: record?.id ?? null, protectedId };
  if (code === 'holds-place') return { recipient, code: 'protected-place', ...about };
  return code === 'protected-words' || code === 'protected-place' ? { recipient, code, ...about } : null;
}

/** What is said before something leaves, and stops nothing. */
function softPoints(material: Material): readonly LeavingPoint[] {
  const { items, undecided, sharedRefs, protectedList } = material;
  const ids = new Set(items.map(({ id }) => id));
  const unread = protectedList.length === 0 || mayKnow(material) || !carriesExhibits(material);
  const notSearched = unread ? [] : items.filter(({ isUnread }) => isUnread);
  const soft = { ...empty, stops: false };
  return [
    ...(notSearched.length === 0
      ? []
      : [{ ...soft, key: 'not-searched', code: 'not-searched' as const, items: notSearched.map(named) }]),
    ...undecided.map((record) => ({
      ...soft,
      ...{ key: `two-versions ${record.id}`, code: 'two-versions' as const, record },
    })),
    // A copy is the file itself: no date is written on it.
    ...items
      .filter(({ isDateUndecided }) => isDateUndecided && material.output !== 'copy')
      .map((item) => ({
        ...soft,
        ...{ key: `date-undecided ${item.id}`, code: 'date-undecided' as const, items: [named(item)] },
      })),
    ...items
      .filter(({ markedPages }) => markedPages.length > 0 && carriesExhibits(material))
      .map((item) => ({
        ...soft,
        ...{ key: `redaction-marks ${item.id}`, code: 'redaction-marks' as const, items: [named(item)] },
        places: item.markedPages.map((page) => `page ${page}`),
      })),
    ...sharedRefs
      .filter(({ itemIds }) => itemIds.some((id) => ids.has(id)))
      .map(({ ref, itemIds }) => ({
        ...soft,
        ...{ key: `same-reference ${ref}`, code: 'same-reference' as const },
        items: items.filter(({ id }) => itemIds.includes(id)).map(named),
      })),
  ];
}
