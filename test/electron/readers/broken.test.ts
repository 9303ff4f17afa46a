import { afterAll, describe, expect, it } from 'vitest';
import { seatLimits } from '../../../electron/readers/kit/limits';
import { createReaderSeat } from '../../../electron/services/evidence/inside/reader-seat';
import { readableKinds } from '../../../electron/services/evidence/inside/kinds';
import { reportError } from '../../../shared/errors';
import { factSchema } from '../../../shared/models/evidence';
import { emlOf, evidenceFixtures } from '../../helpers/evidence-fixtures';
import { nodeRoom } from '../../helpers/node-room';
import { collect } from './collect';

const thread = createReaderSeat(nodeRoom(), 'all', { ...seatLimits, idleMs: 6000 });
afterAll(() => {
  thread.close();
});

/** A small generator of its own, so that a run can be repeated from its seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function broken(fixture: Buffer, random: () => number): Buffer {
  if (random() < 0.25) return fixture.subarray(0, Math.floor(random() * fixture.length));
  const bytes = Buffer.from(fixture);
  for (let flip = 1 + Math.floor(random() * 10); flip > 0; flip -= 1) {
    const extremes = [0, 0xff, 0x7f, 0x80, Math.floor(random() * 256)];
    bytes[Math.floor(random() * bytes.length)] = extremes[Math.floor(random() * 5)] ?? 0;
  }
  return bytes;
}

/** What may come of a file that somebody broke: never `internal`, and nothing of another part of the app. */
const usual = new Set([
  'unreadable-file',
  'encrypted-file',
  'archive-unsafe',
  'archive-too-large',
  'file-too-large',
  'unsupported-preview',
  'unreadable-media',
  'reader-timeout',
]);

const rounds = Number(process.env.HOLDFAST_BROKEN ?? 60);
const fixtures = (await evidenceFixtures()).filter(({ kind }) => readableKinds.has(kind));

describe.each(fixtures)('a broken $name', ({ name, kind, bytes }) => {
  it('is read, or given up with a reason, and what came out of it is well formed', async () => {
    const random = randomFrom(20_261_103);
    for (let round = 0; round < rounds; round += 1) {
      const file = broken(bytes, random);
      const found = collect();
      const ended = await thread
        .read(
          {
            name,
            kind,
            mime: 'application/octet-stream',
            bytes: file.length,
            readRange: (start, end) => Promise.resolve(file.subarray(start, end)),
          },
          null,
          found.out,
          new AbortController().signal,
        )
        .then(
          () => 'read',
          (error: unknown) => reportError(error).code,
        );
      expect(ended === 'read' || usual.has(ended), `round ${String(round)}: ${ended}`).toBe(true);
      for (const fact of found.facts) factSchema.omit({ id: true }).parse(fact);
    }
  });
});

it('one kind taken for another is given up, and not for long', async () => {
  for (const kind of readableKinds) {
    for (const { bytes } of [...fixtures, { bytes: emlOf() }, { bytes: Buffer.alloc(0) }]) {
      const file = {
        name: 'a',
        kind,
        mime: '',
        bytes: bytes.length,
        readRange: (start: number, end: number) => Promise.resolve(bytes.subarray(start, end)),
      };
      const ended = await thread.read(file, null, collect().out, new AbortController().signal).then(
        () => 'read',
        (error: unknown) => reportError(error).code,
      );
      expect(ended === 'read' || usual.has(ended), ended).toBe(true);
    }
  }
});
