import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inBlocks } from '../../../../../electron/readers/kit/in-blocks';
import { createPipe } from '../../../../../electron/services/evidence/inside/pipe';

describe('a pipe between the thread and the store', () => {
  it('gives what is put in, in order, however slow either end is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array()), fc.scheduler(), async (pieces, scheduler) => {
        const pipe = createPipe();
        const taken: Uint8Array[] = [];
        const taking = (async () => {
          for await (const piece of pipe.out) {
            await scheduler.schedule(Promise.resolve());
            taken.push(piece);
          }
        })();
        const putting = (async () => {
          for (const piece of pieces) {
            await scheduler.schedule(Promise.resolve());
            expect(await pipe.put(piece)).toBe(true);
          }
          pipe.end();
        })();
        await scheduler.waitFor(Promise.all([taking, putting]));
        expect(taken).toEqual(pieces);
      }),
      { seed: 20_261_103, numRuns: 60 },
    );
  });

  it('does not let the sender run ahead', async () => {
    const pipe = createPipe();
    let room = 0;
    const put = async (): Promise<void> => {
      await pipe.put(new Uint8Array(1));
      room += 1;
    };
    const taking = pipe.out[Symbol.asyncIterator]();
    const first = put();
    await taking.next();
    await Promise.resolve();
    expect(room).toBe(0);
    const next = taking.next();
    await first;
    expect(room).toBe(1);
    pipe.end();
    expect((await next).done).toBe(true);
  });

  it('tells the sender when nobody takes any more, and the taker when what came is broken', async () => {
    const left = createPipe();
    const putting = left.put(new Uint8Array(1));
    for await (const piece of left.out) if (piece.length === 1) break;
    expect(await putting).toBe(false);
    expect(await left.put(new Uint8Array(1))).toBe(false);

    const broken = createPipe();
    broken.end(new Error('broken'));
    await expect(broken.out[Symbol.asyncIterator]().next()).rejects.toThrow('broken');

    const unread = createPipe();
    const waiting = unread.put(new Uint8Array(1));
    unread.leave();
    expect(await waiting).toBe(false);
  });
});

it('a file read in blocks gives any range of itself, and asks only for whole blocks', async () => {
  const bytes = Uint8Array.from({ length: 700_000 }, (_, at) => (at * 7) % 251);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(720_000), fc.nat(600_000)), { minLength: 1, maxLength: 12 }),
      async (ranges) => {
        const asked: number[] = [];
        const about = { name: 'a', mime: '', kind: 'other', bytes: bytes.length } as const;
        const file = inBlocks(about, (start, length) => {
          asked.push(start);
          return Promise.resolve(bytes.subarray(start, start + length));
        });
        for (const [start, length] of ranges) {
          const part = await file.read(start, length);
          expect(Buffer.from(part).equals(bytes.subarray(start, start + length))).toBe(true);
        }
        expect(new Set(asked).size).toBe(asked.length);
        expect(asked.every((start) => start % 262_144 === 0)).toBe(true);
      },
    ),
    { seed: 20_261_103, numRuns: 40 },
  );
});
