import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { chainHash, earlierHash, innerHash } from '../../../../shared/domain/acts/hash';
import type { RecordedAct } from '../../../../shared/models/acts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const act: RecordedAct = {
  seq: 7,
  at: '2026-11-24T09:00:00.000Z',
  author: 'Zoë O’Neill',
  action: 'evidence.import',
  subject: '0190-item',
  detail: '{"exhibit":"AB/1"}',
  slot: 'slot-1',
  caseId: '0190-case',
  caseNumber: 3,
};
const ofOffice: RecordedAct = {
  ...act,
  subject: null,
  detail: '{}',
  slot: null,
  caseId: null,
  caseNumber: null,
};
const salt = 'ab'.repeat(32);
const head = 'cd'.repeat(32);
const inner = 'bd21f8969ca6e421748fc3e4ce59cd7b712b654e7458e6d837ac7e894503ffdf';

// Worked out with Python's json and hashlib, so that the rule cannot change without anybody noticing.
describe('the rule of the record of acts', () => {
  it('hashes what an act says under its salt', () => {
    expect(innerHash(act, salt, sha256)).toBe(inner);
    expect(innerHash(ofOffice, salt, sha256)).toBe(
      'e17012386dd68d2307d825f4a85f53cdb77aa9bd12e187de0122e53d059933cd',
    );
  });

  it('lets the first salted act commit to how many there were before it and to the last of them', () => {
    expect(chainHash({ acts: 6, head, isSalted: false }, inner, sha256)).toBe(
      '2d42eda2f7a6076b3ccde7863b1c87f3c246cfbf7fe15590eca73e9c945586cc',
    );
  });

  it('chains each later act over the head before it', () => {
    expect(chainHash({ acts: 6, head, isSalted: true }, inner, sha256)).toBe(
      '7fe3c7a9cced670e7f50da4bb7b2560f05b5a8ef923091642fac8416f9c70864',
    );
  });

  it('still hashes acts of the earlier rule as they were, with and without a slot', () => {
    expect(earlierHash({ ...act, slot: null }, head, sha256)).toBe(
      '780d7a354b5bc5148521147bec1a52cff932834015bb581c61450f22352cc575',
    );
    expect(earlierHash(act, head, sha256)).toBe(
      'a77ae0bf1566a24b35d898f384c3c96c45d3df48b846114a29189320636517bb',
    );
  });

  it('gives two acts that say the same two inner hashes, so that one is no help in guessing the other', () => {
    expect(innerHash(act, 'ba'.repeat(32), sha256)).not.toBe(inner);
  });
});
