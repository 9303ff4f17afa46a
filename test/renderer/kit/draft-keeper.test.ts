import { describe, expect, it } from 'vitest';
import { createDraftKeeper, storedAfter } from '../../../renderer/kit/draft-keeper';
import type { DraftKey } from '../../../renderer/kit/draft-keeper';

const entry: DraftKey = { form: 'entry', subject: null, caseId: 'case-1' };
const title: DraftKey = { form: 'exhibit-title', subject: 'item-1', caseId: 'case-1' };

/** A keeper on a clock of its own; `log` holds what reached the vault. */
function setting() {
  const log: string[] = [];
  let waiting: { at: number; run: () => void }[] = [];
  let now = 0;
  const keeper = createDraftKeeper({
    save: ({ form, body }) => log.push(`save ${form} ${body}`),
    remove: ({ form }) => log.push(`remove ${form}`),
    later: (milliseconds, run) => {
      const task = { at: now + milliseconds, run };
      waiting.push(task);
      return () => {
        waiting = waiting.filter((each) => each !== task);
      };
    },
  });
  const pass = (milliseconds: number): void => {
    now += milliseconds;
    const due = waiting.filter(({ at }) => at <= now);
    waiting = waiting.filter(({ at }) => at > now);
    for (const { run } of due) run();
  };
  return { keeper, log, pass };
}

describe('what is being typed', () => {
  it('is stored once the typing stops, and only the newest of it', () => {
    const { keeper, log, pass } = setting();
    keeper.hold(entry, 'H');
    pass(storedAfter - 1);
    keeper.hold(entry, 'He');
    pass(storedAfter - 1);
    expect(log).toEqual([]);
    pass(1);
    expect(log).toEqual(['save entry He']);
  });

  it('is sent at once, before the call returns, when the vault is about to be locked', () => {
    const { keeper, log } = setting();
    keeper.hold(entry, 'He waited');
    keeper.hold(title, 'Message');
    keeper.seal();
    expect(log).toEqual(['save entry He waited', 'save exhibit-title Message']);
  });

  it('is not sent a second time when it is stored already', () => {
    const { keeper, log, pass } = setting();
    keeper.hold(entry, 'He waited');
    pass(storedAfter);
    keeper.seal();
    expect(log).toEqual(['save entry He waited']);
  });

  it('is not thrown away by the screen that goes while the vault is locked', () => {
    const { keeper, log } = setting();
    keeper.hold(entry, 'He waited');
    keeper.seal();
    keeper.release(entry);
    keeper.drop(entry);
    expect(log).toEqual(['save entry He waited']);
  });

  it('is stored when its form goes without anybody deciding', () => {
    const { keeper, log, pass } = setting();
    keeper.hold(entry, 'He waited');
    keeper.release(entry);
    pass(storedAfter);
    expect(log).toEqual(['save entry He waited']);
  });

  it('leaves nothing behind when it is saved, a draft on its way to the vault included', () => {
    const { keeper, log, pass } = setting();
    keeper.hold(entry, 'He waited');
    keeper.drop(entry);
    keeper.release(entry);
    pass(storedAfter);
    keeper.seal();
    expect(log).toEqual(['remove entry']);
  });

  it('is all thrown away when somebody chooses to leave without saving', () => {
    const { keeper, log } = setting();
    keeper.hold(entry, 'He waited');
    keeper.hold(title, 'Message');
    keeper.dropAll();
    keeper.seal();
    expect(log).toEqual(['remove entry', 'remove exhibit-title']);
  });
});
