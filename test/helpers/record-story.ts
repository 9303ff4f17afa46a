import { kindOf, recordKinds } from '../../shared/records/all';
import type { Body, Version } from '../../shared/domain/records/version';
import type { VaultContext } from '../../electron/vault/api';
import { anyBody } from './any-body';
import type { BodyStuff } from './any-body';
import { planter } from './planted-words';
import { seeded } from './seeded';
import type { TestVaultOptions } from './test-vault';
import type { Seeded } from './seeded';

/** Clock and randomness of the vaults of a story, so that the same number tells the same story again. */
export function storyOptions(seed: number): Required<Pick<TestVaultOptions, 'now' | 'ticks' | 'random'>> {
  const random = seeded(seed);
  let instant = Date.UTC(2026, 10, 27, 9);
  return {
    now: () => new Date((instant += 1)),
    // The clock that nobody can set goes on with it.
    ticks: () => instant,
    random: (length) => random.bytes(length),
  };
}

/** Somebody's work with the records of one case, of every kind there is, at random and the same for the same number. */
export interface RecordStory {
  readonly random: Seeded;
  /** One thing that is done in an office: something is written, changed, removed, brought back or joined. */
  step(context: VaultContext): void;
  /** Removes in one office, which has the same as the other or not, what is changed in the other: neither may hide the other. */
  disagree(one: VaultContext, other: VaultContext): void;
  /** Writes one record of every kind, those of the office itself too. */
  writeEveryKind(context: VaultContext): void;
}

const act = (context: VaultContext, change: () => unknown): void => {
  context.act({ action: 'test', subject: null }, change);
};
/** There before the story begins, with their series of exhibit references, and stay. */
const stays: readonly string[] = ['case', 'producer'];
const kinds = recordKinds.filter((name) => name !== 'case');
const ofCase = kinds.filter((name) => kindOf(name)?.ofOffice !== true);

/** With other initials the case would need a series of exhibit references, which is no record and comes with packages alone. */
function keptOf({ kind, body }: Version): Body {
  return kind === 'case' ? { exhibitInitials: body?.exhibitInitials ?? '' } : {};
}

export function recordStory(seed: number, caseId: string, items: readonly string[]): RecordStory {
  const random = seeded(seed);
  const word = planter(random);

  const recordsOf =
    ({ db }: VaultContext) =>
    (kind: string): readonly string[] =>
      db
        .prepare('SELECT id FROM records WHERE kind = ? AND (case_id IS NULL OR case_id = ?) ORDER BY id')
        .pluck()
        .all(kind, caseId) as string[];
  const bodyOf = (context: VaultContext, kind: string): Body => {
    const stuff: BodyStuff = {
      ...{ random, word, items, newId: context.newId, recordsOf: recordsOf(context) },
      // The first one of a case has its id.
      producerId: caseId,
    };
    // A new reference is given by a series, which is no record.
    const { renumbered: _r, ...body } = anyBody(kind, stuff);
    return body;
  };

  function write(context: VaultContext, name: string): void {
    const { records, newId } = context;
    const kind = kindOf(name);
    const body = bodyOf(context, name);
    if (kind?.onlyOneAbout === null)
      records.create(name, { id: newId(), caseId: kind.ofOffice === true ? null : caseId, body });
    else records.say(name, { caseId, body });
  }

  /** Something else is done with a record than to write it. */
  function goOn(context: VaultContext, id: string): void {
    const { records } = context;
    const { shown, heads, sides, removed } = records.standing(id);
    if (shown === null) return;
    const ids = heads.map((head) => head.id);
    const way = random.below(4);
    if (sides.length > 1 && way > 0) {
      const side = sides[random.below(sides.length)]?.body ?? null;
      records.join(id, ids, !stays.includes(shown.kind) && way === 1 ? null : (side ?? shown.body));
    } else if (removed) records.bringBack(id, shown.body);
    else if (way === 0 && !stays.includes(shown.kind)) records.remove(id);
    else if (kindOf(shown.kind)?.onlyOneAbout === null)
      records.change(id, { ...bodyOf(context, shown.kind), ...keptOf(shown) });
    else write(context, shown.kind);
  }

  return {
    random,
    step: (context) => {
      const everything = context.db
        .prepare('SELECT id FROM records WHERE case_id = ? ORDER BY id')
        .pluck()
        .all(caseId) as string[];
      // Two offices work on the same few things more often than not: that is where they differ.
      const few = random.below(3) > 0 ? Math.min(everything.length, 10) : everything.length;
      const id = everything[random.below(few)];
      const name = ofCase[random.below(ofCase.length)] ?? 'entry';
      act(context, () => {
        if (id === undefined || random.below(3) === 0) write(context, name);
        else goOn(context, id);
      });
    },
    disagree: (one, other) => {
      const stands = ({ records }: VaultContext, id: string): boolean => {
        const found = records.versions(id).length > 0 ? records.standing(id) : null;
        return found !== null && found.shown !== null && !found.removed;
      };
      const ids = [...recordsOf(one)('entry'), ...recordsOf(one)('register')];
      for (const id of ids.filter((each) => stands(one, each) && stands(other, each)).slice(0, 6)) {
        const kind = one.records.standing(id).shown?.kind ?? '';
        act(one, () => one.records.remove(id));
        act(other, () => other.records.change(id, bodyOf(other, kind)));
      }
    },
    writeEveryKind: (context) => {
      act(context, () => {
        for (const name of kinds) write(context, name);
      });
    },
  };
}
