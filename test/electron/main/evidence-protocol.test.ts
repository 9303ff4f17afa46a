import { describe, expect, it } from 'vitest';
import { parseEvidenceAddress } from '../../../electron/main/evidence-protocol';

const id = '01890000-0000-7000-8000-000000000001';

describe('the address of a picture', () => {
  it.each([
    'not an address',
    `https://media/thumb/${id}`,
    `evidence://elsewhere/thumb/${id}`,
    `evidence://media/anything/${id}`,
    `evidence://media/stream/${id}`,
    'evidence://media/thumb/..%2f..%2fvault.json',
    'evidence://media/thumb/../../vault.json',
    `evidence://media/thumb/${id}/1/2`,
    `evidence://media/thumb/${id}/-1`,
    'evidence://media/',
  ])('%s is answered with nothing', (address) => {
    expect(parseEvidenceAddress(address)).toBeNull();
  });
});
