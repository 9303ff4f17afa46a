import { describe, expect, it } from 'vitest';
import { basisText, missingPapers, papersThere } from '../../../renderer/strings/send';

const none = { minutes: null, 'action-plan': null, risk: null, 'advocate-note': null };

describe('what a package says of itself', () => {
  it('names the papers of a handover that are in it, and those that are missing', () => {
    const slots = { ...none, minutes: 'a', risk: 'b' };
    expect(papersThere(slots)).toBe('In it: Minutes of the last MARAC, Current risk assessment.');
    expect(missingPapers(slots)).toBe('Missing: MARAC action plan, Note from advocate to advocate.');
    expect(papersThere(none)).toBe(null);
    expect(missingPapers({ minutes: 'a', 'action-plan': 'b', risk: 'c', 'advocate-note': 'd' })).toBe(null);
  });

  it('says why it could go, with whatever a stranger hid in the words written out', () => {
    expect(basisText({ basis: 'consent', reason: 'by phone\u202e', slots: null })).toBe(
      'The client agreed: by phone‹U+202E›',
    );
    expect(basisText({ basis: 'without-consent', reason: 'High risk', slots: null })).toMatch(
      /^Without consent: High risk$/,
    );
  });
});
