import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';

const root = join(__dirname, '../../../..');

/**
 * Where the text of an instant may be cut all the same: the zone is kept beside it, or it is no instant but a day counted in
 * whole days. Everywhere else `ukClockOf`, `ukDate` and `printUkMoment` are the way to a day and a clock time.
 */
const allowed: readonly string[] = [
  // UTC, and written as such.
  'electron/readers/archive/gzip.ts',
  'electron/readers/archive/tar.ts',
  // DOS time, whose zone nobody knows, or UTC written as such.
  'electron/readers/archive/zip-file.ts',
  // UTC, written as such (RFC 5545, 3.3.5).
  'shared/domain/casework/calendar/ics.ts',
  // Days and clock readings that were counted by themselves, in no zone.
  'electron/services/evidence/facts.ts',
  'shared/domain/dates/uk-clock.ts',
  'shared/domain/patterns/calendar.ts',
];

it('no instant is made a day or a clock time by cutting its text, which would drop its zone', () => {
  const cut = ['electron', 'renderer', 'shared'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile() && /\.tsx?$/u.test(each.name))
      .map((each) => join(each.parentPath, each.name))
      .filter((path) =>
        /toISOString\(\)\s*\.(?:slice|split|substring|substr)\(/u.test(readFileSync(path, 'utf8')),
      )
      .map((path) => relative(root, path)),
  );
  expect(cut.filter((path) => !allowed.includes(path))).toEqual([]);
});
