import { createHash } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { fingerprint } from '../../../electron/services/offices/office';
import { openPackage } from '../../../electron/services/transfer/open-package';
import { parseManifest } from '../../../electron/services/transfer/manifest';
import type { Manifest } from '../../../electron/services/transfer/manifest';
import { parseRecords } from '../../../electron/services/transfer/records';
import { ensureOfficeKeys } from '../../../electron/services/offices/office';
import { readTar, wholeMember } from '../../../electron/services/transfer/tar';
import { keepRows } from '../../../electron/services/transfer/row-files/keep-rows';
import { messageLineSchema } from '../../../electron/services/transfer/row-files/lines';
import { digestTables } from '../../../electron/vault/backup/table-digest';
import { meet } from '../../helpers/offices';
import { writeMembers } from '../../helpers/package';
import { tarEnd, tarMember } from '../../helpers/hand-made-tar';
import { testFile } from '../../helpers/test-file';
import { makeTestVault } from '../../helpers/test-vault';
import { WrongAnswer } from '../target';
import type { FuzzTarget, Started } from '../target';
import { askEverything } from './ask-everything';

const simply = (read: Started['read']) => (): Promise<Started> => Promise.resolve({ read });
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

/** Where its sum says what its bytes say, a head of a tar is read at all. */
function withSums(tar: Buffer): Buffer {
  const out = Buffer.from(tar);
  for (let at = 0; at + 512 <= out.length; at += 512) {
    const head = out.subarray(at, at + 512);
    if (head.toString('latin1', 257, 262) !== 'ustar') continue;
    head.write('        ', 148, 'latin1');
    const sum = head.reduce((total, each) => total + each, 0);
    head.write(`${sum.toString(8).padStart(6, '0')}\u0000 `, 148, 8, 'latin1');
  }
  return out;
}

/** A package as parts that can be broken: its manifest without what follows from the rest, its records, rows of exports, small files. */
const seedSchema = z.object({
  manifest: z.looseObject({ format: z.unknown() }),
  records: z.looseObject({ caseId: z.unknown() }),
  rows: z.record(z.string(), z.array(z.unknown())),
  files: z.array(z.string()),
});
type Parts = z.infer<typeof seedSchema>;

const seedFile = (): Promise<Buffer> => testFile('fuzz', 'seeds', 'package.json');
const parts = async (): Promise<Parts> => seedSchema.parse(JSON.parse((await seedFile()).toString('utf8')));
const asJson = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

const anyObject = z.record(z.string(), z.unknown());
function objectIn(input: Buffer): Record<string, unknown> | null {
  try {
    return anyObject.safeParse(JSON.parse(input.toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/** The fingerprint of an office follows from its keys. */
function withFingerprint(input: Buffer): Buffer {
  const content = objectIn(input);
  const sender = anyObject.safeParse(content?.sender).data;
  if (content === null || typeof sender?.recipient !== 'string' || typeof sender.signingKey !== 'string')
    return input;
  return asJson({
    ...content,
    sender: { ...sender, fingerprint: fingerprint(sender.recipient, sender.signingKey) },
  });
}

async function manifestSeeds(): Promise<readonly Buffer[]> {
  const { manifest, files } = await parts();
  const listed = files.map((file) => {
    const bytes = Buffer.from(file, 'base64');
    return { path: `files/${sha256(bytes)}`, bytes: bytes.length, sha256: sha256(bytes) };
  });
  const records = { path: 'records.json', bytes: 10, sha256: sha256(Buffer.from('records')) };
  const whole = { ...manifest, recipients: ['passphrase'], files: [records, ...listed] };
  const note = { purpose: 'share', note: { reason: 'Asked for.', papers: [] } };
  const { recipients: _r, ...earlier } = { ...whole, format: 4, recipient: 'passphrase' };
  return [whole, { ...whole, ...note }, earlier].map(asJson);
}

const control = { id: 'x', signal: new AbortController().signal, progress: () => undefined };

/** Codes by which a package is refused: one that is taken for something else would be told to be at fault elsewhere. */
const refusals =
  /^(?:package-|sender-|record-|version-|exhibit-|erased-here|nothing-new|case-changed|clock-)/u;

interface Offices {
  readonly sender: Awaited<ReturnType<typeof makeTestVault>>;
  readonly receiver: Awaited<ReturnType<typeof makeTestVault>>;
}

/** Sealed and signed by an office that is known here, so that nothing but what is in it stands in its way. */
async function sendTo(
  { sender, receiver }: Offices,
  { manifest, records, rows, files }: Parts,
): Promise<string> {
  const path = join(process.cwd(), 'fuzzed.hfcase');
  const [from, to] = await Promise.all([sender, receiver].map(({ context }) => ensureOfficeKeys(context)));
  const members = new Map([
    ['manifest.json', asJson(manifest)],
    ['records.json', asJson(records)],
    ...Object.values(rows).map((lines) => {
      const bytes = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
      return [`messages/${sha256(bytes)}.jsonl`, bytes] as const;
    }),
    ...files.map(
      (file) => [`files/${sha256(Buffer.from(file, 'base64'))}`, Buffer.from(file, 'base64')] as const,
    ),
  ]);
  const signed = (old: Manifest): Manifest => ({
    ...old,
    sender: from?.office ?? old.sender,
    recipients: [to?.office.recipient ?? 'passphrase'],
  });
  await writeMembers(path, members, sender.context, receiver.context, signed);
  return path;
}

/** Rows of an export are named by their sum, in the records as well: the sum of a broken one is put there. */
function withRowNames(whole: Parts): Parts {
  let records = JSON.stringify(whole.records);
  for (const [name, lines] of Object.entries(whole.rows)) {
    const bytes = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const old = /^messages\/([0-9a-f]{64})/u.exec(name)?.[1];
    if (old !== undefined) records = records.replaceAll(old, sha256(bytes));
  }
  return { ...whole, records: anyObject.parse(JSON.parse(records)) as Parts['records'] };
}

async function startPackages(): Promise<Started> {
  const sender = await makeTestVault({ officeName: 'North office' });
  const receiver = await makeTestVault({ officeName: 'South office' });
  await meet(sender.context, receiver.context);
  const { db } = receiver.context;
  const before = digestTables(db);
  const ask = askEverything(receiver);

  async function take(path: string): Promise<unknown> {
    try {
      const taken = await openPackage(receiver.context, { path, passphrase: null, seen: null }, control);
      // What came in is shown by every screen: none of them may fall over it.
      await ask(taken.caseId ?? '');
      return 'taken in';
    } catch (error) {
      if (digestTables(db) !== before && !(error instanceof WrongAnswer))
        throw new WrongAnswer('a refused package changed the vault', { cause: error });
      throw error;
    }
  }

  return {
    read: async (input) => {
      const whole = seedSchema.safeParse(objectIn(input));
      if (!whole.success) return 'no package';
      const path = await sendTo({ sender, receiver }, withRowNames(whole.data));
      db.exec('BEGIN');
      try {
        return await take(path).catch((error: unknown) => {
          const code: unknown = error instanceof Error ? error.message : '';
          if (error instanceof WrongAnswer || typeof code !== 'string' || refusals.test(code)) throw error;
          throw new WrongAnswer(`refused with ${code}`, { cause: error });
        });
      } finally {
        db.exec('ROLLBACK');
      }
    },
    stop: async () => {
      await sender.close();
      await receiver.close();
    },
  };
}

export const packageTargets: readonly FuzzTarget[] = [
  {
    name: 'package-tar',
    about: 'the tar of a package',
    form: 'bytes',
    seeds: () =>
      Promise.resolve([
        Buffer.concat([tarMember('manifest.json', '{}'), tarMember('files/a', 'x'.repeat(600)), tarEnd]),
        Buffer.concat([tarMember('a', ''), tarEnd, Buffer.alloc(10_240)]),
      ]),
    words: [
      'ustar\u000000',
      'ustar  \u0000',
      '00000000000\u0000',
      '77777777777\u0000',
      '../a',
      'a/b',
      '\u0080\u0000\u0000\u0000\u0000\u0000\u0000\u0002',
      'manifest.json',
    ],
    mend: withSums,
    start: simply(async (input) => {
      const members: string[] = [];
      for await (const member of readTar(inPieces(input, 300))) {
        if (/\.\.|^\/|\\/u.test(member.name)) throw new WrongAnswer('a name that leads elsewhere');
        members.push(`${member.name} ${sha256(await wholeMember(member, 1e6))}`);
      }
      return members;
    }),
  },
  {
    name: 'package-manifest',
    about: 'the manifest of a package',
    form: 'json',
    seeds: manifestSeeds,
    words: [
      'format',
      'recipient',
      'recipients',
      'passphrase',
      'files/',
      'records.json',
      'text.jsonl',
      '0'.repeat(64),
    ],
    mend: withFingerprint,
    start: simply((input) => Promise.resolve().then(() => parseManifest(input))),
  },
  {
    name: 'package-records',
    about: 'the records of a package, of every format there was',
    form: 'json',
    seeds: async () => {
      const { records } = await parts();
      return [6, 5, 4, 3, 2, 1].map((format) => asJson({ format, records }));
    },
    start: simply((input) => {
      const { format, records } = objectIn(input) ?? {};
      try {
        return Promise.resolve(parseRecords(records, typeof format === 'number' ? format : 6));
      } catch (error) {
        // Whoever calls takes all of them for a package that is damaged.
        if (error instanceof RangeError) throw error;
        return Promise.resolve('refused');
      }
    }),
  },
  {
    name: 'package-rows',
    about: 'the rows of an export that a package brings',
    form: 'text',
    seeds: async () =>
      Object.values((await parts()).rows).map((lines) =>
        Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join('')),
      ),
    words: ['\n', '{}', '"position":0', '"mediaItemId":null', '\u0000', '"repeatOf"', '"kind":"call"'],
    start: simply(async (input) => {
      const read = keepRows(inPieces(input, 500), messageLineSchema, sha256(input), () => undefined, {
        kept: 0,
      });
      return read.then(
        (kept) => [...kept.rows()],
        // Whoever calls takes all of them for a package that is damaged.
        (error: unknown) => {
          if (error instanceof RangeError || error instanceof TypeError) throw error;
          return 'refused';
        },
      );
    }),
  },
  {
    name: 'package',
    about: 'a whole package, taken in by a real vault, and every screen asked about it',
    form: 'json',
    seeds: async () => [asJson(await parts())],
    words: [
      'entry',
      'case',
      'register',
      'producer',
      'exhibit',
      'removed',
      'covers',
      'parents',
      'hlc',
      'schema',
      'newer-kind',
    ],
    start: startPackages,
  },
];
