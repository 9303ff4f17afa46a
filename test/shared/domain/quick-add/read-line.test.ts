import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import alreadyRight from '../../../fixtures/words/phrases-already-right.json';
import hard from '../../../fixtures/words/hard-phrases.json';
import phrases from '../../../fixtures/words/phrases.json';
import quickAdd from '../../../fixtures/words/quick-add.json';
import { lineEntry, lineSource, readLine } from '../../../../shared/domain/quick-add/read-line';

const context = { today: '2026-11-25', lastDay: null };

describe('a line of quick add', () => {
  it('becomes an entry with its date taken out of what happened, and the acts its words speak of', () => {
    const line = readLine(
      'about 9pm on 3 Nov he waited by the staff entrance and followed her to the bus stop',
      context,
    );
    expect(line).toMatchObject({
      title: 'He waited by the staff entrance and followed her to the bus stop',
      description: '',
      acts: ['a', 'e'],
      channel: 'in_person',
    });
    expect(lineEntry(line, ['e'], 'client’s account')).toMatchObject({
      edtf: '2026-11-03',
      time: { from: '21:00', to: null, precision: 'about' },
      behaviours: ['e'],
      dateSource: 'client’s account',
    });
  });

  it('keeps the whole of a long one below a title that ends with a sentence', () => {
    const told = 'He rang the doorbell twice. '
      .concat('Then he stood in the road and shouted for a long while. '.repeat(3))
      .trim();
    const line = readLine(`yesterday, ${told}`, context);
    expect(line.title).toBe('He rang the doorbell twice.');
    expect(line.description).toBe(told);
  });

  it('counts what is said as a number, and nothing else', () => {
    expect(readLine('14 missed calls on 3 Nov', context).attempts).toBe(14);
    expect(readLine('rang 3 times on 3 Nov', context).attempts).toBe(3);
    expect(readLine('a call at 21:00 on 3 Nov', context).attempts).toBeNull();
  });

  it('is no entry while something is to be asked, or nothing happened in it', () => {
    expect(lineEntry(readLine('3/4/2026 he called', context), [], '')).toBeNull();
    expect(lineEntry(readLine('3 Nov', context), [], '')).toBeNull();
    expect(lineEntry(readLine('he called', context), [], '')).toBeNull();
    expect(lineEntry(readLine('3/4/2026 he called', context, { 'day-or-month': 1 }), [], '')?.edtf).toBe(
      '2026-03-04',
    );
  });
});

/** The words of a text, without the marks around them. */
const wordsOf = (text: string): string[] =>
  text.toLocaleLowerCase('en-GB').match(/[\p{L}\p{N}£'’“”"]+/gu) ?? [];

describe('what was typed', () => {
  const told = [...alreadyRight.cases, ...phrases.cases, ...hard.cases, ...quickAdd.cases].map(
    ({ input }) => input,
  );
  const line = fc
    .array(
      fc.oneof(fc.constantFrom(...told), fc.constantFrom('he waited', 'and', 'at 9pm', '“yes”', '👀', '...')),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((parts) => parts.join(' '));

  it('is never missing from what is saved: every word, in its order, is in the title, the account or the source', () => {
    fc.assert(
      fc.property(line, fc.integer({ min: 0, max: 2 }), (text, pick) => {
        let read = readLine(text, context);
        let answers = {};
        for (let step = 0; step < 6 && read.date.ask !== null; step += 1) {
          answers = {
            ...answers,
            [read.date.ask.question]: Math.min(pick, read.date.ask.options.length - 1),
          };
          read = readLine(text, context, answers);
        }
        const kept = read.description === '' ? read.title : read.description;
        const lifted = wordsOf(lineSource(text, read, '')).map((word) => word.replace(/^“|”$/gu, ''));
        const [first] = read.lifted;
        // Only at the edges: what is kept is one unbroken piece of what was typed.
        const piece = wordsOf(kept);
        const whole = wordsOf(text);
        const at = whole.findIndex((_, index) => piece.every((word, each) => whole[index + each] === word));
        expect([text, at >= 0 || piece.length === 0]).toEqual([text, true]);
        expect(piece.length + lifted.filter((word) => word !== '').length).toBeGreaterThanOrEqual(
          whole.length,
        );
        if (first !== undefined)
          expect(read.lifted.every(({ start, end }) => start === 0 || end === text.length)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('keeps a date in the middle of a sentence where it stands, and lifts it from either end', () => {
    const title = (text: string): string => readLine(text, context).title;
    expect(title('he came on 3 March 2024 and shouted')).toBe('He came on 3 March 2024 and shouted');
    expect(title('he waited outside, on 3 March 2024 at 9pm.')).toBe('He waited outside.');
    expect(title('3 March 2024 he came at 9pm')).toBe('He came');
    expect(title('3 March 2024 was when he came')).toBe('3 March 2024 was when he came');
    expect(title('my birthday is 3 March 2024')).toBe('My birthday is 3 March 2024');
    expect(title('On 3 March 2024 he wrote "9pm, Sunday"')).toBe('He wrote "9pm, Sunday"');
  });

  it('names the lifted words as the source of the date', () => {
    const text = 'on 3 March 2024 he came at 9pm';
    expect(lineSource(text, readLine(text, context), 'the client’s account')).toBe(
      'the client’s account: “on 3 March 2024 … at 9pm”',
    );
    expect(lineSource('he came', readLine('he came', context), 'the client’s account')).toBe(
      'the client’s account',
    );
  });
});
