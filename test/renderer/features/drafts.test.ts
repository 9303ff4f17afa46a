import { describe, expect, it } from 'vitest';
import { caseDraftSchema } from '../../../renderer/features/caseload/case-draft';
import { entryDraftSchema } from '../../../renderer/features/chronology/entry-draft';
import { fromEdtf } from '../../../renderer/features/chronology/date-form';
import { readDraft } from '../../../renderer/features/drafts/read-draft';
import { routeOf } from '../../../renderer/features/drafts/route-of';
import { draftLines, draftText } from '../../../renderer/strings/drafts';
import { nothingMore } from '../../../shared/domain/entry-content';

const id = '0193a5c0-0000-7000-8000-000000000001';
const half = {
  value: {
    ...nothingMore,
    edtf: '2026-11-',
    time: null,
    title: ' He waited ',
    description: '',
    quote: '"Five minutes."',
    behaviours: ['e'],
    channel: null,
    place: '',
    dateSource: '',
    reported: { date: null, reference: '', response: '', how: '', officer: '', crimeNumber: '' },
    evidenceIds: [id],
    messageKeys: [],
  },
  form: fromEdtf('2026-11-03', '2026-11-24'),
  version: 3,
};

describe('a draft', () => {
  it('of an entry comes back as it was typed, half-filled and with its spaces', () => {
    expect(readDraft(entryDraftSchema, JSON.stringify(half))).toEqual(half);
  });

  it.each([
    ['cut off', JSON.stringify(half).slice(0, 80)],
    ['of another form', JSON.stringify({ title: 'Message' })],
    ['with a field of another kind', JSON.stringify({ ...half, version: 'three' })],
    ['that is no JSON', 'He waited'],
  ])('%s does not go into the form', (_what, body) => {
    expect(readDraft(entryDraftSchema, body)).toBeNull();
    expect(readDraft(caseDraftSchema, body)).toBeNull();
  });

  it('that does not fit is given back as the text somebody typed, without ids', () => {
    expect(draftLines(JSON.stringify(half)).split('\n')).toEqual(
      expect.arrayContaining([' He waited ', '"Five minutes."']),
    );
    expect(draftLines(JSON.stringify(half))).not.toContain(id);
    expect(draftLines('He wai')).toBe('He wai');
  });

  it('leads back to its own form', () => {
    const caseId = 'c';
    expect(routeOf({ form: 'entry', subject: null, caseId })).toEqual({
      name: 'chronology',
      caseId,
      draftFrom: [],
    });
    expect(routeOf({ form: 'entry', subject: id, caseId })).toEqual({
      name: 'chronology',
      caseId,
      entryId: id,
    });
    expect(routeOf({ form: 'case', subject: caseId, caseId })).toEqual({
      name: 'case',
      caseId,
      form: 'edit',
    });
    expect(routeOf({ form: 'exhibit-date', subject: id, caseId })).toEqual({
      name: 'evidence-item',
      caseId,
      itemId: id,
      form: 'date',
    });
    expect(routeOf({ form: 'proceedings', subject: null, caseId })).toEqual({
      name: 'proceedings',
      caseId,
      form: 'new',
    });
    expect(routeOf({ form: 'case', subject: null, caseId: null })).toEqual({ name: 'caseload' });
  });

  it('says what somebody was in the middle of', () => {
    expect(draftText({ form: 'entry', subject: null })).toBe('a new entry');
    expect(draftText({ form: 'entry', subject: id }, 'HF-0147')).toBe('changing an entry in HF-0147');
    expect(draftText({ form: 'case', subject: id }, 'HF-0147')).toBe('changing HF-0147');
  });
});
