import { describe, expect, it } from 'vitest';
import { withoutMarks } from '../../../../electron/services/pdf-copy/content-marks';

function plain(content: string): string | null {
  const clean = withoutMarks(Buffer.from(content, 'latin1'));
  return clean === null ? null : clean.bytes.toString('latin1').replaceAll(/\s+/gu, ' ').trim();
}

describe('what a page draws, without its marks', () => {
  it.each([
    [
      'plain',
      'q 1 0 0 1 0 0 cm BT /F1 12 Tf (Hello) Tj ET Q',
      'q 1 0 0 1 0 0 cm BT /F1 12 Tf (Hello) Tj ET Q',
    ],
    ['a mark', '/P <</MCID 0>> BDC (Hello) Tj EMC', '(Hello) Tj'],
    ['a mark with words', '/Span <</ActualText (12 Refuge Lane)>> BDC (x) Tj EMC', '(x) Tj'],
    ['words in hexadecimal', '/Span <</ActualText <feff0031>/E [(a) <</B (c)>>]>> BDC (x) Tj EMC', '(x) Tj'],
    ['a named mark', '/OC /MC0 BDC 0 0 1 1 re f EMC', '0 0 1 1 re f'],
    ['a point', '/Secret <</Note (12 Refuge Lane)>> DP /Other MP 1 w', '1 w'],
    ['a comment', '1 w % 12 Refuge Lane\n2 w', '1 w 2 w'],
    ['no comment but text', '(100 % of it) Tj', '(100 % of it) Tj'],
    ['brackets in text', String.raw`(a (b) \) EMC) Tj`, String.raw`(a (b) \) EMC) Tj`],
    ['an array', '[(A) -120 (B)] TJ', '[(A) -120 (B)] TJ'],
    ['quotes', '(A) \' 1 2 (B) "', '(A) \' 1 2 (B) "'],
    ['an operator by a delimiter', 'BT/F1 9 Tf(A)Tj ET', 'BT /F1 9 Tf (A) Tj ET'],
    ['truth', 'true false null 3 w', 'true false null 3 w'],
  ])('%s', (_what, content, expected) => {
    expect(plain(content)).toBe(expected);
  });

  it('a picture that stands in it keeps every byte, whatever its bytes look like', () => {
    const data = Buffer.from([0x00, 0x25, 0x28, 0x20, 0x45, 0x49, 0x20, 0x80, 0x42, 0x44, 0x43, 0x0a, 0xff]);
    const content = Buffer.concat([
      Buffer.from('q BI /W 1 /H 1 /BPC 8 ID '),
      data,
      Buffer.from('\nEI Q /P BMC 1 w EMC'),
    ]);
    const clean = withoutMarks(content)?.bytes;
    expect(clean?.includes(data)).toBe(true);
    expect(clean?.toString('latin1').endsWith('EI Q 1 w ')).toBe(true);
  });

  it.each([
    ['a text without end', '(12 Refuge Lane Tj'],
    ['a list without end', '[1 2 3 TJ'],
    ['a picture without end', 'BI /W 1 ID abc'],
    ['lists without end in lists', '['.repeat(100)],
  ])('%s is not guessed at', (_what, content) => {
    expect(plain(content)).toBeNull();
  });

  it('says what is drawn with', () => {
    const clean = withoutMarks(Buffer.from('/OC /Layer BDC /F#311 9 Tf /Im0 Do /P cs EMC (/No Do) Tj'));
    expect([...(clean?.names ?? [])].sort()).toEqual(['F11', 'Im0', 'P']);
  });

  it('is never longer in coming than it is long', () => {
    const deep = `${'<<'.repeat(59)}${'>>'.repeat(59)} /X gs`;
    expect(plain(deep.repeat(200))).not.toBeNull();
  });
});
