import { describe, expect, it } from 'vitest';
import { makeActs } from '../../../renderer/kit/acts';
import type { ActOptions } from '../../../renderer/kit/acts';

/** Acts that say into `log` what a screen would show; `asked` holds what was sent and not yet answered. */
function setting(options: ActOptions = {}) {
  const log: string[] = [];
  const asked: { readonly answer: (value: string) => void; readonly refuse: (why: string) => void }[] = [];
  const run = makeActs<string>(
    String,
    {
      busy: (isBusy) => log.push(isBusy ? 'busy' : 'free'),
      error: (error) => log.push(error === null ? 'no error' : `error ${error}`),
    },
    options,
  );
  const press = (name: string): void => {
    run(
      () =>
        new Promise<string>((answer, refuse) => {
          log.push(`sent ${name}`);
          asked.push({ answer, refuse });
        }),
      (value) => log.push(`done ${value}`),
      (error) => log.push(`told ${error}`),
    );
  };
  const settle = async (how: 'answer' | 'refuse', value: string): Promise<void> => {
    asked.shift()?.[how](value);
    await new Promise(setImmediate);
  };
  return { log, press, settle, asked };
}

describe('doing something and showing what went wrong', () => {
  it('shows that it goes on, and says when it is done', async () => {
    const { log, press, settle } = setting();
    press('a');
    expect(log).toEqual(['busy', 'no error', 'sent a']);
    await settle('answer', 'yes');
    expect(log.slice(3)).toEqual(['free', 'done yes']);
  });

  it('shows what went wrong until the next one begins', async () => {
    const { log, press, settle } = setting();
    press('a');
    await settle('refuse', 'full');
    expect(log.slice(3)).toEqual(['free', 'error full', 'told full']);
    press('b');
    expect(log.slice(6)).toEqual(['busy', 'no error', 'sent b']);
  });

  it('sends a second press neither at once nor later', async () => {
    const { log, press, settle, asked } = setting();
    press('a');
    press('a');
    await settle('answer', 'yes');
    expect(log.filter((each) => each === 'sent a')).toHaveLength(1);
    expect(asked).toHaveLength(0);
  });

  it('lets what is said in turn wait, after a refusal too, and is free only after the last', async () => {
    const { log, press, settle } = setting({ inTurn: true });
    press('a');
    press('b');
    expect(log).toEqual(['busy', 'no error', 'sent a']);
    await settle('refuse', 'full');
    expect(log.slice(3)).toEqual(['error full', 'told full', 'busy', 'no error', 'sent b']);
    await settle('answer', 'yes');
    expect(log.slice(8)).toEqual(['free', 'done yes']);
  });

  it('stays busy when what succeeded ends the screen, and not when it failed', async () => {
    const { log, press, settle } = setting({ once: true });
    press('a');
    await settle('refuse', 'full');
    press('b');
    await settle('answer', 'yes');
    press('c');
    expect(log.slice(6)).toEqual(['busy', 'no error', 'sent b', 'done yes']);
  });

  it('may begin the next one out of what follows the first', async () => {
    const log: string[] = [];
    const run = makeActs<string>(String, { busy: () => undefined, error: () => undefined });
    run(
      () => Promise.resolve('a'),
      (first) => {
        run(
          () => Promise.resolve(`${first} then b`),
          (second) => log.push(second),
        );
      },
    );
    await new Promise(setImmediate);
    expect(log).toEqual(['a then b']);
  });

  it('shows what was thrown by what follows, too', async () => {
    const { log } = setting();
    const run = makeActs<string>(
      String,
      { busy: () => undefined, error: (error) => log.push(String(error)) },
      {},
    );
    run(
      () => Promise.resolve('a'),
      () => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- a word is read as well as an error, and shorter here.
        throw 'later';
      },
    );
    await new Promise(setImmediate);
    expect(log).toEqual(['null', 'later']);
  });
});
