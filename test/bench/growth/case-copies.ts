import { changesSince, versionHeldBy, versionsHeld } from '../../../shared/domain/merge/changes';
import type { HeldVersions } from '../../../shared/domain/merge/changes';
import { emptyCopy } from '../../../shared/domain/merge/copy';
import type { CaseCopy } from '../../../shared/domain/merge/copy';
import { noDecisions, receive } from '../../../shared/domain/merge/receive';
import { share } from '../../../shared/domain/merge/share';
import { changedVersion, firstVersion } from '../../../shared/domain/records/change';
import type { Stamp } from '../../../shared/domain/records/change';
import { standingOf } from '../../../shared/domain/records/heads';
import { removal } from '../../../shared/domain/records/history';
import { joinVersion } from '../../../shared/domain/records/join';
import { formatHlc } from '../../../shared/domain/hlc';
import { isStub } from '../../../shared/domain/records/version';
import type { Body, Version } from '../../../shared/domain/records/version';
import type { NewEntry } from '../../../shared/models/chronology';
import { entryKind } from '../../../shared/records/entry';
import type { Seeded } from '../../helpers/seeded';

const known = new Map([[entryKind.kind, entryKind.schema]]);
const rules = {
  schema: entryKind.schema,
  refs: ({ evidenceIds }: Body): readonly string[] =>
    Array.isArray(evidenceIds) ? evidenceIds.filter((id) => typeof id === 'string') : [],
};
const covered = '(covered)';

/** What all offices of a simulation have in common. */
export interface Common {
  readonly random: Seeded;
  readonly newEntry: () => NewEntry;
  /** UUIDs that do not repeat, of the length that real ones have. */
  readonly newId: () => string;
  /** Minutes since it began. */
  readonly minute: () => number;
}

export type Purpose = 'handover' | 'copy' | 'share' | 'changes';

/** What one office has of one case. Versions lie by record, as the vault reads them: no more than a package touches. */
export class OfficeCopy {
  readonly records = new Map<string, Map<string, Version>>();
  /** What other offices have by what was sent to them last. */
  readonly sent = new Map<OfficeCopy, HeldVersions>();
  versions = 0;

  constructor(
    readonly office: string,
    readonly caseId: string,
    private readonly common: Common,
    /** By how many milliseconds its clock is wrong. */
    private readonly off: number,
  ) {}

  private stamp(): Stamp {
    const wall = Date.UTC(2026, 10, 27) + this.common.minute() * 60_000 + this.off;
    const { office } = this;
    const author = `advocate of ${office}`;
    const at = new Date(wall).toISOString();
    return { id: this.common.newId(), office, author, hlc: formatHlc({ wall, count: 0 }), at };
  }

  private keep(version: Version): void {
    const record = this.records.get(version.recordId) ?? new Map<string, Version>();
    if (!record.has(version.id)) this.versions += 1;
    this.records.set(version.recordId, record.set(version.id, version));
  }

  private anyRecord(): readonly Version[] {
    const { random } = this.common;
    // Some entries are worked on again and again; most are written once.
    const ids = [...this.records.keys()];
    const id = ids[Math.floor(random.next() ** 2 * ids.length)] ?? '';
    return [...(this.records.get(id)?.values() ?? [])];
  }

  /** A new entry more often than not, a change, a removal; what is undecided is joined where it is met. */
  write(): void {
    const { random, newEntry, newId } = this.common;
    const versions = this.anyRecord();
    const standing = standingOf(versions, 'ask');
    const { shown, sides } = standing;
    if (shown?.body == null || random.below(100) < 55) {
      const body = JSON.parse(JSON.stringify(newEntry())) as Body;
      const record = { recordId: newId(), caseId: this.caseId, kind: entryKind.kind };
      this.keep(firstVersion(record, body, rules, this.stamp()));
    } else if (sides.length > 1) this.keep(joinVersion(standing, { keep: shown.body }, rules, this.stamp()));
    else if (shown.removed || random.below(100) < 90)
      this.keep(changedVersion(standing, { ...shown.body, title: newEntry().title }, rules, this.stamp()));
    else this.keep(removal(standing, rules, this.stamp()));
  }

  all(): readonly Version[] {
    return [...this.records.values()].flatMap((record) => [...record.values()]);
  }

  /** What a package for another office brings. */
  pack(purpose: Purpose, to: OfficeCopy): readonly Version[] {
    const all = this.all();
    if (purpose === 'share') return this.chosen();
    const since = this.sent.get(to);
    this.sent.set(to, versionsHeld(all, purpose === 'changes' ? (since ?? null) : null));
    return purpose === 'changes' && since !== undefined ? changesSince(all, versionHeldBy(since)) : all;
  }

  /** Every third record as it stands, its account covered in half of them. */
  private chosen(): readonly Version[] {
    const ids = new Set([...this.records.keys()].filter((_, at) => at % 3 === 0));
    const of = ({ body }: Version) =>
      body === null ? null : { body: { ...body, description: covered }, refs: rules.refs(body) };
    const cover = this.common.random.below(2) === 0 ? undefined : { of, newId: this.common.newId };
    const sender = { office: this.office, sentAt: this.common.minute() };
    return share(this.beside([...ids]), ids, sender, known, cover).casePackage.versions;
  }

  private beside(recordIds: readonly string[]): CaseCopy {
    const here = recordIds.flatMap((id) => [...(this.records.get(id)?.entries() ?? [])]);
    return { ...emptyCopy(this.caseId), versions: new Map(here) };
  }

  /** Takes a package in as the vault does: beside the records that it touches, which are settled anew. */
  take(versions: readonly Version[], office: string): void {
    const touched = [...new Set(versions.map(({ recordId }) => recordId))];
    const casePackage = { caseId: this.caseId, office, sentAt: this.common.minute(), versions };
    const { copy, report } = receive(this.beside(touched), casePackage, noDecisions, known);
    const changed = new Set<string>();
    for (const id of [...report.added, ...report.filled]) {
      const version = copy.versions.get(id);
      if (version === undefined) continue;
      this.keep(version);
      changed.add(version.recordId);
    }
    for (const id of changed) standingOf([...(this.records.get(id)?.values() ?? [])], 'ask');
  }

  /** Everything of it as text, stubs apart from what is full. */
  text(): string {
    return this.all()
      .map((version) => `${version.id}${isStub(version) ? ' stub' : ''}`)
      .sort()
      .join(' ');
  }
}
