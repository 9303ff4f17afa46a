import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actText, actorText, searchText } from '../../../renderer/strings/audit';
import { findingWords } from '../../../renderer/strings/findings';
import { jobTitle, stepText } from '../../../renderer/strings/jobs';
import { noticesOf } from '../../../renderer/strings/notices';
import { jobKinds, jobSchema } from '../../../shared/models/job';
import { findingCodes } from '../../../shared/models/vault';

const jargon = /\b(error|null|undefined|NaN|blob|slot|hash|exception)\b/i;

describe('the words for what a check finds', () => {
  it.each(findingCodes)('%s: say what it is, whether anything is lost and what to do', (code) => {
    for (const count of [1, 2, 1204]) {
      const { what, lost, next } = findingWords({ code, count });
      for (const sentence of [what, lost, next]) expect(sentence).toMatch(/^(\d|[A-Z]).*\.$/);
      expect(`${what} ${lost} ${next}`).not.toMatch(jargon);
    }
  });

  it('count one thing and several in good English', () => {
    expect(findingWords({ code: 'file-missing', count: 1 }).what).toBe('1 stored file is missing.');
    expect(findingWords({ code: 'file-missing', count: 1204 }).what).toBe('1,204 stored files are missing.');
  });
});

/** Every action that the code of the vault writes into the record, as it stands there. */
function actionsWritten(): readonly string[] {
  const folder = join(import.meta.dirname, '..', '..', '..', 'electron');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(vault|services)[\\/].*\.ts$/.test(name),
  );
  const found = files.flatMap((name) => [
    ...readFileSync(join(folder, name), 'utf8').matchAll(/\baction: ['`]([a-z-]+\.[a-z-]+)['`]/g),
  ]);
  return [...new Set(found.map(([, action]) => action ?? ''))];
}

describe('the words of the record of acts', () => {
  it('are there for every act the vault writes down', () => {
    const actions = actionsWritten();
    expect(actions.length).toBeGreaterThan(25);
    const fallback = (action: string): string => action.replaceAll(/[.-]/g, ' ').toLowerCase();
    const without = [...actions, 'erase.item', 'erase.case'].filter(
      (action) => actText({ action, detail: {} }).toLowerCase() === fallback(action),
    );
    expect(without).toEqual([]);
  });

  it.each([
    ['evidence.import', { exhibit: 'RW/12' }, 'Took in RW/12'],
    ['locking.set', { minutes: 1 }, 'Set the vault to lock after 1 minute'],
    [
      'erase.case',
      { items: 41, entries: 1, bundles: 0, files: 80 },
      'Erased a case for good: 41 exhibits, 1 entry, 0 bundles',
    ],
    ['check.run', { depth: 'full', ok: false, files: 3 }, 'Checked everything: something was found'],
    ['backup.run-failed', { code: 'disk-full' }, 'A backup did not work: The disk is full.'],
    ['something.new-and-odd', {}, 'Something new and odd'],
  ])('say %s %j as %j', (action, detail, words) => {
    expect(actText({ action, detail })).toBe(words);
  });

  it.each([
    ['3 Nov 2026', '2026-11-03'],
    ['24 november 2026', '2026-11-24'],
    [' Asha ', 'Asha'],
    ['3 Nod 2026', '3 Nod 2026'],
    ['2026-11', '2026-11'],
  ])('are searched for %j as %j', (typed, wanted) => {
    expect(searchText(typed)).toBe(wanted);
  });

  it('do not say that whoever unlocked was the one who failed to', () => {
    expect(actorText({ action: 'unlock.failed', author: 'Asha' })).toBe('Not known');
    expect(actorText({ action: 'vault.unlock', author: 'Asha' })).toBe('Asha');
    expect(actText({ action: 'unlock.failed', detail: { at: '2026-11-03T12:05:00.000Z' } })).toMatch(
      /^Somebody tried to unlock and failed, on 3 Nov 2026, \d\d:05$/,
    );
  });
});

describe('the words for long work', () => {
  it('are there for every kind and step', () => {
    for (const kind of jobKinds) {
      expect(jobTitle(kind)).toMatch(/^[A-Z]/);
      for (const step of jobSchema.shape.step.options) expect(stepText(step, kind)).toMatch(/^[a-z]/);
    }
  });
});

describe('what is said on opening a vault', () => {
  it('comes worst first, each once, and nothing is left out for want of words', () => {
    const shown = noticesOf(['backup-overdue', 'attempts', 'something-new', 'key-file-damaged', 'attempts']);
    expect(shown.map(({ code }) => code)).toEqual([
      'key-file-damaged',
      'attempts',
      'backup-overdue',
      'something-new',
    ]);
  });
});
