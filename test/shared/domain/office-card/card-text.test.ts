import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printCard, readCards, signedCardText } from '../../../../shared/domain/office-card/card-text';
import { canonicalOfficeName, officeNameKey } from '../../../../shared/domain/office-card/office-name';
import type { OfficeCard } from '../../../../shared/models/office';

const recipient = `age1${'qpzry9x8gf2tvdw0s3jn54khce6mua7l'.repeat(2).slice(0, 58)}`;
const card: OfficeCard = {
  name: "St Mary's - Harbour",
  made: '2026-11-27',
  recipient,
  signingKey: '0123456789abcdef'.repeat(4),
  signature: 'fedcba9876543210'.repeat(8),
};
const text = printCard(card);
const only = (pasted: string): unknown => {
  const read = readCards(pasted);
  return read.kind === 'cards' && read.cards.length === 1 ? read.cards[0] : read;
};

describe('a card that went through a mail', () => {
  it.each<readonly [string, (text: string) => string]>([
    ['as it was', (t) => t],
    ['with the line ends of Windows', (t) => t.replaceAll('\n', '\r\n')],
    ['with line ends of an old Mac', (t) => t.replaceAll('\n', '\r')],
    ['quoted', (t) => t.replaceAll(/^/gm, '> ')],
    ['quoted twice, without spaces', (t) => t.replaceAll(/^/gm, '>>')],
    ['quoted with a bar', (t) => t.replaceAll(/^/gm, ' | ')],
    ['with spaces at the ends of lines', (t) => t.replaceAll('\n', '   \n')],
    ['with empty lines between', (t) => t.replaceAll('\n', '\n\n')],
    ['on one line', (t) => t.replaceAll('\n', ' ')],
    ['broken at 40 characters', (t) => t.replaceAll(/(.{40})/g, '$1\n')],
    [
      'quoted and broken anew at 60, as replies do',
      (t) => t.replaceAll(/(.{60})/g, '$1\n').replaceAll(/^/gm, '> '),
    ],
    ['with curly quotes', (t) => t.replaceAll("'", '’')],
    ['with long dashes', (t) => t.replaceAll('-', '–')],
    ['with spaces that do not break', (t) => t.replaceAll(' ', '\u00a0')],
    ['with zero-width spaces in every key', (t) => t.replaceAll(/([0-9a-f]{8})/g, '$1\u200b')],
    ['with a mark of byte order in front', (t) => `\ufeff${t}`],
    ['with soft hyphens', (t) => t.replaceAll('a', 'a\u00ad')],
    [
      'in capitals, as a tired assistant types it',
      (t) => t.replace(card.signingKey, card.signingKey.toUpperCase()),
    ],
    ['with marks of bold', (t) => t.replaceAll(/^(\w[\w ]*:)/gm, '*$1*')],
    [
      'in the middle of a mail',
      (t) => `Dear Asha,\n\nhere is our card:\n\n${t}\nBest wishes\nSam\n-- \nHarbour`,
    ],
    ['twice, once quoted', (t) => `${t}\n> On Monday you wrote:\n${t.replaceAll(/^/gm, '> ')}`],
  ])('%s is read as it was made', (_how, change) => {
    expect(only(change(text))).toEqual(card);
  });

  it('is found whatever its office is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (typed) => {
        const name = canonicalOfficeName(typed);
        fc.pre(name !== '');
        expect(only(printCard({ ...card, name }))).toEqual({ ...card, name });
      }),
      { numRuns: 500 },
    );
  });

  it('keeps a name that looks like the lines below it', () => {
    const name = 'Office: X Made on: 2020-01-01 Sealing key: age1qq Signing key: 00 Signature: 11';
    expect(only(printCard({ ...card, name }))).toEqual({ ...card, name });
  });
});

describe('what is no card', () => {
  it.each<readonly [string, string, string]>([
    ['nothing', '', 'unreadable'],
    ['some other text', 'Please find attached our annual report.', 'unreadable'],
    ['a card without its end', text.slice(0, 300), 'unreadable'],
    ['a card without its beginning', text.slice(60), 'unreadable'],
    ['a card with a digit too few in its signature', text.replace('fedc', 'fed'), 'unreadable'],
    ['a card with a day that is none', text.replace('2026-11-27', '2026-02-31'), 'unreadable'],
    ['a key alone', recipient, 'key-only'],
    ['a key alone in a mail', `Our key is:\n> ${recipient}\nBest`, 'key-only'],
    ['a card of a newer version', text.replace('CARD 1', 'CARD 2'), 'newer'],
  ])('%s is told apart', (_what, pasted, kind) => {
    expect(readCards(pasted).kind).toBe(kind);
  });

  it('takes no time, however often it begins', () => {
    expect(readCards('HOLDFAST OFFICE CARD 1 Office: '.repeat(3000)).kind).toBe('unreadable');
  });
});

describe('the name of an office', () => {
  it('on a card has no character that hides or turns round what stands beside it', () => {
    expect(canonicalOfficeName('Har\u202ebour\u200b  Office\u0000')).toBe('Harbour Office');
    expect(canonicalOfficeName('\u200b\u2060\ufeff')).toBe('');
    expect(canonicalOfficeName('x'.repeat(500))).toHaveLength(200);
  });

  it.each([
    ['North Office', 'north  office'],
    ['North Office', 'Nоrth Оffice'],
    ['North Office', 'N0rth 0ffice'],
    ['Women’s Aid Leeds', "Women's aid, Leeds"],
    ['Café Refuge', 'Cafe Refuge'],
    ['North Office', 'North\u200d Office'],
    ['Ｎｏｒｔｈ Office', 'North Office'],
  ])('%s is taken for %s by a tired person, and by us', (a, b) => {
    expect(officeNameKey(a)).toBe(officeNameKey(b));
  });

  it('differs where a person would see it', () => {
    expect(officeNameKey('North Office')).not.toBe(officeNameKey('South Office'));
    expect(officeNameKey('ارم')).not.toBe(officeNameKey('حصن'));
  });
});

it('is signed as a whole and as nothing else', () => {
  const texts = [
    signedCardText(card),
    signedCardText({ ...card, name: 'Another' }),
    signedCardText({ ...card, made: '2026-11-28' }),
    signedCardText({ ...card, recipient: `${recipient.slice(0, -1)}q` }),
    signedCardText({ ...card, signingKey: 'f'.repeat(64) }),
  ];
  expect(new Set(texts).size).toBe(5);
  expect(texts.every((each) => each.startsWith('holdfast-office-card-v1\0'))).toBe(true);
});
