import type { Version } from '../../../shared/domain/records/version';
import { seeded } from '../../helpers/seeded';
import { entriesFrom } from '../entries';
import { OfficeCopy } from './case-copies';
import type { Common, Purpose } from './case-copies';

export const size = { offices: 1000, cases: 250, packages: 10_000 } as const;
/** Cases that more offices have are not exchanged in the end: it would take longer than all the rest. */
const fewOffices = 20;
const year = 365 * 86_400_000;

/** A package that was taken in: how large it was, and how long that took. */
export interface Taken {
  readonly purpose: Purpose;
  /** Versions that its sender had of the case, and those that it brought. */
  readonly versions: number;
  readonly brought: number;
  /** Bytes of JSON of what it brought, and of the whole case. */
  readonly bytes: number;
  readonly wholeBytes: number;
  readonly milliseconds: number;
}

export interface Simulated {
  readonly taken: readonly Taken[];
  readonly lost: number;
  readonly repeated: number;
  /** Cases of which all was exchanged in the end, and those of which every office then had the same. */
  readonly exchanged: number;
  readonly converged: number;
}

interface Sent {
  readonly from: OfficeCopy;
  readonly to: OfficeCopy;
  readonly purpose: Purpose;
  readonly versions: readonly Version[];
  readonly wholeBytes: number;
  readonly of: number;
}

interface OneCase {
  readonly id: string;
  readonly copies: OfficeCopy[];
  readonly underway: Sent[];
}

/** Cases that go from office to office, most a few times and some for years. The same number gives the same story. */
export function simulate(seed: number, say: (line: string) => void): Simulated {
  const world = new Simulation(seed);
  for (let number = 0; number < size.packages; number += 1) {
    if (number % 2000 === 0 && number > 0) say(`${number} packages of ${size.packages} were sent.`);
    world.send();
  }
  world.arriveAll();
  return { ...world.counts, taken: world.taken, ...world.exchangeAll() };
}

class Simulation {
  readonly taken: Taken[] = [];
  readonly counts = { lost: 0, repeated: 0 };
  private readonly common: Common;
  private readonly cases: readonly OneCase[];
  private readonly shares: readonly number[];
  private readonly bytesOf = new WeakMap<Version, number>();
  private minutes = 0;
  private ids = 0;

  constructor(seed: number) {
    const random = seeded(seed);
    this.common = {
      random,
      newEntry: entriesFrom(seeded(seed + 1)),
      newId: () => this.newId(),
      minute: () => (this.minutes += 1),
    };
    // A few cases take most of the packages, as a few clients take most of the letters.
    const weights = Array.from({ length: size.cases }, (_, at) => 1 / (at + 4));
    const total = weights.reduce((sum, each) => sum + each, 0);
    this.shares = weights.map((each) => each / total);
    this.cases = weights.map((_, at) => ({ id: this.newId(), copies: [], underway: [], at }));
    for (const one of this.cases) {
      const first = this.member(one);
      for (let count = 0; count < 20; count += 1) first.write();
    }
  }

  /** In an order that has nothing to do with when they were given, as those of offices whose clocks are years apart. */
  private newId(): string {
    this.ids += 1;
    const hex = (Math.imul(this.ids, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
    return `${hex}-0000-7000-8000-${this.ids.toString(16).padStart(12, '0')}`;
  }

  /** An office that has nothing of the case yet; one clock in ten is wrong by up to ten years. */
  private member(one: OneCase): OfficeCopy {
    const { random } = this.common;
    const office = `office-${random.below(size.offices)}`;
    const here = one.copies.find((copy) => copy.office === office);
    if (here !== undefined) return here;
    const off = random.below(10) === 0 ? (random.next() - 0.5) * 20 * year : 0;
    const copy = new OfficeCopy(office, one.id, this.common, off);
    one.copies.push(copy);
    return copy;
  }

  private anyCase(): OneCase {
    let left = this.common.random.next();
    const at = this.shares.findIndex((share) => (left -= share) < 0);
    const found = this.cases[at] ?? this.cases[0];
    if (found === undefined) throw new Error('there is no case');
    return found;
  }

  private anyOf<T>(all: readonly T[]): T {
    const found = all[this.common.random.below(all.length)];
    if (found === undefined) throw new Error('there is nothing to choose from');
    return found;
  }

  /** Somebody works on a case and sends it on; what is under way arrives meanwhile, in any order. */
  send(): void {
    const { random } = this.common;
    const one = this.anyCase();
    const from = this.anyOf(one.copies.filter((copy) => copy.versions > 0));
    for (let count = 1 + random.below(8); count > 0; count -= 1) from.write();
    const others = one.copies.filter((copy) => copy !== from);
    const isNew = others.length === 0 || random.below(100) < 10;
    const to = isNew ? this.member(one) : this.anyOf(others);
    if (to !== from) this.post(one, from, to);
    if (one.underway.length > 0 && random.below(3) > 0) this.arrive(one);
  }

  private post(one: OneCase, from: OfficeCopy, to: OfficeCopy): void {
    const { random } = this.common;
    const wanted = (['handover', 'copy', 'share', 'changes', 'changes', 'changes'] as const)[random.below(6)];
    const purpose = wanted === 'changes' && !from.sent.has(to) ? 'copy' : (wanted ?? 'copy');
    const before = from.sent.get(to);
    const versions = from.pack(purpose, to);
    if (random.below(100) < 5) {
      // What was lost is not counted from: its sender heard of no receipt.
      if (before === undefined) from.sent.delete(to);
      else from.sent.set(to, before);
      this.counts.lost += 1;
      return;
    }
    one.underway.push({
      ...{ from, to, purpose, versions, of: from.versions },
      wholeBytes: this.bytes(from.all()),
    });
  }

  /** Any package that is under way, three times in a hundred one that comes again. */
  private arrive(one: OneCase): void {
    const { random } = this.common;
    const at = random.below(one.underway.length);
    const sent = one.underway[at];
    if (sent === undefined) return;
    if (random.below(100) < 3) this.counts.repeated += 1;
    else one.underway.splice(at, 1);
    // Who waits for it goes on working.
    if (sent.to.versions > 0) for (let count = random.below(3); count > 0; count -= 1) sent.to.write();
    const began = performance.now();
    sent.to.take(sent.versions, sent.from.office);
    const milliseconds = performance.now() - began;
    const { purpose, versions, of, wholeBytes } = sent;
    const bytes = this.bytes(versions);
    this.taken.push({ purpose, versions: of, brought: versions.length, bytes, wholeBytes, milliseconds });
  }

  arriveAll(): void {
    for (const one of this.cases) while (one.underway.length > 0) this.arrive(one);
  }

  /** All go round once and back, and then each office must have the same: how many cases that was seen of. */
  exchangeAll(): { readonly converged: number; readonly exchanged: number } {
    const cases = this.cases.filter(({ copies }) => copies.length <= fewOffices);
    for (const { copies } of cases) {
      const first = copies[0];
      for (const copy of copies) first?.take(copy.all(), copy.office);
      for (const copy of copies) if (first !== undefined) copy.take(first.all(), first.office);
    }
    const same = cases.filter(({ copies }) => new Set(copies.map((copy) => copy.text())).size === 1);
    return { converged: same.length, exchanged: cases.length };
  }

  /** Bytes of the JSON of versions; each is written once. */
  private bytes(versions: readonly Version[]): number {
    return versions.reduce((sum, version) => {
      const bytes = this.bytesOf.get(version) ?? Buffer.byteLength(JSON.stringify(version));
      this.bytesOf.set(version, bytes);
      return sum + bytes + 1;
    }, 2);
  }
}
