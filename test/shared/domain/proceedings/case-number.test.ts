import { describe, expect, it } from 'vitest';
import { caseNumberShapes, lookAtCaseNumber } from '../../../../shared/domain/proceedings/case-number';
import type { CourtKind } from '../../../../shared/models/proceedings';

const said = (typed: string, court: CourtKind | null = null): string => {
  const remark = lookAtCaseNumber(typed, court);
  if (remark.says === 'nothing' || remark.says === 'unknown') return remark.says;
  if (remark.says === 'without-beginning') return `${remark.shape.id} without ${remark.missing}`;
  const wrong = remark.says === 'known' && remark.otherCourt ? ', of another court' : '';
  return `${remark.says === 'known' ? '' : 'nearly '}${remark.shape.id} ${remark.usual}${wrong}`;
};

describe('a case number', () => {
  it.each([
    ['ZC26C00123', 'family ZC26C00123'],
    ['zc26c00123', 'family ZC26C00123'],
    [' ZC 26 C 00123 ', 'family ZC26C00123'],
    ['ZC26/C/00123', 'family ZC26C00123'],
    ['Case No: ZC26C00123', 'family ZC26C00123'],
    ['KB-2024-017278', 'ce-file KB-2024-017278'],
    ['kb 2024 017278', 'ce-file KB-2024-017278'],
    ['KB–2024–017278', 'ce-file KB-2024-017278'],
    ['claim number AC-2024-LON-001234', 'ce-file-registry AC-2024-LON-001234'],
    ['1700000000000000', 'hmcts-reference 1700-0000-0000-0000'],
    ['1700 0000 0000 0000', 'hmcts-reference 1700-0000-0000-0000'],
    ['T20247001', 'crown T20247001'],
    ['t 2024 7001', 'crown T20247001'],
    ['URN 13AB1234526', 'urn 13AB1234526'],
    ['13/AB/12345/26', 'urn 13AB1234526'],
    ['K00LS123', 'county K00LS123'],
  ])('is known by its shape however it is written: %s', (typed, what) => {
    expect(said(typed)).toBe(what);
  });

  it.each([
    ['', 'nothing'],
    ['   ', 'nothing'],
    ['---', 'unknown'],
    ['not known yet', 'unknown'],
    ['HF-0147', 'unknown'],
    ['170000000000000', 'unknown'],
    ['ZC26C001234', 'unknown'],
    ['2600123456789012345', 'unknown'],
    ['رقم ١٢٣', 'unknown'],
    ['<b>ZC26C00123</b>', 'unknown'],
  ])('of no known shape is said to be of none: %s', (typed, what) => {
    expect(said(typed)).toBe(what);
  });

  it.each([
    ['26C00123', null, 'family without the two letters of the court'],
    ['2024-017278', 'county-high', 'ce-file without the two letters of the court'],
    ['20247001', 'crown', 'crown without the letter T (trial), S (sentence) or A (appeal)'],
    ['ZC26COO123', null, 'nearly family ZC26C00123'],
    ['zc26cool23', null, 'nearly family ZC26C00123'],
    ['KB-2O24-O17278', null, 'nearly ce-file KB-2024-017278'],
  ] as const)('that is nearly one has said of it what is wrong: %s', (typed, court, what) => {
    expect(said(typed, court)).toBe(what);
  });

  it('of a court of another kind than the chosen one has that said of it', () => {
    expect(said('ZC26C00123', 'crown')).toBe('family ZC26C00123, of another court');
    expect(said('ZC26C00123', 'family')).toBe('family ZC26C00123');
    expect(said('13AB1234526', 'crown')).toBe('urn 13AB1234526');
  });

  it('has for every shape an example that is of that shape, written as it usually is', () => {
    for (const { id, example, courts } of caseNumberShapes.shapes)
      expect(said(example, courts[0] ?? null)).toBe(`${id} ${example}`);
  });

  it('is looked at in no time, however long somebody typed', () => {
    for (const typed of ['Z'.repeat(200), '1'.repeat(200), 'no '.repeat(60), '- '.repeat(100)])
      expect(['unknown', 'nothing']).toContain(said(typed));
  });
});
