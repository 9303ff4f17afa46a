import { describe, expect, it } from 'vitest';
import {
  haystackOf,
  holds,
  metresBetween,
  needleOf,
} from '../../../../shared/domain/leaving/protected-words';
import type { ProtectedBody } from '../../../../shared/models/leaving-gate';

type Line = readonly [what: ProtectedBody['what'], text: string];
const found = ([what, text]: Line, inText: string): boolean =>
  holds(haystackOf(inText), needleOf('x', { what, text }));

const home: Line = ['address', '14 Harbour Row, Whitby, YO22 4DE'];
const mobile: Line = ['number', '07700 900127'];
const name: Line = ['name', 'Zoë Brontë'];

describe('a line of the protected list', () => {
  it.each<readonly [Line, string]>([
    [home, 'I live at 14 Harbour Row and he knows it.'],
    [home, '14 HARBOUR\nROW'],
    [home, 'Postcode yo224de'],
    [home, 'Ship to: YO22  4DE'],
    [home, '14, Harbour Row'],
    [['address', 'Flat 2, 9 St. Mary’s Road'], 'he waited outside 9 Saint Marys Rd'],
    [['address', '3 Cliff Street'], 'to 3 Cliff St'],
    [['address', 'Rose House, Long Lane'], 'the back of Rose House'],
    [['address', 'Wren Cottage'], 'near wren cottage last night'],
    [mobile, 'call me on 07700900127'],
    [mobile, 'Anruf von +44 7700 900127'],
    [mobile, '0044-7700-900-127'],
    [mobile, '(07700) 900.127'],
    [mobile, 'tel:+447700900127;ext=1'],
    [mobile, 'bill 07700900127 for R.pdf'],
    [['number', '+44 20 7946 0018'], '020 7946 0018'],
    [['number', '+33 6 12 34 56 78'], '0033612345678'],
    [['number', 'AB12 345678'], 'reference 12345678'],
    [name, 'ZOE BRONTE said'],
    [name, 'Zoe\u0308 Bronte\u0308'],
    [['words', 'code word: overdue'], 'The Code-Word, overdue!'],
    [['name', 'محمد علي'], 'قال محمد علي ذلك'],
  ])('%j is found in %j', (line, text) => {
    expect(found(line, text)).toBe(true);
  });

  it.each<readonly [Line, string]>([
    [home, '114 Harbour Rows'],
    [home, '14 people in a row at the harbour'],
    [home, 'YO22 4DF'],
    [home, 'Whitby'],
    [mobile, '07700 900128'],
    [mobile, '07700 9001'],
    [mobile, '7 700 things, 900 of them on the 127 bus'],
    [name, 'Zoe and the Brontes'],
    [['words', 'overdue'], 'a word overdues'],
    [['number', '1234'], '1234'],
  ])('%j is not found in %j', (line, text) => {
    expect(found(line, text)).toBe(false);
  });

  it('says how far a place is from another, within half a percent', () => {
    const york = { latitude: 53.95926, longitude: -1.08156 };
    expect(metresBetween(york, york)).toBe(0);
    expect(metresBetween(york, { ...york, latitude: york.latitude + 0.001 })).toBeCloseTo(111.2, 0);
    // York to Whitby.
    const whitby = { latitude: 54.48635, longitude: -0.61328 };
    expect(metresBetween(york, whitby) / 66_100).toBeCloseTo(1, 1);
    const across = metresBetween({ latitude: 0, longitude: 179.9995 }, { latitude: 0, longitude: -179.9995 });
    expect(across).toBeCloseTo(111.2, 0);
  });
});
