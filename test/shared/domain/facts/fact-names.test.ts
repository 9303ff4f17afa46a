import { describe, expect, it } from 'vitest';
import { codeOfLabel } from '../../../../electron/vault/migrations/0280-earlier-labels';
import { factKey } from '../../../../shared/domain/facts/fact-key';
import { factName } from '../../../../shared/domain/facts/fact-names';
import { newFact } from '../../../../shared/domain/facts/new-fact';
import { factCodes } from '../../../../shared/models/fact-code';

const detail = 'Cr\u00e9\u00e9 par \u202ePaint ';

describe('the words for where a fact stands', () => {
  it('are another for every code, so that no two places look the same', () => {
    const words = factCodes.map((code) => factName({ code, detail }));
    expect(new Set(words).size).toBe(factCodes.length);
    expect(words.every((each) => each.trim() !== '')).toBe(true);
  });

  it('carry what a stranger or a person worded letter for letter', () => {
    expect(factName({ code: 'png.text', detail })).toBe(`PNG ${detail}`);
    expect(factName({ code: 'typed.InWordsOf', detail: 'Wren' })).toBe('Typed, in the words of Wren');
    expect(factName({ code: 'ocr.Page', detail: '2: the clock' })).toBe('Read on page 2: the clock');
    expect(factName({ code: 'other', detail })).toBe(detail);
  });

  // Whoever rewords a place on purpose takes it out of here; what is stored stays as it is.
  const since = ['pdf.Files', 'pdf.RedactMarks', 'ocr.Lies', 'ocr.Crooked'];
  const before = factCodes.filter((code) => !since.includes(code));
  it.each(before)('of %s are those it was stored with before there were codes', (code) => {
    const words = factName({ code, detail: 'x' });
    expect(factName(codeOfLabel(words))).toBe(words);
    if (code !== 'other') expect(codeOfLabel(words).code).toBe(code);
  });
});

describe('two facts', () => {
  const note = newFact({ field: 'note', source: 'email', code: 'mail.Received', raw: 'by x', value: 'One.' });

  it('are the same when only our own sentence about them is worded otherwise', () => {
    expect(factKey({ ...note, value: 'Another.' })).toBe(factKey(note));
  });

  it('are two when what stands there, where it stands, or what it is read as differs', () => {
    const person = newFact({ field: 'person', source: 'email', code: 'mail.To', raw: 'a' });
    const others = [
      { ...note, raw: 'by y' },
      { ...note, code: 'mail.MessageId' } as const,
      { ...note, detail: 'x' },
      { ...note, source: 'container' } as const,
      person,
      { ...person, value: 'b' },
    ];
    expect(new Set([note, ...others].map(factKey)).size).toBe(others.length + 1);
  });
});
