import { expect, it } from 'vitest';
import { exifFacts } from '../../../electron/formats/exif-facts';
import { exifDates, tiff } from '../services/evidence/files';

/** The block with the length of a text put otherwise: the tag stands before its type and the number of its letters. */
function withLength(block: Buffer, tag: number, length: number): Buffer {
  const out = Buffer.from(block);
  const head = Buffer.alloc(4);
  head.writeUInt16LE(tag, 0);
  head.writeUInt16LE(2, 2);
  const at = out.indexOf(head);
  expect(at).toBeGreaterThan(0);
  out.writeUInt32LE(length, at + 4);
  return out;
}

it('a text that claims to be longer than its block says nothing of what lies beside it in memory', async () => {
  const model = 0x0110;
  const block = tiff(exifDates);
  for (const length of [block.length, 300, 1000, 1500, 3000]) {
    // What others left in the memory that small pieces share.
    const secrets = Array.from({ length: 20 }, () => Buffer.from('a secret of somebody else '.repeat(10)));
    const { facts } = await exifFacts(withLength(block, model, length));
    expect(secrets).toHaveLength(20);
    const device = facts.find(({ field }) => field === 'device');
    expect(device?.raw.length ?? 0, `length ${length}`).toBeLessThanOrEqual(block.length + 20);
    expect(JSON.stringify(facts)).not.toContain('somebody else');
  }
});
