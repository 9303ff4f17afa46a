import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { transferHandlers } from '../../../../electron/services/transfer/handlers';
import { writePackage } from '../../../../electron/services/transfer/write-package';
import type { FsLayer } from '../../../../electron/vault/fs-layer';
import { codeOf } from '../../../helpers/code-of';
import { declaredTables } from '../../../../electron/vault/declared/tables';
import type { TableDeclaration } from '../../../../electron/vault/declared/declaration';
import { emptyTables, places, tableOfPlace } from '../../../helpers/every-table';
import { partnerName } from '../../../helpers/office-tables';
import { faultyFs } from '../../../helpers/faulty-fs';
import { writeMembers } from '../../../helpers/package';
import type { Members } from '../../../helpers/package';
import type { TestVault } from '../../../helpers/test-vault';
import {
  control,
  everything,
  onArrival,
  packed,
  receive,
  rowsOf,
  storedFiles,
  tablesThat,
  usePackedCase,
  written,
} from './setting';
import type { PackedCase } from './setting';

let made: PackedCase;
let sender: TestVault;
let receiver: TestVault;
let folder: string;
let caseId: string;
let item: string;
let members: Members;
/** File operations of the receiving vault, changed by the tests that break them. */
let layer: FsLayer | null = null;
usePackedCase(
  (now) => {
    made = now;
    ({ sender, receiver, folder, caseId, item, members } = now);
  },
  () => layer,
);

const stays = tablesThat((travels) => travels.by === 'stays-here');

const columnsOf = (declaration: TableDeclaration): readonly string[] =>
  'but' in declaration.travels ? Object.keys(declaration.travels.but) : [];

const nothingThere = async (): Promise<void> => {
  for (const table of written) expect(rowsOf(receiver, table), table).toEqual([]);
  expect(await storedFiles(receiver)).toBe(0);
};

describe('a package of a case with something in every table', () => {
  it('is made of a case that has something in every column that travels', () => {
    // What is kept of a package while it is written goes as soon as it is whole.
    expect(emptyTables(sender.context)).toEqual(['erased_files', 'transfer_drafts']);
    // What a row could do without, a package could forget: its columns that may be null or have something usual in them.
    const unfilled = packed.flatMap((declaration) =>
      sender.context.db
        .prepare(
          'SELECT name, dflt_value AS usual FROM pragma_table_info(?) WHERE "notnull" = 0 OR dflt_value IS NOT NULL',
        )
        .all(declaration.table)
        .map((row) => row as { readonly name: string; readonly usual: string | null })
        .filter(({ name, usual }) => {
          const other = `SELECT 1 FROM "${declaration.table}" WHERE "${name}" IS NOT NULL AND "${name}" IS NOT ${usual ?? 'NULL'}`;
          return sender.context.db.prepare(other).get() === undefined;
        })
        .map(({ name }) => `${declaration.table}.${name}`),
    );
    expect(unfilled).toEqual([]);
  });

  it('carries every row of what is declared to travel as it is, but for the columns that are declared not to', async () => {
    await receive(made);
    for (const declaration of packed) {
      const { table } = declaration;
      const but = columnsOf(declaration);
      expect(rowsOf(receiver, table, but), table).toEqual(rowsOf(sender, table, but));
      for (const column of but) {
        const others = but.filter((name) => name !== column);
        expect(rowsOf(receiver, table, others), `${table}.${column}`).not.toEqual(
          rowsOf(sender, table, others),
        );
      }
    }
    const digest = (vault: TestVault) => transferHandlers(vault.context)['case.digest']({ id: caseId });
    const [ours, theirs] = [await digest(sender), await digest(receiver)];
    expect(theirs.parts).toEqual(ours.parts);
    expect(ours.parts.map(({ name }) => name)).toContain(`messages of ${item}`);
  });

  it('carries the stored files that exhibits and redacted copies name, and no others', async () => {
    await receive(made);
    const named = ['evidence', 'redactions'].flatMap(
      (table) => sender.context.db.prepare(`SELECT file_id FROM ${table}`).pluck().all() as string[],
    );
    const [files] = tablesThat((travels) => travels.by === 'files');
    if (files === undefined) throw new Error('no table of files is declared');
    const but = columnsOf(files);
    const ids = new Set(named);
    const sent = sender.context.db
      .prepare('SELECT id, sha256, bytes FROM files')
      .all()
      .map((row) => row as { readonly id: string; readonly sha256: string; readonly bytes: number });
    expect(rowsOf(receiver, 'files', but)).toEqual(
      sent
        .filter(({ id }) => ids.has(id))
        .map(({ sha256, bytes }) => JSON.stringify({ sha256, bytes }))
        .sort(),
    );
    expect(sent.length).toBeGreaterThan(ids.size);
    expect(await storedFiles(receiver)).toBe(ids.size);
  });

  it('lets everything else stay where it is or be made anew, as it is declared', async () => {
    const before = new Map(stays.map(({ table }) => [table, rowsOf(receiver, table)]));
    await receive(made);
    for (const { table } of stays) {
      const came = rowsOf(receiver, table).filter((row) => !before.get(table)?.includes(row));
      const sent = rowsOf(sender, table);
      expect(
        came.filter((row) => sent.includes(row)),
        table,
      ).toEqual([]);
    }
    // Coming in is an act, and what was done; nothing else that stays there gets a row.
    const grown = stays.filter(
      ({ table }) => rowsOf(receiver, table).length > (before.get(table)?.length ?? 0),
    );
    expect(grown.map(({ table }) => table)).toEqual(['audit', 'transfers']);
    for (const { table } of onArrival) expect(rowsOf(receiver, table).length, table).toBeGreaterThan(0);
    for (const { table } of tablesThat(
      (travels) => travels.by === 'made-anew' && travels.when === 'when-wanted',
    ))
      expect(rowsOf(receiver, table), table).toEqual([]);
  });

  it('joins what is there already, which it leaves as it is, and says that nothing was new', async () => {
    expect(await receive(made)).toMatchObject({ brought: { joined: false, exhibits: 2, redactedCopies: 1 } });
    const joined = declaredTables.filter(({ merges }) => merges !== 'not-at-all').map(({ table }) => table);
    expect(joined.sort()).toEqual(
      packed
        .map(({ table }) => table)
        .concat('files')
        .sort(),
    );
    const content = () =>
      written.filter((each) => each !== 'transfers').map((each) => rowsOf(receiver, each));
    const [before, stored] = [content(), await storedFiles(receiver)];
    const again = join(folder, 'again.hfcase');
    await writeMembers(again, members, sender.context, receiver.context);
    expect(await receive(made, again)).toMatchObject({
      brought: { joined: true, exhibits: 0, records: 0, redactedCopies: 0 },
    });
    expect(content()).toEqual(before);
    expect(await storedFiles(receiver)).toBe(stored);
    const rows = await everything(receiver);
    expect(await codeOf(() => receive(made, again))).toBe('package-already-here');
    expect(await everything(receiver)).toEqual(rows);
  });

  it('has all of its words in the digest by which two offices compare their copies', async () => {
    await receive(made);
    const { db } = receiver.context;
    const digest = () => transferHandlers(receiver.context)['case.digest']({ id: caseId });
    const before = await digest();
    const changes: Readonly<Record<string, string>> = {
      record_versions: "DELETE FROM record_versions WHERE kind = 'entry'",
      exhibit_series: "UPDATE exhibit_series SET owner = 'x'",
      evidence: "UPDATE evidence SET file_name = 'x'",
      facts: "UPDATE facts SET raw = 'x'",
      readings: "UPDATE readings SET notes = '{}'",
      inside: "UPDATE inside SET name = 'x'",
      message_sources: "UPDATE message_sources SET body = '{}'",
      messages: "UPDATE messages SET body = 'x'",
      redactions: "UPDATE redactions SET checks = '[]'",
    };
    const partOf = ({ travels }: TableDeclaration): string => {
      if (travels.by === 'records') return travels.section;
      if (travels.by !== 'lines') throw new Error('not in the digest');
      const parts = { 'messages/SHA256.jsonl': `messages of ${item}` };
      return parts[travels.member];
    };
    expect(Object.keys(changes).sort()).toEqual(packed.map(({ table }) => table).sort());
    for (const declaration of packed) {
      const sql = changes[declaration.table] ?? '';
      const name = partOf(declaration);
      db.exec('SAVEPOINT change');
      db.exec(sql);
      const after = await digest();
      db.exec('ROLLBACK TO change; RELEASE change');
      const differing = after.parts.filter(({ sha256 }, index) => sha256 !== before.parts[index]?.sha256);
      expect(
        differing.map((part) => part.name),
        sql,
      ).toEqual([name]);
    }
  });

  it('is signed as a whole, each part named by what it is', () => {
    const names = [...members.keys()];
    const source = members.get(names.find((name) => name.startsWith('messages/')) ?? '') ?? Buffer.alloc(0);
    expect(names.slice(0, 4)).toEqual(['manifest.json', 'manifest.sig', 'SHA256SUMS', 'records.json']);
    expect(names[4]).toBe(`messages/${createHash('sha256').update(source).digest('hex')}.jsonl`);
    const lines = source.toString('utf8').trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { position: number }).position)).toEqual([0, 1, 2]);
    const everything = Buffer.concat([...members.values()]).toString('latin1');
    const carried = places.filter((place) => everything.includes(`canary-${place}`));
    const travelling = packed.map(({ table }) => table);
    expect(carried).toEqual(places.filter((place) => travelling.includes(tableOfPlace[place])));
    expect(places.filter((place) => !carried.includes(place))).toEqual([
      'page',
      'word-box',
      'queue',
      'import-path',
      'request',
      'leaving',
      'bundle',
      'pack',
      'draft',
      'transfer',
    ]);
    expect(everything).not.toContain(partnerName);
  });

  it('leaves nothing beside it in the vault it was made from, also when it could not be written', async () => {
    const before = await storedFiles(sender);
    const { recipient } = await transferHandlers(receiver.context)['transfer.office']({});
    const path = join(folder, 'no-such-folder', 'case.hfcase');
    const input = { caseId, path, lock: { type: 'recipient' as const, recipient }, purpose: 'copy' as const };
    expect(await codeOf(() => writePackage(sender.context, input, control))).not.toBe('no error');
    expect(await storedFiles(sender)).toBe(before);
  });

  it('goes in whole or not at all, whichever file operation fails', async () => {
    let failures = 0;
    for (let nth = 1; nth < 200; nth += 1) {
      const faulty = faultyFs(nth, 'ENOSPC');
      layer = faulty.layer;
      const code = await codeOf(() => receive(made));
      layer = null;
      if (code === 'no error') break;
      expect(code).toBe('disk-full');
      failures += 1;
      await nothingThere();
    }
    expect(failures).toBeGreaterThan(5);
    expect(rowsOf(receiver, 'messages')).toEqual(rowsOf(sender, 'messages'));
  });

  it('goes in whole or not at all, at whichever table the database fails', async () => {
    // No trigger can hang on an index of words.
    const virtual = onArrival.filter(({ fts5 }) => fts5 !== undefined).map(({ table }) => table);
    for (const table of written.filter((each) => !virtual.includes(each))) {
      receiver.context.db.exec(
        `CREATE TEMP TRIGGER stop BEFORE INSERT ON main.${table} BEGIN SELECT RAISE(ABORT, 'stop'); END`,
      );
      expect(await codeOf(() => receive(made)), table).toBe('package-damaged');
      receiver.context.db.exec('DROP TRIGGER stop');
      await nothingThere();
    }
    expect(await codeOf(() => receive(made))).toBe('no error');
  });
});
