import type { Database } from 'better-sqlite3';
import { formatHlc, parseHlc, stampHlc } from '../../shared/domain/hlc';
import type { FileStore, JobBoard, Lab, ReadingRoom, TextLab, Typeset, VaultContext } from './api';
import { caseOfAct } from './act-case';
import { actSaltLength, appendAudit, auditHead } from './audit';
import type { Actor } from './audit';
import { readSetting, requireSetting, writeSetting } from './settings';
import { clockAfter } from '../../shared/domain/merge/clock';
import { watchClock } from './own-clock';
import { createTurns } from './turns';
import { createRecordStore } from './records/store';
import type { Projection } from './records/heads';

export interface ContextDeps {
  readonly lab: Lab;
  readonly textLab: TextLab;
  readonly typeset: Typeset;
  readonly jobs: JobBoard;
  readonly changed: VaultContext['changed'];
  readonly now: () => Date;
  /** Milliseconds by a clock that nobody can set. */
  readonly ticks: () => number;
  /** The computer's clock jumped: nothing more is written, and the vault is to be locked. */
  readonly clockJumped: () => void;
  readonly random: (length: number) => Buffer;
  readonly pathOf: VaultContext['pathOf'];
  readonly readers: ReadingRoom;
  readonly fontFolder: string;
  /** The narrow tables of the kinds of records. */
  readonly projections: readonly Projection[];
}

/** What services work with, over an open database and its files. */
export function createContext(
  db: Database,
  files: FileStore,
  newId: () => string,
  actor: Actor,
  deps: ContextDeps,
): VaultContext {
  const office = requireSetting(db, 'office.id');
  let clock = parseHlc(readSetting(db, 'clock') ?? '');

  const session = watchClock(db, { ticks: deps.ticks, jumped: deps.clockJumped });

  const act: VaultContext['act'] = (audit, change) => {
    const at = deps.now();
    session.refuseJump(at);
    const done = db
      .transaction(() => {
        // What an act takes away has its case only before it, and what it makes only after.
        const before = typeof audit === 'function' ? null : caseOfAct(db, audit);
        const result = change();
        const said = typeof audit === 'function' ? audit(result) : audit;
        const caseId = before ?? caseOfAct(db, said);
        appendAudit(db, { ...said, caseId }, { at, actor, salt: deps.random(actSaltLength) });
        // The clock is kept with the act that used it, so that it never runs backwards over a restart.
        writeSetting(db, 'clock', formatHlc(clock));
        return result;
      })
      .immediate();
    session.acted(at);
    return done;
  };

  const stamp: VaultContext['stamp'] = () => {
    clock = stampHlc(clock, deps.now().getTime());
    return { office, author: actor.name, hlc: formatHlc(clock) };
  };

  return {
    lab: deps.lab,
    textLab: deps.textLab,
    typeset: deps.typeset,
    jobs: deps.jobs,
    changed: deps.changed,
    now: deps.now,
    random: deps.random,
    pathOf: deps.pathOf,
    readers: deps.readers,
    fontFolder: deps.fontFolder,
    slot: actor.slot,
    db,
    files,
    newId,
    stamp,
    hear: (versions) => {
      clock = clockAfter(clock, { versions }, deps.now().getTime());
    },
    records: createRecordStore({ db, newId, now: deps.now, stamp, projections: deps.projections }),
    act,
    whole: (work) => db.transaction(work).immediate(),
    alone: createTurns(),
    auditHead: () => auditHead(db),
  };
}
