import { describe, expect, it } from 'vitest';
import { eraseHandlers } from '../../../../electron/services/erase/handlers';
import { insertFile } from '../../../../electron/services/items/file-rows';
import { insertRedaction, readRedactions } from '../../../../electron/services/redaction/rows';
import { versionsOfCase } from '../../../../electron/vault/records/version-rows';
import type { RedactionBox } from '../../../../shared/models/redaction';
import { codeOf } from '../../../helpers/code-of';
import { recordsOf } from '../../../helpers/records-of';
import type { TestVault } from '../../../helpers/test-vault';
import { useTwoOffices } from '../../../helpers/two-offices';

let item: string;
const offices = useTwoOffices((made) => {
  [item] = made.items;
});

const boxes: RedactionBox[] = [
  { page: 1, x: 0, y: 0, width: 0.5, height: 0.5, reason: 'other', note: 'Her mother’s name', words: '' },
];

/** A copy as it is kept once it was made and read back. */
async function keepCopy({ context }: TestVault): Promise<string> {
  const file = await context.files.write([Buffer.from('a copy')]);
  const id = context.newId();
  context.act({ action: 'redaction.make', subject: item }, () => {
    insertFile(context, file);
    insertRedaction(
      context,
      offices.caseId,
      {
        ...{ id, itemId: item, mime: 'image/png', parentSha256: 'a'.repeat(64), boxes },
        made: { operations: [], turned: true, pages: [{ width: 7, height: 5, points: null }] },
        checks: [],
      },
      file,
    );
  });
  return id;
}

describe('what was decided to be covered in a redacted copy', () => {
  it('is a record of its own, in words, and goes with the copy to another office', async () => {
    const id = await keepCopy(offices.north);
    const { versions } = await recordsOf(offices.north)['records.history']({ id });
    expect(versions[0]?.lines.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'Exhibit: WR/1',
      'Covered: page 1: other, Her mother’s name',
    ]);
    await offices.send();
    const [here, there] = [offices.north, offices.south].map(({ context }) => readRedactions(context, item));
    expect(there).toEqual(here);
    expect(there?.[0]?.boxes).toEqual(boxes);
  });

  it('is neither changed nor removed: other boxes are another copy', async () => {
    const id = await keepCopy(offices.north);
    const [version] = offices.north.context.records.versions(id);
    const asked = recordsOf(offices.north);
    const body = { itemId: item, boxes: boxes.map((box) => ({ ...box, note: 'Somebody else' })) };
    const change = { id, version: version?.id ?? '', body };
    expect(await codeOf(() => asked['records.change'](change))).toBe('invalid-input');
    expect(await codeOf(() => asked['records.remove']({ id }))).toBe('invalid-input');
    const more = { caseId: offices.caseId, kind: 'redaction', body };
    expect(await codeOf(() => asked['records.create'](more))).toBe('invalid-input');
    expect(readRedactions(offices.north.context, item)).toHaveLength(1);
  });

  it('is erased with its exhibit', async () => {
    await keepCopy(offices.north);
    await eraseHandlers(offices.north.vault)['erase.item']({ id: item, reason: 'Sent by mistake' });
    const left = versionsOfCase(offices.north.context.db, offices.caseId);
    expect(left.filter(({ kind }) => kind === 'redaction')).toEqual([]);
  });
});
