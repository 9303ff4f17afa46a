import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { farApart } from '../../../../shared/domain/hlc';
import type { CasePackage, KnownKinds } from '../../../../shared/domain/merge/package';
import { noDecisions } from '../../../../shared/domain/merge/receive';
import { isStub, versionText } from '../../../../shared/domain/records/version';
import type { Version } from '../../../../shared/domain/records/version';
import { MergingOffice, kindNames, scatteredIds } from '../../../helpers/merging-office';

const runs = Number(process.env.HOLDFAST_MERGES ?? 300);
const decade = 10 * 365 * 86_400_000;
const start = Date.UTC(2026, 10, 27);

const what = [
  ...['add', 'add', 'edit', 'edit', 'edit', 'edit', 'remove', 'join', 'join', 'back', 'undo'],
  ...['handover', 'handover', 'share', 'share', 'receive', 'receive', 'receive', 'receive', 'receive'],
  ...['exchange', 'eraseRecord', 'eraseVersion', 'clock'],
] as const;

/** What happens next; each number is taken modulo what there is, so that every event means something everywhere. */
const event = fc.record({
  what: fc.constantFrom(...what),
  office: fc.nat(5),
  one: fc.nat(40),
  two: fc.nat(40),
  /** Bits that choose records. */
  some: fc.nat(255),
  rarely: fc.nat(9),
  off: fc.integer({ min: -decade, max: decade }),
});
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

const story = fc.record({
  offices: fc.integer({ min: 3, max: 6 }),
  events: fc.array(event, { minLength: 5, maxLength: 70 }),
});

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

class World {
  readonly offices: readonly MergingOffice[];
  readonly packages: CasePackage[] = [];
  /** Every version ever written, with what it said. */
  readonly everWritten = new Map<string, Version>();
  private minutes = 0;
  private readonly off: number[];

  constructor(count: number) {
    const newId = scatteredIds();
    this.off = Array.from({ length: count }, () => 0);
    this.offices = this.off.map(
      (_, at) =>
        new MergingOffice(`office-${at}`, at === 0 ? olderKinds : allKinds, newId, () => {
          this.minutes += 1;
          return start + this.minutes * 60_000 + (this.off[at] ?? 0);
        }),
    );
  }

  run(next: Event): void {
    const at = next.office % this.offices.length;
    const office = this.offices[at];
    if (office === undefined) return;
    const records = office.recordIds();
    const recordId = records[next.one % Math.max(1, records.length)];
    if (next.what === 'clock') this.off[at] = next.off;
    else if (next.what === 'add') this.add(office, next);
    else if (next.what === 'receive') this.receive(office, next, records);
    else if (next.what === 'handover') this.packages.push(office.handover());
    else if (next.what === 'exchange')
      this.exchange(office, this.offices[next.two % this.offices.length] ?? office);
    else if (recordId !== undefined) this.touch(office, recordId, next, records);
  }

  private keep(version: Version | null): void {
    if (version !== null) this.everWritten.set(version.id, version);
  }

  private add(office: MergingOffice, { two, some }: Event): void {
    const kind = kindNames[two % kindNames.length] ?? 'entry';
    this.keep(office.add(kind, { word: `w${some % 3}`, place: 'p0', links: [] }));
  }

  private touch(office: MergingOffice, recordId: string, next: Event, records: readonly string[]): void {
    const versions = [...office.copy.versions.values()].filter((version) => version.recordId === recordId);
    const version = versions[next.two % versions.length];
    const said = `w${next.two % 3}`;
    switch (next.what) {
      case 'edit':
        this.keep(
          office.edit(recordId, (body) =>
            next.some % 3 === 0
              ? { ...body, links: [...new Set([...(body.links as string[]), `l${next.some % 5}`])] }
              : { ...body, [next.some % 2 === 0 ? 'word' : 'place']: said },
          ),
        );
        break;
      case 'remove':
        this.keep(office.remove(recordId));
        break;
      case 'join':
        this.keep(office.join(recordId, next.some % 2, next.rarely > 2));
        break;
      case 'undo':
        this.keep(office.undo(recordId));
        break;
      case 'back':
        if (version !== undefined && !isStub(version)) this.keep(office.bringBack(recordId, version));
        break;
      case 'share': {
        const chosen = records.filter(
          (_, bit) => bit === next.one % records.length || (next.some >> (bit % 8)) % 2 === 1,
        );
        this.packages.push(office.share(new Set(chosen), next.rarely > 4));
        break;
      }
      case 'eraseRecord':
        if (next.rarely > 5) office.eraseRecord(recordId);
        break;
      case 'eraseVersion':
        if (version !== undefined && !isStub(version) && next.rarely > 3) office.eraseVersion(version);
        break;
      default:
    }
  }

  private receive(office: MergingOffice, next: Event, records: readonly string[]): void {
    const casePackage = this.packages[next.one % Math.max(1, this.packages.length)];
    if (casePackage === undefined) return;
    const inside = [...new Set(casePackage.versions.map(({ recordId }) => recordId)), ...records];
    const named = inside[next.two % Math.max(1, inside.length)];
    const only = new Set(named === undefined ? [] : [named]);
    const none = new Set<string>();
    const erased = new Set([...only, ...[...office.copy.erasedVersions.keys()].slice(0, 1)]);
    this.take(office, casePackage, {
      decline: next.rarely === 0 ? only : none,
      accept: next.rarely > 7 ? erased : none,
    });
  }

  exchange(one: MergingOffice, other: MergingOffice): void {
    this.take(other, one.handover(), noDecisions);
    this.take(one, other.handover(), noDecisions);
  }

  private take(office: MergingOffice, casePackage: CasePackage, decisions: typeof noDecisions): void {
    const before = office.copy.versions;
    const last = office.clock.wall;
    office.receive(casePackage, decisions);
    for (const [id, version] of before) {
      const after = office.copy.versions.get(id);
      if (after === undefined || (isStub(after) && !isStub(version))) throw new Error(`lost ${id}`);
    }
    if (office.clock.wall > Math.max(last + 1, office.now() + farApart))
      throw new Error('the clock was moved');
  }

  /** What one of the offices erased or declined: records as a whole, and single versions with what covers them. */
  private readonly exceptions = (
    offices: readonly MergingOffice[],
  ): { records: Set<string>; versions: Set<string> } => {
    const records = new Set(offices.flatMap(({ copy }) => [...copy.erasedRecords.keys()]));
    const versions = new Set(offices.flatMap(({ copy }) => [...copy.erasedVersions.keys()]));
    const all = this.offices.flatMap(({ copy }) => [...copy.versions.values()]);
    for (const { copy } of offices)
      for (const { id, recordId } of all) if (copy.declined.has(id)) records.add(recordId);
    for (let size = -1; size !== versions.size;) {
      size = versions.size;
      for (const { id, covers } of all) if (covers !== undefined && versions.has(covers)) versions.add(id);
    }
    return { records, versions };
  };

  checkPair(one: MergingOffice, other: MergingOffice): void {
    const { records, versions } = this.exceptions([one, other]);
    const told = (office: MergingOffice): readonly string[] =>
      [...office.copy.versions.values()]
        .filter(({ recordId }) => !records.has(recordId))
        .map((version) => (versions.has(version.id) ? version.id : versionText(version)))
        .sort();
    expect(told(one)).toEqual(told(other));
    for (const recordId of one.recordIds()) {
      const ids = [...one.copy.versions.values()].filter((version) => version.recordId === recordId);
      if (records.has(recordId) || ids.some(({ id }) => versions.has(id))) continue;
      expect(one.standing(recordId)).toEqual(other.standing(recordId));
    }
  }
}

function idsOf(versions: readonly Version[]): readonly string[] {
  return versions.map((version) => `${version.id} ${isStub(version) ? 'stub' : 'full'}`).sort();
}

describe('several offices that work on one case', () => {
  it('converge on all but what one of them erased or declined, whatever was lost, repeated, reordered, shared or covered', () => {
    fc.assert(
      fc.property(story, ({ offices, events }) => {
        const world = new World(offices);
        for (const next of events) world.run(next);
        for (let round = 0; round < 2; round += 1)
          for (const one of world.offices)
            for (const other of world.offices) if (one !== other) world.exchange(one, other);
        for (const one of world.offices)
          for (const other of world.offices) if (one.name < other.name) world.checkPair(one, other);
      }),
      { numRuns: runs },
    );
  });

  it('have the same heads counted anew as kept while versions come', () => {
    fc.assert(
      fc.property(story, ({ offices, events }) => {
        const world = new World(offices);
        for (const next of events) {
          world.run(next);
          const office = world.offices[next.office % offices];
          for (const recordId of office?.recordIds() ?? [])
            expect(idsOf(office?.tips.get(recordId) ?? [])).toEqual(idsOf(office?.recounted(recordId) ?? []));
        }
      }),
      { numRuns: Math.ceil(runs / 2) },
    );
  });
});
