import { clockJump, farApart, formatHlc, stampHlc } from '../../shared/domain/hlc';
import type { Hlc } from '../../shared/domain/hlc';
import { clockAfter } from '../../shared/domain/merge/clock';
import { emptyCopy, recordErased, versionErased, versionsOf, written } from '../../shared/domain/merge/copy';
import type { CaseCopy } from '../../shared/domain/merge/copy';
import { changesSince, versionHeldBy } from '../../shared/domain/merge/changes';
import type { HeldVersions } from '../../shared/domain/merge/changes';
import { caseHandover } from '../../shared/domain/merge/case-handover';
import type { CasePackage, KnownKinds } from '../../shared/domain/merge/package';
import { receive } from '../../shared/domain/merge/receive';
import type { Decisions, MergeReport } from '../../shared/domain/merge/receive';
import { share } from '../../shared/domain/merge/share';
import { changedVersion, firstVersion } from '../../shared/domain/records/change';
import type { Stamp } from '../../shared/domain/records/change';
import { standingOf, tipsAfter, tipsOf } from '../../shared/domain/records/heads';
import type { Standing } from '../../shared/domain/records/heads';
import { broughtBack, removal, undoOf, undone } from '../../shared/domain/records/history';
import { joinVersion, joinedBody, questionOf } from '../../shared/domain/records/join';
import type { FieldChoice, JoinAnswer, JoinQuestion, JoinRules } from '../../shared/domain/records/join';
import type { Body, Version } from '../../shared/domain/records/version';
import { HoldfastError } from '../../shared/errors';
import { MergingExhibits } from './merging-exhibits';

export const caseId = 'case-1';
export const kindNames = ['entry', 'register', 'note', 'later'] as const;
export type KindName = (typeof kindNames)[number];

/** What is covered in a share, in place of the words. */
export const coveredSign = '(covered)';

/** Ids in an order that has nothing to do with when they were given, as those of offices whose clocks are years apart. */
export function scatteredIds(prefix = 'id'): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `${prefix}-${(Math.imul(count, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0')}`;
  };
}

/** One office with its copy of the case and a clock of its own, as the vault will have it around the pure rules. */
export class MergingOffice {
  copy: CaseCopy = emptyCopy(caseId);
  readonly exhibits: MergingExhibits;
  clock: Hlc = { wall: 0, count: 0 };
  /** Tips of each record, kept as versions come and never counted anew. */
  readonly tips = new Map<string, readonly Version[]>();
  /** Wall clock of the last act. */
  seen: number | null = null;
  questions = 0;

  constructor(
    readonly name: string,
    readonly kinds: KnownKinds,
    readonly newId: () => string,
    /** Wall clock of this office, right or wrong. */
    readonly now: () => number,
    /** References that any office has given. */
    given: Set<string> = new Set(),
  ) {
    this.exhibits = new MergingExhibits(name, newId, given);
  }

  rules(kind: string): JoinRules {
    const refs = ({ links }: Body): readonly string[] =>
      Array.isArray(links) ? links.filter((id) => typeof id === 'string') : [];
    return { schema: this.kinds.get(kind) ?? 0, refs, sets: kind === 'entry' ? ['links'] : [] };
  }

  standing(recordId: string): Standing {
    const versions = versionsOf(this.copy, recordId);
    return standingOf(versions, versions[0]?.kind === 'note' ? 'append' : 'ask');
  }

  recordIds(): readonly string[] {
    return [...new Set([...this.copy.versions.values()].map(({ recordId }) => recordId))].sort();
  }

  /** A stamp; whoever sits here confirms the clock when it is asked about. */
  stamp(): Stamp {
    const now = this.now();
    if (clockJump(this.seen, now, false) !== null) {
      this.questions += 1;
      if (clockJump(now, now, false) !== null) throw new Error('asked again after it was confirmed');
    }
    this.seen = now;
    const next = stampHlc(this.clock, now);
    if (next.wall - now > farApart) throw new Error('bound by a clock that was wrong');
    this.clock = next;
    const at = new Date(now).toISOString();
    return { id: this.newId(), office: this.name, author: `of ${this.name}`, hlc: formatHlc(next), at };
  }

  private write(version: Version): Version {
    const before = this.copy;
    this.copy = written(before, version);
    this.follow(before, [version]);
    return version;
  }

  private follow(before: CaseCopy, came: readonly Version[]): void {
    for (const recordId of new Set(came.map((version) => version.recordId))) {
      const added = came.filter((version) => version.recordId === recordId);
      const known = (id: string): boolean => before.versions.has(id);
      this.tips.set(recordId, tipsAfter(this.tips.get(recordId) ?? [], added, known));
    }
  }

  add(kind: KindName, body: Body): Version | null {
    if (!this.kinds.has(kind)) return null;
    return this.write(
      firstVersion({ recordId: this.newId(), caseId, kind }, body, this.rules(kind), this.stamp()),
    );
  }

  /** Does what may be refused because a record is newer, unknown, erased or has nothing of the kind to do. */
  private attempt(make: () => Version): Version | null {
    try {
      return this.write(make());
    } catch (error) {
      if (
        error instanceof HoldfastError &&
        ['record-newer', 'record-erased', 'not-found'].includes(error.code)
      )
        return null;
      throw error;
    }
  }

  edit(recordId: string, change: (body: Body) => Body): Version | null {
    const standing = this.standing(recordId);
    const { shown } = standing;
    if (shown?.body == null) return null;
    const body = change(shown.body);
    return this.attempt(() => changedVersion(standing, body, this.rules(shown.kind), this.stamp()));
  }

  remove(recordId: string): Version | null {
    const standing = this.standing(recordId);
    return this.attempt(() => removal(standing, this.rules(standing.shown?.kind ?? ''), this.stamp()));
  }

  bringBack(recordId: string, old: Version): Version | null {
    return this.attempt(() => broughtBack(this.standing(recordId), old, this.rules(old.kind), this.stamp()));
  }

  undo(recordId: string): Version | null {
    const standing = this.standing(recordId);
    const versions = versionsOf(this.copy, recordId);
    if (undoOf(standing, versions).is === 'choose') return null;
    return this.attempt(() =>
      undone(standing, versions, this.rules(standing.shown?.kind ?? ''), this.stamp()),
    );
  }

  question(recordId: string): JoinQuestion {
    const versions = versionsOf(this.copy, recordId);
    return questionOf(this.standing(recordId), versions, this.rules(versions[0]?.kind ?? ''));
  }

  /** Joins what is undecided, with one side's word for each field that both changed; `keep` says whether an edit outlives a removal. */
  join(recordId: string, side: number, keep: boolean): Version | null {
    const standing = this.standing(recordId);
    const question = this.question(recordId);
    if (question.is === 'nothing') return null;
    const fields = question.is === 'fields' ? question : question.then;
    const answer = (): JoinAnswer => {
      if (question.is === 'removal' && !keep) return { keep: null };
      if (fields === null) return { keep: standing.shown?.body ?? {} };
      const asked = fields.fields.filter(({ verdict }) => verdict === 'asked');
      const choice: FieldChoice = { side: side % fields.sides.length };
      return { keep: joinedBody(fields, new Map(asked.map(({ field }) => [field, choice]))) };
    };
    return this.attempt(() =>
      joinVersion(standing, answer(), this.rules(standing.shown?.kind ?? ''), this.stamp()),
    );
  }

  eraseRecord(recordId: string): void {
    this.copy = recordErased(this.copy, recordId, new Date(this.now()).toISOString());
    this.tips.delete(recordId);
  }

  eraseVersion(version: Version): void {
    this.copy = versionErased(this.copy, version.id, new Date(this.now()).toISOString());
    const stub = this.copy.versions.get(version.id);
    const tips = this.tips.get(version.recordId) ?? [];
    if (stub !== undefined)
      this.tips.set(
        version.recordId,
        tips.map((tip) => (tip.id === stub.id ? stub : tip)),
      );
  }

  caseHandover(): CasePackage {
    return caseHandover(this.copy, { office: this.name, sentAt: this.now() });
  }

  /** What is not held by whoever has taken in an earlier package. */
  changes(held: HeldVersions): CasePackage {
    const whole = this.caseHandover();
    return { ...whole, versions: changesSince(whole.versions, versionHeldBy(held)) };
  }

  /** Shares some records; `cover` puts a sign over the word. */
  share(recordIds: ReadonlySet<string>, cover: boolean): CasePackage {
    const of = ({ body }: Version): { body: Body; refs: readonly string[] } | null =>
      body === null || body.word === undefined
        ? null
        : { body: { ...body, word: coveredSign }, refs: this.rules('').refs(body) };
    const sender = { office: this.name, sentAt: this.now() };
    const covered = cover ? { of, newId: this.newId } : undefined;
    return share(this.copy, recordIds, sender, this.kinds, covered).casePackage;
  }

  receive(casePackage: CasePackage, decisions: Decisions): MergeReport {
    const before = this.copy;
    const { copy, report } = receive(before, casePackage, decisions, this.kinds);
    this.copy = copy;
    this.clock = clockAfter(this.clock, casePackage, this.now());
    this.follow(
      before,
      [...report.added, ...report.filled].flatMap((id) => copy.versions.get(id) ?? []),
    );
    return report;
  }

  /** Tips counted anew, for comparison with those kept. */
  recounted(recordId: string): readonly Version[] {
    return tipsOf(versionsOf(this.copy, recordId));
  }
}

/** Offices whose clocks are right, a minute apart at every reading, and who know the same kinds. */
export function officesAlike<const Names extends readonly string[]>(
  ...names: Names
): { [At in keyof Names]: MergingOffice } {
  const newId = scatteredIds();
  let minutes = 0;
  const now = (): number => Date.UTC(2026, 10, 27) + (minutes += 1) * 60_000;
  const kinds = new Map([...kindNames].map((kind) => [kind, 1] as const));
  return names.map((name) => new MergingOffice(name, kinds, newId, now)) as {
    [At in keyof Names]: MergingOffice;
  };
}

/** The version that was written; a test that writes nothing tests nothing. */
export function wrote(version: Version | null | undefined): Version {
  if (version == null) throw new Error('nothing was written');
  return version;
}

/** The code, and the ids, of what was thrown. */
export function failureOf(act: () => unknown): { readonly code: string; readonly detail?: unknown } | null {
  try {
    act();
  } catch (error) {
    if (error instanceof HoldfastError)
      return error.detail === undefined ? { code: error.code } : { code: error.code, detail: error.detail };
    throw error;
  }
  return null;
}
