import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { transferHandlers } from '../../../../electron/services/transfer/handlers';
import type { Records } from '../../../../electron/services/transfer/records';
import type { FsLayer } from '../../../../electron/vault/fs-layer';
import { codeOf } from '../../../helpers/code-of';
import { faultyFs } from '../../../helpers/faulty-fs';
import { writeMembers } from '../../../helpers/package';
import { everything, onArrival, receive, usePackedCase, written } from './setting';
import type { PackedCase } from './setting';

let made: PackedCase;
let layer: FsLayer | null = null;
usePackedCase(
  (now) => {
    made = now;
  },
  () => layer,
);

/** The case is there already, without an exhibit: what comes is joined with it, and writes to every table all the same. */
beforeEach(async () => {
  const { members, sender, receiver, folder } = made;
  const records = JSON.parse(String(members.get('records.json'))) as Records;
  const bare = {
    ...records,
    ...{ items: [], readings: [], messageSources: [], redactions: [] },
    versions: records.versions.filter(({ kind }) => kind === 'case' || kind === 'producer'),
  };
  const kept = ['manifest.json', 'manifest.sig'];
  const path = join(folder, 'bare.hfcase');
  const files = new Map([
    ...[...members].filter(([name]) => kept.includes(name)),
    ['records.json', Buffer.from(JSON.stringify(bare))] as const,
  ]);
  await writeMembers(path, files, sender.context, receiver.context);
  await receive(made, path);
});

/** Written when the case came, and left as they are. */
const thereBefore = ['cases', 'producers', 'exhibit_series'];

describe('a package that is joined with a case that is here', () => {
  it('goes in whole or not at all, at whichever table the database fails', async () => {
    const { receiver, sender, caseId } = made;
    const before = await everything(receiver);
    // No trigger can hang on an index of words.
    const virtual = onArrival.filter(({ fts5 }) => fts5 !== undefined).map(({ table }) => table);
    for (const table of written.filter((each) => ![...virtual, ...thereBefore].includes(each))) {
      receiver.context.db.exec(
        `CREATE TEMP TRIGGER stop BEFORE INSERT ON main.${table} BEGIN SELECT RAISE(ABORT, 'stop'); END`,
      );
      expect(await codeOf(() => receive(made)), table).toBe('package-damaged');
      receiver.context.db.exec('DROP TRIGGER stop');
      expect(await everything(receiver), table).toEqual(before);
    }
    expect(await receive(made)).toMatchObject({ brought: { joined: true, exhibits: 2, redactedCopies: 1 } });
    const parts = async ({ context }: typeof sender) =>
      (await transferHandlers(context)['case.digest']({ id: caseId })).parts;
    expect(await parts(receiver)).toEqual(await parts(sender));
  });

  it('goes in whole or not at all, whichever file operation fails', async () => {
    const before = await everything(made.receiver);
    let failures = 0;
    for (let nth = 1; nth < 200; nth += 1) {
      layer = faultyFs(nth, 'ENOSPC').layer;
      const code = await codeOf(() => receive(made));
      layer = null;
      if (code === 'no error') break;
      expect(code).toBe('disk-full');
      failures += 1;
      expect(await everything(made.receiver)).toEqual(before);
    }
    expect(failures).toBeGreaterThan(5);
  });
});
