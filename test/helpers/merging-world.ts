import fc from 'fast-check';
import { farApart, parseHlc } from '../../shared/domain/hlc';
import { versionsHeld } from '../../shared/domain/merge/changes';
import type { HeldVersions } from '../../shared/domain/merge/changes';
import type { CasePackage, KnownKinds } from '../../shared/domain/merge/package';
import { noDecisions } from '../../shared/domain/merge/receive';
import type { Decisions, MergeReport } from '../../shared/domain/merge/receive';
import { sayingOf } from '../../shared/domain/records/heads';
import { canonical, isStub, versionText } from '../../shared/domain/records/version';
import type { PackedExhibits } from './merging-exhibits';
import { MergingOffice, kindNames, scatteredIds } from './merging-office';

const decade = 10 * 365 * 86_400_000;
const start = Date.UTC(2026, 10, 27);

const whatHappens = [
  ...['add', 'add', 'edit', 'edit', 'edit', 'edit', 'edit', 'remove', 'join', 'join', 'back', 'undo'],
  ...['copy', 'handover', 'share', 'share', 'changes', 'changes', 'exhibit', 'exhibit'],
  ...['receive', 'receive', 'receive', 'receive', 'receive', 'receive', 'receive'],
  ...['exchange', 'cross', 'eraseRecord', 'eraseVersion', 'clock'],
] as const;

/** What happens next; each number is taken modulo what there is, so that every event means something everywhere. */
const event = fc.record({
  what: fc.constantFrom(...whatHappens),
  office: fc.nat(5),
  one: fc.nat(40),
  two: fc.nat(40),
  /** Bits that choose records. */
  some: fc.nat(255),
  rarely: fc.nat(9),
  off: fc.integer({ min: -decade, max: decade }),
});

/** Three to six offices and what they do, the clocks of some of them wrong by up to ten years. */
export const story = fc.record({
  offices: fc.integer({ min: 3, max: 6 }),
  events: fc.array(event, { minLength: 25, maxLength: 80, size: 'max' }),
});
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

const allKinds: KnownKinds = new Map([
  ['entry', 2],
  ['register', 1],
  ['note', 1],
  ['later', 1],
]);
/** The first office runs an older Holdfast: one kind it does not know, of another an older schema. */
const olderKinds: KnownKinds = new Map([
  ['entry', 1],
  ['register', 1],
  ['note', 1],
]);

/** A package that lies about until somebody reads it: at once, late, twice or never. */
interface Sent {
  readonly casePackage: CasePackage;
  readonly exhibits: PackedExhibits;
  /** What whoever has taken it in has of the case; null of a share, from which nothing is counted. */
  readonly held: (HeldVersions & { readonly exhibits: ReadonlySet<string> }) | null;
  /** The package without which it is not taken in. */
  readonly since: Sent | null;
}

/** Offices that work on one case, and the packages between them. */
export class MergingWorld {
  readonly offices: readonly MergingOffice[];
  private readonly packages: Sent[] = [];
  private readonly taken = new Map<MergingOffice, Set<Sent>>();
  private readonly given = new Set<string>();
  private minutes = 0;
  private readonly off: number[];

  /** @param told What came to pass and how often, for who asks. */
  constructor(
    count: number,
    private readonly told: Map<string, number> | null = null,
  ) {
    const newId = scatteredIds();
    this.off = Array.from({ length: count }, () => 0);
    this.offices = this.off.map(
      (_, at) =>
        new MergingOffice(
          `office-${at}`,
          at === 0 ? olderKinds : allKinds,
          newId,
          () => {
            this.minutes += 1;
            return start + this.minutes * 60_000 + (this.off[at] ?? 0);
          },
          this.given,
        ),
    );
    const [, first] = this.offices;
    if (first === undefined) return;
    for (const kind of kindNames) first.add(kind, { word: 'w0', place: 'p0', links: [] });
    first.exhibits.begin();
    const begun = this.whole(first);
    this.packages.push(begun);
    for (const office of this.offices) this.take(office, begun, noDecisions);
  }

  run(next: Event): void {
    const at = next.office % this.offices.length;
    const office = this.offices[at];
    if (office === undefined) return;
    const records = office.recordIds();
    const other = this.offices[next.two % this.offices.length] ?? office;
    if (next.what === 'clock') this.off[at] = next.off;
    else if (next.what === 'copy') this.packages.push(this.whole(office));
    else if (next.what === 'handover') this.packages.push(this.whole(office, other.name));
    else if (next.what === 'changes') this.changes(office, next);
    else if (next.what === 'exhibit') office.exhibits.add();
    else if (next.what === 'exchange') this.exchange(office, other);
    else if (next.what === 'receive') this.receive(office, next);
    else if (next.what === 'add') {
      const kind = kindNames[next.two % kindNames.length] ?? 'entry';
      office.add(kind, { word: `w${next.some % 3}`, place: 'p0', links: [] });
    } else if (records.length > 0) this.touch(office, records, next);
  }

  /** All that an office has, with which it hands the case over to another or not. */
  private whole(office: MergingOffice, to: string | null = null): Sent {
    const casePackage = office.caseHandover();
    const exhibits = office.exhibits.pack(() => true, to);
    const held = { ...versionsHeld(casePackage.versions, null), exhibits: new Set(exhibits.refs.keys()) };
    return { casePackage, exhibits, held, since: null };
  }

  /** What is new since some package that the office wrote. */
  private changes(office: MergingOffice, next: Event): void {
    const counted = this.packages.filter(
      ({ casePackage, held }) => held !== null && casePackage.office === office.name,
    );
    const since = counted[next.one % Math.max(1, counted.length)];
    if (since?.held == null) return;
    const { held } = since;
    const all = office.exhibits.refs.keys();
    this.packages.push({
      casePackage: office.changes(held),
      exhibits: office.exhibits.pack((id) => !held.exhibits.has(id)),
      held: {
        ...versionsHeld([...office.copy.versions.values()], held),
        exhibits: new Set([...held.exhibits, ...all]),
      },
      since,
    });
  }

  private touch(office: MergingOffice, records: readonly string[], next: Event): void {
    const recordId = records[next.one % records.length] ?? '';
    const told = [...office.copy.versions.values()].filter(
      (version) => version.recordId === recordId && !isStub(version),
    );
    const version = told[next.two % Math.max(1, told.length)];
    if (next.what === 'edit') this.edit(office, recordId, next);
    else if (next.what === 'remove') office.remove(recordId);
    else if (next.what === 'undo') office.undo(recordId);
    else if (next.what === 'join') this.join(office, records, next);
    else if (next.what === 'cross') this.cross(office, recordId, next);
    else if (next.what === 'share') {
      const chosen = records.filter((id, bit) => id === recordId || (next.some >> (bit % 8)) % 2 === 1);
      const casePackage = office.share(new Set(chosen), next.rarely > 4);
      const exhibits = office.exhibits.pack((id) => id.charCodeAt(id.length - 1) % 2 === next.some % 2);
      this.packages.push({ casePackage, exhibits, held: null, since: null });
    } else if (next.what === 'eraseRecord') {
      if (next.rarely > 5) office.eraseRecord(recordId);
    } else if (version === undefined) return;
    else if (next.what === 'back') office.bringBack(recordId, version);
    else if (next.what === 'eraseVersion' && next.rarely > 3) office.eraseVersion(version);
  }

  private edit(office: MergingOffice, recordId: string, next: Event): void {
    const word = `w${next.two % 3}`;
    office.edit(recordId, (body) => {
      if (next.some % 3 > 0) return { ...body, [next.some % 2 === 0 ? 'word' : 'place']: word };
      const links = Array.isArray(body.links) ? body.links.filter((id) => typeof id === 'string') : [];
      const link = `l${next.some % 5}`;
      return { ...body, links: links.includes(link) ? links.filter((id) => id !== link) : [...links, link] };
    });
  }

  private join(office: MergingOffice, records: readonly string[], next: Event): void {
    const undecided = records.filter((id) => office.question(id).is !== 'nothing');
    const recordId = undecided[next.one % Math.max(1, undecided.length)];
    if (recordId === undefined) return;
    const made = office.join(recordId, next.some % 2, next.rarely > 2);
    if (made !== null) this.tell('joined', 1);
  }

  /** Two offices change one record apart, exchange, and both join it before they exchange again: alike, or crossing each other. */
  private cross(office: MergingOffice, recordId: string, next: Event): void {
    const other = this.offices[next.two % this.offices.length] ?? office;
    office.edit(recordId, (body) => ({ ...body, word: 'w1' }));
    other.edit(recordId, (body) => ({ ...body, word: 'w2', place: 'p2' }));
    for (const joined of [false, true]) {
      const sent = [this.whole(office), this.whole(other)] as const;
      this.take(other, sent[0], noDecisions);
      this.take(office, sent[1], noDecisions);
      if (joined) return;
      office.join(recordId, 0, true);
      other.join(recordId, next.some % 2, true);
    }
  }

  private receive(office: MergingOffice, next: Event): void {
    // Of those that were written last more often than not.
    const few = next.two % 2 === 0 ? this.packages.slice(-6) : this.packages;
    const sent = few[next.one % Math.max(1, few.length)];
    if (sent === undefined) return;
    const inside = [...new Set(sent.casePackage.versions.map(({ recordId }) => recordId))];
    const named = inside.filter((_, at) => at === next.two % inside.length);
    const erased = [...office.copy.erasedVersions.keys()].slice(0, 1);
    this.take(office, sent, {
      decline: new Set(next.rarely < 2 ? named : []),
      accept: new Set(next.rarely > 7 ? [...named, ...erased] : []),
    });
  }

  private exchange(one: MergingOffice, other: MergingOffice): void {
    this.take(other, this.whole(one), noDecisions);
    this.take(one, this.whole(other), noDecisions);
  }

  /** All offices hand all they have to all others, until what each has has been everywhere. */
  exchangeAll(): void {
    for (let round = 0; round < 2; round += 1)
      for (const [at, one] of this.offices.entries())
        for (const other of this.offices.slice(at + 1)) this.exchange(one, other);
  }

  /** Takes a package in; throws where a version was lost by it, or the clock went more than a day ahead of the office's own. */
  private take(office: MergingOffice, sent: Sent, decisions: Decisions): void {
    const { casePackage, exhibits, since } = sent;
    const taken = this.taken.get(office) ?? new Set();
    if (since !== null && !taken.has(since)) {
      this.tell('before missing', 1);
      return;
    }
    this.taken.set(office, taken.add(sent));
    const before = office.copy.versions;
    const last = office.clock.wall;
    const report = office.receive(casePackage, decisions);
    office.exhibits.receive(exhibits);
    if (since !== null) this.tell('changes', 1);
    for (const [id, version] of before) {
      const after = office.copy.versions.get(id);
      if (after === undefined || (isStub(after) && !isStub(version))) throw new Error(`lost ${id}`);
    }
    if (office.clock.wall > Math.max(last + 1, office.now() + farApart))
      throw new Error('the clock was moved');
    if (this.told !== null) this.tellOf(office, report);
  }

  private tell(word: string, times: number): void {
    this.told?.set(word, (this.told.get(word) ?? 0) + times);
  }

  private tellOf(office: MergingOffice, report: MergeReport): void {
    for (const part of ['added', 'filled', 'erasedHere', 'declined'] as const)
      this.tell(part, report[part].length);
    for (const part of ['unknown', 'newer'] as const) this.tell(part, report[part]);
    this.tell('offered again', report.declined.filter(({ before }) => before).length);
    const added = report.added.flatMap((id) => office.copy.versions.get(id) ?? []);
    this.tell('covered copies', added.filter(({ covers }) => covers !== undefined).length);
    const far = added.filter(({ hlc }) => parseHlc(hlc).wall > office.now() + farApart);
    this.tell('far clocks', far.length);
    this.tell('clock questions', office.questions);
    for (const recordId of office.recordIds()) {
      const question = office.question(recordId);
      this.tell(question.is, 1);
      if (question.is === 'fields') this.tell(question.base === null ? 'without a base' : 'three-way', 1);
    }
  }

  /** What no side of its record says although nobody changed it since, and covered copies shown where the full version is. */
  hidden(): readonly string[] {
    return this.offices.flatMap((office) => {
      const versions = [...office.copy.versions.values()];
      const parents = new Set(versions.flatMap((version) => version.parents));
      const last = versions.filter(
        (version) => !parents.has(version.id) && version.covers === undefined && !isStub(version),
      );
      const hidden = last.filter(({ recordId, body, removed, kind }) => {
        if (removed || kind === 'note' || body === null) return false;
        return !office.standing(recordId).sides.some((side) => sayingOf(side) === canonical(body));
      });
      const covered = office.recordIds().flatMap((id) => {
        const full = office.copy.versions.get(office.standing(id).shown?.covers ?? '');
        return full === undefined || isStub(full) ? [] : [full];
      });
      return [...hidden, ...covered].map(({ id }) => `${office.name} ${id}`);
    });
  }

  /** Where two offices know other exhibits, references or series, or a reference that was given is nowhere. */
  differentExhibits(): readonly string[] {
    const texts = this.offices.map(({ exhibits }) => exhibits.text());
    const [first] = this.offices;
    const lost = this.given.size - (first?.exhibits.refs.size ?? 0);
    return [...texts.filter((text) => text !== texts[0]), ...(lost === 0 ? [] : [`${lost} lost`])];
  }

  /** What these offices erased or declined: records as a whole, and single versions with what covers them. */
  private exceptions(offices: readonly MergingOffice[]): {
    readonly records: ReadonlySet<string>;
    readonly versions: ReadonlySet<string>;
  } {
    const all = this.offices.flatMap(({ copy }) => [...copy.versions.values()]);
    const records = new Set(offices.flatMap(({ copy }) => [...copy.erasedRecords.keys()]));
    for (const { copy } of offices)
      for (const { id, recordId } of all) if (copy.declined.has(id)) records.add(recordId);
    const versions = new Set(offices.flatMap(({ copy }) => [...copy.erasedVersions.keys()]));
    for (let size = -1; size !== versions.size;) {
      size = versions.size;
      for (const { id, covers } of all) if (covers !== undefined && versions.has(covers)) versions.add(id);
    }
    return { records, versions };
  }

  /** Where two offices differ in anything that neither of them erased or declined, in versions or in how records stand. */
  differences(): readonly string[] {
    const standings = this.offices.map(
      (office) => new Map(office.recordIds().map((id) => [id, JSON.stringify(office.standing(id))] as const)),
    );
    const texts = this.offices.map(
      ({ copy }) => new Map([...copy.versions].map(([id, version]) => [id, versionText(version)])),
    );
    return this.offices.flatMap((one, at) =>
      this.offices.slice(0, at).flatMap((other, beside) => {
        const { records, versions } = this.exceptions([one, other]);
        const differs: string[] = [];
        const both = new Map([...one.copy.versions, ...other.copy.versions]);
        const doubtful = new Set(records);
        for (const [id, { recordId }] of both) {
          if (versions.has(id)) doubtful.add(recordId);
          const here = texts[at]?.get(id);
          const there = texts[beside]?.get(id);
          if (here === undefined || there === undefined || !versions.has(id))
            if (here !== there && !records.has(recordId)) differs.push(`${one.name} ${other.name} ${id}`);
        }
        for (const recordId of new Set([...both.values()].map((version) => version.recordId)))
          if (!doubtful.has(recordId) && standings[at]?.get(recordId) !== standings[beside]?.get(recordId))
            differs.push(`${one.name} ${other.name} standing of ${recordId}`);
        return differs;
      }),
    );
  }
}
