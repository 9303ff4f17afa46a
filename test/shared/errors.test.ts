import { describe, expect, it } from 'vitest';
import { HoldfastError, reportError } from '../../shared/errors';

const withCode = (code: string): Error => Object.assign(new Error('/home/her/secret.txt'), { code });

describe('the report of an error', () => {
  it('keeps a code and its counts, and nothing else', () => {
    const cause = withCode('EIO');
    expect(reportError(new HoldfastError('conflict', { detail: { failed: 3 }, cause }))).toEqual({
      code: 'conflict',
      detail: { failed: 3 },
    });
    expect(reportError(new HoldfastError('conflict', { cause }))).toEqual({ code: 'conflict' });
  });

  it('names what the system and the database say, also when their code has a second part', () => {
    const said: Readonly<Record<string, string>> = {
      ENOSPC: 'disk-full',
      EROFS: 'not-writable',
      EIO: 'read-failed',
      ENODEV: 'read-failed',
      SQLITE_FULL: 'disk-full',
      SQLITE_IOERR: 'read-failed',
      SQLITE_IOERR_WRITE: 'read-failed',
      SQLITE_CORRUPT_VTAB: 'vault-damaged',
      SQLITE_BUSY_SNAPSHOT: 'vault-in-use',
      SQLITE_READONLY_DIRECTORY: 'not-writable',
      SQLITE_CONSTRAINT_UNIQUE: 'internal',
    };
    for (const [code, expected] of Object.entries(said)) {
      expect(reportError(withCode(code)), code).toEqual({ code: expected });
    }
  });

  it('calls an aborted wait cancelled, and anything unknown internal', () => {
    expect(reportError(new DOMException('no', 'AbortError'))).toEqual({ code: 'cancelled' });
    for (const odd of [new Error('secret'), 'secret', null, undefined, { code: 7 }, { code: 'toString' }]) {
      expect(reportError(odd)).toEqual({ code: 'internal' });
    }
  });
});
