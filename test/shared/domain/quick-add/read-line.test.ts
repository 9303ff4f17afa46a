import { describe, expect, it } from 'vitest';
import { lineEntry, readLine } from '../../../../shared/domain/quick-add/read-line';

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
