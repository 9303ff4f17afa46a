import { expect, it } from 'vitest';
import { readMessages } from '../../../../electron/readers/messages/messages';
import { readTable } from '../../../../electron/readers/messages/csv';
import { messageRowSchema } from '../../../../shared/models/message';
import { HoldfastError } from '../../../../shared/errors';
import { evidenceFixtures } from '../../../helpers/evidence-fixtures';
import { mutantOf } from '../../../helpers/mutants';
import { seeded } from '../../../helpers/seeded';
import { collect, memoryFile } from '../../readers/collect';

const mapping = {
  headingRecords: 1,
  roles: ['date', 'time', 'direction', 'number', 'duration'],
  rows: 'call',
  direction: 'unknown',
  durationUnit: 'seconds',
};

it('accounts for every line of an export that was cut or had bytes changed', async () => {
  const fixtures = (await evidenceFixtures()).filter(({ kind }) => kind === 'messages' || kind === 'table');
  expect(fixtures).toHaveLength(4);
  for (const { name, kind, bytes } of fixtures) {
    const random = seeded(7);
    for (let left = 300; left > 0; left -= 1) {
      const mutant = mutantOf(bytes, random);
      const { out, rows } = collect();
      const file = {
        ...memoryFile(name, kind, mutant),
        mime: name.endsWith('.xml') ? 'application/xml' : 'text/plain',
      };
      const options = { order: 'dmy', mapping };
      try {
        const notes = await (kind === 'table' ? readTable : readMessages)(file, out, options);
        let next = 1;
        for (const row of rows) {
          messageRowSchema.parse(row);
          expect(row.firstLine).toBe(next);
          next = row.lastLine + 1;
        }
        expect(notes).toMatchObject({ rows: rows.length, lines: next - 1 });
      } catch (error) {
        // Nothing of an export is left in it.
        expect(error).toBeInstanceOf(HoldfastError);
        expect(rows).toEqual([]);
      }
    }
  }
});
