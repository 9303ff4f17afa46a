import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  looksLikeSheet,
  makeRecoveryWords,
  readRecoveryWords,
  suggestPassphrase,
} from '../../../electron/vault/recovery-words';
import { codeOf } from '../../helpers/code-of';

const text = (words: readonly string[] | undefined): string => (words ?? []).join(' ');

describe('a kit of one sheet', () => {
  it('has twelve words that give back the secret, however they are typed', async () => {
    const { sheets, secret } = await makeRecoveryWords('words', randomBytes);
    const [words = []] = sheets;
    expect(words).toHaveLength(12);
    expect(secret).toBe(text(words));
    const typed = [
      text(words),
      `  ${text(words).toUpperCase()}\n`,
      words.map((word, index) => `${index + 1}. ${word}`).join('\n'),
      words.map((word) => word.slice(0, 4)).join(', '),
    ];
    for (const each of typed) expect(await readRecoveryWords([each])).toBe(secret);
    expect(looksLikeSheet(text(words))).toBe(true);
  });

  it('says which word is not in the list', async () => {
    const { sheets } = await makeRecoveryWords('words', randomBytes);
    const words = [...(sheets[0] ?? [])];
    words[4] = 'holdfastian';
    const failure = await readRecoveryWords([text(words)]).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'words-unknown', detail: { sheet: 1, position: 5 } });
  });

  it('refuses words that are in the list but not of a sheet', async () => {
    expect(await codeOf(() => readRecoveryWords(['abandon '.repeat(12)]))).toBe('words-wrong');
    expect(await codeOf(() => readRecoveryWords(['abandon ability']))).toBe('words-wrong');
    expect(await codeOf(() => readRecoveryWords(['   ']))).toBe('words-wrong');
    expect(looksLikeSheet('a passphrase of my own')).toBe(false);
  });
});

describe('a kit of three shares', () => {
  it('gives the secret from any two sheets, and from all three', async () => {
    const { sheets, secret } = await makeRecoveryWords('shares', randomBytes);
    const [one, two, three] = sheets.map(text);
    expect(sheets.map((words) => words.length)).toEqual([15, 15, 15]);
    for (const pair of [
      [one, two],
      [three, one],
      [two, three],
      [one, two, three],
    ]) {
      expect(await readRecoveryWords(pair.map((sheet) => sheet ?? ''))).toBe(secret);
    }
  });

  it('gives nothing from one sheet, from the same sheet twice, or from sheets of two kits', async () => {
    const kit = await makeRecoveryWords('shares', randomBytes);
    let other = await makeRecoveryWords('shares', randomBytes);
    while (other.label === kit.label) other = await makeRecoveryWords('shares', randomBytes);
    const first = text(kit.sheets[0]);
    expect(await codeOf(() => readRecoveryWords([first]))).toBe('shares-too-few');
    expect(await codeOf(() => readRecoveryWords([first, first]))).toBe('shares-too-few');
    expect(await codeOf(() => readRecoveryWords([first, text(other.sheets[1])]))).toBe('shares-not-together');
  });
});

it('suggests seven words, each time others', () => {
  const suggested = new Set(Array.from({ length: 50 }, () => suggestPassphrase(randomBytes)));
  expect(suggested.size).toBe(50);
  for (const each of suggested) expect(each.split(' ')).toHaveLength(7);
});
