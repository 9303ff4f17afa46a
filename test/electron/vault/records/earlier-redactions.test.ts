import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { redactionSchema } from '../../../../electron/services/transfer/records/redactions';
import { openDatabase } from '../../../../electron/vault/database';
import { migrations } from '../../../../electron/vault/migrations/index';
import { runMigrations } from '../../../../electron/vault/migrations/runner';
import { redactedPagesSchema } from '../../../../shared/models/redaction';
import { useTempFolders } from '../../../helpers/temp-folder';

const tempFolder = useTempFolders();
const pages = [{ width: 7, height: 5, points: null }];
const upright = 'The original was decoded, and turned upright as it is on the screen.';
const covered = '1 place was covered with black.';
/** Copies as they were made until their rows said whether their picture was turned, each with what is known of it. */
const then = [
  { operations: [upright, covered], turned: true },
  { operations: [`${upright} Every page of it is in the copy.`, covered], turned: true },
  { operations: ['The original was decoded and turned upright.', covered], turned: false },
];

it.each(then)(
  'a vault of then says whether the picture of a redacted copy was turned',
  async ({ turned, operations }) => {
    const db = openDatabase(join(await tempFolder(), 'db'), randomBytes(32), randomBytes(16));
    try {
      runMigrations(db, migrations, 390);
      db.pragma('foreign_keys=OFF');
      db.prepare(
        `INSERT INTO redactions (id, item_id, version, file_id, mime, parent_sha256, pages, checks, created_at, office, author, hlc)
       VALUES ('r', 'i', 1, 'f', 'image/png', '', ?, '[]', '', '', '', '')`,
      ).run(JSON.stringify({ operations, pages }));
      runMigrations(db, migrations);
      const made: unknown = JSON.parse(String(db.prepare('SELECT pages FROM redactions').pluck().get()));
      expect(redactedPagesSchema.parse(made)).toEqual({ operations, pages, turned });
    } finally {
      db.close();
    }
  },
);

it.each(then)(
  'a package of then says the same, and what a later one says stays',
  ({ turned, operations }) => {
    const packed = redactionSchema.shape.pages;
    expect(packed.parse({ operations, pages })).toEqual({ operations, pages, turned });
    const said = { operations, pages, turned: !turned };
    expect(packed.parse(said)).toEqual(said);
  },
);
