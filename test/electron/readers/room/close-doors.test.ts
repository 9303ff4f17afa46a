import { describe, expect, it } from 'vitest';
import { closeDoors } from '../../../../electron/readers/room/close-doors';

describe('the doors of a worker', () => {
  it('are gone for good, also where they are written on what it descends from', () => {
    const scope = {
      fetch: () => 'got',
      indexedDB: {},
      postMessage: () => 'kept',
      navigator: Object.create({ storage: {}, userAgent: 'kept' }) as object,
    };
    const worker = Object.create(scope) as typeof scope;
    closeDoors(worker);
    expect([worker.fetch, worker.indexedDB, scope.fetch]).toEqual([undefined, undefined, undefined]);
    expect((worker.navigator as { readonly storage?: unknown }).storage).toBeUndefined();
    expect(worker.postMessage()).toBe('kept');
    expect(() => {
      Object.defineProperty(worker, 'fetch', { value: () => 'got' });
    }).toThrow(TypeError);
  });
});
