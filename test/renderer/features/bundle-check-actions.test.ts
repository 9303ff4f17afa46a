import { describe, expect, it } from 'vitest';
import { checkActions } from '../../../renderer/features/bundle/check-actions';
import type { BundleCheck, BundleRow } from '../../../shared/models/bundle';

const item = (id: string, more: { readonly kind?: 'pdf' | 'audio' } = {}) => ({
  ...{ id, caseId: 'case', exhibitRef: `AB/${id}`, title: id, document: null },
  ...{ kind: more.kind ?? ('image' as const), preview: 'ready' as const },
});
const items = [item('1'), item('2'), item('3', { kind: 'audio' }), item('4')];
const row = (itemId: string | null, firstPage: number, lastPage: number): BundleRow => ({
  ...{ kind: 'document', key: itemId ?? 'told', letter: '', itemId, exhibitRef: null, title: '', date: '' },
  ...{ firstPage, lastPage },
});
const plan = { rows: [row(null, 1, 3), row('1', 4, 6), row('2', 7, 7), row('3', 8, 8), row('4', 9, 9)] };
const profile = {
  rows: [
    { id: 'G10', check: 'upright' as const },
    { id: 'F06', check: 'classes' as const },
  ],
};
const of = (id: string, pages: number[], state: BundleCheck['state'] = 'decide') =>
  checkActions({ id, text: '', state, pages }, profile, plan, items).map(({ name, route }) => [
    name,
    route.name,
    'form' in route ? route.form : null,
  ]);

describe('a check of a bundle', () => {
  it('leads to each exhibit that it is about, once, by what is done there', () => {
    expect(of('G10', [4, 5, 7])).toEqual([
      ['Turn: AB/1', 'evidence-item', null],
      ['Turn: AB/2', 'evidence-item', null],
    ]);
    expect(of('F06', [7])).toEqual([['Answer: AB/2', 'evidence-item', 'reference']]);
    expect(of('undated', [4])).toEqual([['Answer: AB/1', 'evidence-item', 'date']]);
    expect(of('sheet-1', [4])).toEqual([['Answer: AB/1', 'evidence-item', 'document']]);
    expect(of('pdf-damaged-1', [4])).toEqual([['Check: AB/1', 'evidence-item', null]]);
  });

  it('leads to where it is covered, or to the exhibit where nothing can be drawn', () => {
    expect(of('protected', [4, 8])).toEqual([
      ['Redact: AB/1', 'redact', null],
      ['Redact: AB/3', 'evidence-item', null],
    ]);
  });

  it('leads nowhere when it is fine, or about no exhibit, and to three at most', () => {
    expect(of('G10', [4], 'ok')).toEqual([]);
    expect(of('G10', [2])).toEqual([]);
    expect(of('one-file', [4])).toEqual([]);
    expect(of('G10', [4, 7, 8, 9])).toHaveLength(3);
  });

  it('comes back to the bundle', () => {
    const [action] = checkActions({ id: 'G10', text: '', state: 'fix', pages: [4] }, profile, plan, items);
    expect(action?.route).toMatchObject({ from: 'bundle' });
  });
});
