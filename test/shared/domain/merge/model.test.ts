import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { noDecisions } from '../../../../shared/domain/merge/receive';
import { isStub } from '../../../../shared/domain/records/version';
import type { Version } from '../../../../shared/domain/records/version';
import { officesAlike } from '../../../helpers/merging-office';
import type { MergingOffice } from '../../../helpers/merging-office';

const runs = Number(process.env.HOLDFAST_MERGES ?? 300);
/** Milliseconds, for a machine that is busy with other work. */
const timeout = 300_000 + runs * 200;

/** What one office was told or did, in the order in which it was; nothing is ever taken out of such a log. */
type Operation =
  | { readonly did: 'held'; readonly version: Version }
  | { readonly did: 'erased record'; readonly id: string }
  | { readonly did: 'erased body'; readonly id: string };

/** The same rules in another form: what an office has is what its whole log says when it is read from the beginning. */
class Model {
  readonly logs: readonly Operation[][];

  constructor(offices: number) {
    this.logs = Array.from({ length: offices }, () => []);
  }

  note(at: number, ...operations: readonly Operation[]): void {
    this.logs[at]?.push(...operations);
  }

  /** Versions of an office, each with its body where that is still to be had there. */
  held(at: number): ReadonlyMap<string, { readonly version: Version; readonly told: boolean }> {
    const held = new Map<string, { version: Version; told: boolean }>();
    const gone = new Set<string>();
    for (const operation of this.logs[at] ?? []) {
      if (operation.did === 'held') {
        const { version } = operation;
        if (gone.has(version.recordId)) continue;
        const before = held.get(version.id);
        const told = before?.told === true || (!isStub(version) && !gone.has(version.id));
        held.set(version.id, { version: isStub(version) ? (before?.version ?? version) : version, told });
      } else {
        gone.add(operation.id);
        for (const [id, { version }] of held) {
          if (operation.did === 'erased record' && version.recordId === operation.id) held.delete(id);
          if (operation.did === 'erased body' && id === operation.id) held.set(id, { version, told: false });
        }
      }
    }
    return held;
  }
}

type Real = readonly MergingOffice[];

/** Three offices that have the same two entries. */
function begin(): { readonly model: Model; readonly real: Real } {
  const real = officesAlike('a', 'b', 'c');
  const model = new Model(real.length);
  const first = [
    real[0].add('entry', { word: 'w0', links: [] }),
    real[0].add('entry', { word: 'w1', links: [] }),
  ];
  for (const [at, office] of real.entries()) {
    if (at > 0) office.receive(real[0].caseHandover(), noDecisions);
    model.note(
      at,
      ...first.flatMap((version) => (version === null ? [] : [{ did: 'held', version } as const])),
    );
  }
  return { model, real };
}

/** Whether `later` comes from `earlier`, asked step by step of everything that is held. */
function comesFrom(held: ReturnType<Model['held']>, later: string, earlier: string): boolean {
  const parents = held.get(later)?.version.parents ?? [];
  return parents.some((id) => id === earlier || comesFrom(held, id, earlier));
}

function check(model: Model, real: Real): void {
  for (const [at, office] of real.entries()) {
    const held = model.held(at);
    const say = (what: string, id: string): never => {
      throw new Error(`${what}: ${id} in ${office.name}`);
    };
    for (const [id, { told }] of held) {
      const version = office.copy.versions.get(id);
      if (version === undefined) return say('a version was lost', id);
      if (isStub(version) === told) say(told ? 'a body was lost' : 'what was erased came back', id);
    }
    for (const id of office.copy.versions.keys()) if (!held.has(id)) say('a version came from nowhere', id);
    for (const [id, { version, told }] of held) {
      if (!told || version.removed || version.kind === 'note') continue;
      if ([...held.keys()].some((other) => comesFrom(held, other, id))) continue;
      const { shown, sides } = office.standing(version.recordId);
      if (shown === null || shown.removed) say('a removal hides an edit', id);
      if (!sides.some(({ body }) => isDeepStrictEqual(body, version.body))) say('an edit is hidden', id);
    }
  }
}

/** One thing that an office does, named for the report of a failure; what it changes is noted in the logs by whoever did it. */
class Act implements fc.Command<Model, Real> {
  constructor(
    private readonly name: string,
    private readonly numbers: readonly number[],
    private readonly act: (model: Model, real: Real, numbers: readonly number[]) => void,
  ) {}

  check(): boolean {
    return true;
  }

  run(model: Model, real: Real): void {
    this.act(model, real, this.numbers);
    check(model, real);
  }

  toString(): string {
    return `${this.name}(${this.numbers.join(', ')})`;
  }
}

function pick<T>(from: readonly T[], number = 0): T | undefined {
  return from[number % Math.max(1, from.length)];
}

/** Something that writes one version in one office. */
function writing(write: (office: MergingOffice, recordId: string, number: number) => Version | null) {
  return (model: Model, real: Real, [at = 0, record, number = 0]: readonly number[]): void => {
    const office = pick(real, at);
    if (office === undefined) return;
    const recordId = pick(office.recordIds(), record) ?? '';
    const version = write(office, recordId, number);
    if (version !== null) model.note(at % real.length, { did: 'held', version });
  };
}

/** Something that sends versions to another office, at once or as if the stick had lain about for a while. */
function sending(what: (office: MergingOffice, number: number) => readonly Version[]) {
  return (model: Model, real: Real, [from = 0, to = 0, number = 0]: readonly number[]): void => {
    const [sender, receiver] = [pick(real, from), pick(real, to)];
    if (sender === undefined || receiver === undefined) return;
    const versions = what(sender, number);
    receiver.receive({ ...sender.caseHandover(), versions }, noDecisions);
    model.note(to % real.length, ...versions.map((version) => ({ did: 'held', version }) as const));
  };
}

const acts = {
  add: writing((office, _, number) =>
    office.add(number % 4 === 0 ? 'note' : 'entry', { word: `w${number}`, links: [] }),
  ),
  edit: writing((office, id, number) => office.edit(id, (body) => ({ ...body, word: `w${number}` }))),
  remove: writing((office, id) => office.remove(id)),
  undo: writing((office, id) => office.undo(id)),
  join: writing((office, _, number) => {
    const undecided = office.recordIds().filter((id) => office.question(id).is !== 'nothing');
    const id = pick(undecided, number);
    return id === undefined ? null : office.join(id, number % 2, number % 3 > 0);
  }),
  handover: sending((office) => office.caseHandover().versions),
  share: sending((office, number) => {
    const chosen = office.recordIds().filter((_, bit) => (number >> (bit % 6)) % 2 === 0);
    return office.share(new Set(chosen), false).versions;
  }),
  eraseRecord: (model: Model, real: Real, [at = 0, record]: readonly number[]): void => {
    const office = pick(real, at);
    const id = pick(office?.recordIds() ?? [], record);
    if (office === undefined || id === undefined) return;
    office.eraseRecord(id);
    model.note(at % real.length, { did: 'erased record', id });
  },
  eraseBody: (model: Model, real: Real, [at = 0, record]: readonly number[]): void => {
    const office = pick(real, at);
    const full = [...(office?.copy.versions.values() ?? [])].filter((version) => !isStub(version));
    const version = pick(full, record);
    if (office === undefined || version === undefined) return;
    office.eraseVersion(version);
    model.note(at % real.length, { did: 'erased body', id: version.id });
  },
} as const;

const often: readonly (keyof typeof acts)[] = [
  ...(['add', 'add', 'edit', 'edit', 'edit', 'edit', 'remove', 'remove', 'join', 'join', 'undo'] as const),
  ...(['handover', 'handover', 'handover', 'share', 'share', 'eraseRecord', 'eraseBody'] as const),
];

describe('records of three offices beside logs of all that each did', () => {
  it(
    'lose no version, bring nothing back that was erased, and let no removal hide an edit',
    () => {
      const numbers = fc.array(fc.nat(63), { minLength: 3, maxLength: 3 });
      const commands = often.map((name) => numbers.map((each) => new Act(name, each, acts[name])));
      fc.assert(
        fc.property(fc.commands(commands, { maxCommands: 60, size: 'max' }), (story) => {
          fc.modelRun(begin, story);
        }),
        { numRuns: runs },
      );
    },
    timeout,
  );
});
