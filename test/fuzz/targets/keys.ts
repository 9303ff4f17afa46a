import { createHash, createPrivateKey, sign } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { openAge } from '../../../electron/services/age/open';
import { readHeader } from '../../../electron/services/age/header';
import { cardWords, isCardSigned } from '../../../electron/services/offices/card';
import { parseManifest as parseBackup, sealManifest } from '../../../electron/vault/backup/manifest';
import { readAttempts } from '../../../electron/vault/attempts';
import {
  checksumOf,
  keyFileBytes,
  keyFileSchema,
  makeKeyFile,
  parseKeyFile,
  readKeyFiles,
} from '../../../electron/vault/key-file';
import { open as openSealed, sealRoom, seal as sealFile } from '../../../electron/vault/file-format';
import { attemptsName, keyFileName, previousKeyFileName } from '../../../electron/vault/names';
import { looksLikeSheet, readRecoveryWords } from '../../../electron/vault/recovery-words';
import { readExtract, writeExtract } from '../../../shared/domain/acts/extract-lines';
import { verifyExtract } from '../../../shared/domain/acts/verify-extract';
import { printCard, readCards, signedCardText } from '../../../shared/domain/office-card/card-text';
import {
  printReceipt,
  readReceiptText,
  signedReceiptText,
  unsignedReceipt,
} from '../../../shared/domain/receipt/receipt-text';
import { officeCardSchema } from '../../../shared/models/office';
import { WrongAnswer } from '../target';
import type { FuzzTarget, Started } from '../target';
import { texts } from './made';

const simply = (read: Started['read']) => (): Promise<Started> => Promise.resolve({ read });
const bytesOf = (length: number, value: number): Buffer => Buffer.alloc(length, value);
const id = '018f0000-0000-7000-8000-000000000001';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

/** A JSON value with something put right in it; the input itself where it is none. */
function mended(input: Buffer, mend: (content: Record<string, unknown>) => Buffer): Buffer {
  try {
    const content: unknown = JSON.parse(input.toString('utf8'));
    return typeof content === 'object' && content !== null && !Array.isArray(content)
      ? mend(content as Record<string, unknown>)
      : input;
  } catch {
    return input;
  }
}

const vaultKey = bytesOf(32, 7);
const slot = {
  ...{ id, kind: 'passphrase' as const },
  kdf: { algorithm: 'argon2id' as const, m: 8192, t: 1, p: 1, salt: bytesOf(16, 5).toString('base64') },
  wrapped: bytesOf(60, 3).toString('base64'),
};
const keyFile = makeKeyFile(vaultKey, {
  vaultId: id,
  generation: 3,
  slots: [slot, { ...slot, kind: 'recovery' }],
});

/** Both copies as they lie there, the second of an older generation. */
const keyFileTarget: FuzzTarget = {
  name: 'key-file',
  about: 'vault.json, of which there are two copies',
  form: 'json',
  seeds: () =>
    Promise.resolve([
      keyFileBytes(keyFile),
      keyFileBytes(makeKeyFile(vaultKey, { vaultId: id, generation: 1, slots: [slot] })),
    ]),
  words: [
    'argon2id',
    'format',
    'checksum',
    'generation',
    'kdf',
    'slots',
    keyFile.checksum,
    '2097152',
    'AAAA',
  ],
  mend: (input) =>
    mended(input, (content) => Buffer.from(JSON.stringify({ ...content, checksum: checksumOf(content) }))),
  start: simply(async (input) => {
    const older = keyFileBytes(makeKeyFile(vaultKey, { vaultId: id, generation: 1, slots: [slot] }));
    await mkdir('vault', { recursive: true });
    await Promise.all([
      writeFile(`vault/${keyFileName}`, input),
      writeFile(`vault/${previousKeyFileName}`, older),
    ]);
    const [newest] = await readKeyFiles('vault');
    const read = parseKeyFile(input);
    if (!keyFileSchema.safeParse(read).success || newest === undefined) throw new WrongAnswer('a key file');
    // What was taken is written as it was read, so that nothing is lost by the next change.
    const again = parseKeyFile(keyFileBytes(read));
    if (JSON.stringify({ ...again, checksum: '' }) !== JSON.stringify({ ...read, checksum: '' }))
      throw new WrongAnswer('another key file');
    return read;
  }),
};

const backup = sealManifest(vaultKey, {
  ...{ format: 1, vaultId: id, number: 2, at: '2026-11-03T10:00:00.000Z', keyFile },
  database: { bytes: 4096, sha256: sha256('database') },
  files: [
    [id, 88],
    ['018f0000-0000-7000-8000-000000000002', 65_576],
  ],
  auditHead: sha256('head'),
});

const identity = 'AGE-SECRET-KEY-10LCSKHUE9NSUXSDGKFNRXLYFSJZ2FYDZFAPE8T36WUKGN52A4U5QXZ5663';
const recipient = 'age1mxq6frp0u3dzdvdr322twkgz0excnxav6y5c2m2jemm3f6dupaqsyexw0j';
const sealedForKey =
  'YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBEcENzNWx4ZXFlc0lBTnVmMGFINDFTaG5OSWRzRUVaekhIR1YyUFlwTVQ4CjVKTE5yRjFBekdaTjBkSHFBUnMzV281NVhVb3hOQUxDZU9zTElxVEhhbWsKLS0tIGU3VHIzbVVtTUtWS2g0aHV0dVlKUzJJREVORnJlckpLUXJkeURVM3UvOHMKsZ/3abSDKXLXqsIwDwq/mS5OE2Fq7zEQM1tpdZdCLNTZuoDcWlUqNC51/Ll6thrpSZet3AA=';
const sealedByPassphrase =
  'YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBPTkN3Rnp6VHdLSzU4em13TEwxM0JRIDQKNmJwYTJZYmhvM0I1dU52QW9keWlLdlU5ZEJ2b05qclJJQmdlQlZEQzZ1awotLS0gTEVrQk5SQmlYZmNIYndwVDdhNWFwOUpzb0RsMTNvdHV6cTFDZVM4N0UrQQrGCw9sdwCItcjG25r2RcdjFodj95sIlkLbeZzam1szYBdNxDAUpkC39NIH5iscaQbI/TEbuw==';

/** Above this a passphrase is not tried here: 20, which the app still tries, takes a GiB and seconds each. */
const mostWorkTried = 10;

const ageTarget: FuzzTarget = {
  name: 'age',
  about: 'the header and the chunks of a sealed package',
  form: 'bytes',
  seeds: () => Promise.resolve([sealedForKey, sealedByPassphrase].map((text) => Buffer.from(text, 'base64'))),
  words: [
    '-> X25519 ',
    '-> scrypt ',
    '-> ssh-ed25519 AAAA',
    '-> a-grease ',
    '\n---',
    '--- ',
    'age-encryption.org/v1\n',
    ' 20\n',
    ' 0\n',
    '\n\n',
    '-> scrypt AAAAAAAAAAAAAAAAAAAAAA 4\n',
  ],
  start: simply(async (input) => {
    const { header } = await readHeader(inPieces(input, 100)[Symbol.asyncIterator]());
    const work = Number(/-> scrypt \S+ (\d+)/u.exec(header.toString('latin1'))?.[1] ?? 0);
    const keys = [
      { type: 'identity', identity } as const,
      ...(work > mostWorkTried ? [] : [{ type: 'passphrase', passphrase: 'a passphrase' } as const]),
    ];
    const opened = await Promise.allSettled(
      keys.map(async (key) => {
        const parts: Buffer[] = [];
        for await (const part of await openAge(inPieces(input, 77), key)) parts.push(Buffer.from(part));
        return Buffer.concat(parts).toString('utf8');
      }),
    );
    const plain = opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    // Only what was sealed may ever come out.
    if (plain.some((each) => each !== 'He was outside again.'))
      throw new WrongAnswer('other words than were sealed');
    for (const each of opened) if (each.status === 'rejected' && plain.length === 0) throw each.reason;
    return plain;
  }),
};

const signingKey = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), bytesOf(32, 9)]),
  ...{ format: 'der', type: 'pkcs8' },
});
const publicKey = 'fd1724385aa0c75b64fb78cd602fa1d991fdebf76b13c58ed702eac835e9f618';

function cardText(name: string): string {
  const card = { name, made: '2026-11-03', recipient, signingKey: publicKey };
  return printCard({
    ...card,
    signature: sign(null, Buffer.from(signedCardText(card)), signingKey).toString('hex'),
  });
}

function receiptText(): string {
  const unsigned = unsignedReceipt({
    ...{ id, packageId: id, manifestSha256: sha256('m'), packageSha256: sha256('p'), sender: 'EQW3 R39W' },
    receiver: { recipient, signingKey: publicKey, fingerprint: 'EQW3 R39W' },
    ...{ takenInAt: '2026-11-03T10:00:00.000Z', writtenAt: '2026-11-03T10:05:00.000Z' },
    ...{ counts: { exhibits: 2, entries: 14, declined: 0 }, recordHead: sha256('h') },
  });
  return printReceipt(
    unsigned,
    sign(null, Buffer.from(signedReceiptText(unsigned)), signingKey).toString('hex'),
  );
}

const extract = [
  ...writeExtract({
    caseId: id,
    sealed: { acts: 0, head: '0'.repeat(64) },
    head: sha256('head'),
    steps: [
      { inner: sha256('inner') },
      {
        seq: 2,
        at: '2026-11-03T10:00:00.000Z',
        author: 'A',
        action: 'case.create',
        subject: id,
        detail: '{}',
        slot: null,
        caseId: id,
        caseNumber: 1,
        salt: sha256('salt'),
      },
    ],
  }),
]
  .map((line) => `${line}\n`)
  .join('');

const typed = (
  rest: Pick<FuzzTarget, 'name' | 'about' | 'seeds' | 'words'>,
  read: (text: string) => unknown,
): FuzzTarget => ({
  ...{ ...rest, form: 'text' },
  start: simply((input) => Promise.resolve().then(() => read(input.toString('utf8')))),
});

const sheet = 'abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about';
const sealedKey = bytesOf(32, 11);
async function sealedSeed(length: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of sealFile(sealedKey, id, [bytesOf(length, 0x41)], sealRoom()))
    parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

export const keyTargets: readonly FuzzTarget[] = [
  keyFileTarget,
  {
    name: 'backup-manifest',
    about: 'what a snapshot of a backup says it holds',
    form: 'json',
    seeds: () => Promise.resolve([backup]),
    words: ['checksum', 'mac', 'files', 'keyFile', 'format', 'AAAA'],
    mend: (input) =>
      mended(input, ({ checksum: _checksum, ...content }) => {
        const checksum = createHash('sha256').update(JSON.stringify(content)).digest('base64');
        return Buffer.from(`${JSON.stringify({ ...content, checksum })}\n`);
      }),
    start: simply((input) => Promise.resolve().then(() => parseBackup(input))),
  },
  {
    name: 'failed-unlocks',
    about: 'what is kept beside a vault of unlocks that failed',
    form: 'json',
    seeds: () => {
      const [times, more] = [['2026-11-03T10:00:00.000Z'], 0];
      const checksum = createHash('sha256')
        .update(JSON.stringify([1, times, more]))
        .digest('base64');
      return Promise.resolve([
        Buffer.from(`${JSON.stringify({ format: 1, times, more, checksum }, null, 2)}\n`),
      ]);
    },
    start: simply(async (input) => {
      await mkdir('vault', { recursive: true });
      await writeFile(`vault/${attemptsName}`, input);
      return readAttempts('vault');
    }),
  },
  {
    name: 'stored-file',
    about: 'an encrypted file of a vault, as it lies on the disk',
    form: 'bytes',
    most: 256 * 1024,
    seeds: () => Promise.all([0, 100, 65_536, 70_000].map(sealedSeed)),
    words: ['HFE1'],
    start: simply(async (input) => {
      const seeds = await Promise.all([0, 100, 65_536, 70_000].map(sealedSeed));
      let length = 0;
      for await (const piece of openSealed(sealedKey, id, inPieces(input, 4096))) {
        length += piece.length;
        if (Buffer.from(piece).some((byte) => byte !== 0x41))
          throw new WrongAnswer('bytes that nobody sealed');
      }
      // Whole is only what was sealed, byte for byte.
      if (!seeds.some((seed) => seed.equals(input))) throw new WrongAnswer('a changed file taken for whole');
      return length;
    }),
  },
  ageTarget,
  typed(
    {
      name: 'office-cards',
      about: 'cards of offices, as somebody pastes them out of a mail',
      seeds: () =>
        Promise.resolve(
          texts(
            cardText('North office'),
            `> ${cardText('North office').replaceAll('\n', '\n> ')}`,
            `Dear all,\n${cardText('Büro “Süd”')}\n${cardText('North office')}`,
            recipient,
          ),
        ),
      words: [
        '----- HOLDFAST OFFICE CARD 1 -----',
        '----- HOLDFAST OFFICE CARD 2 -----',
        '----- END OF OFFICE CARD -----',
        'Office: ',
        'Made on: ',
        'Sealing key: ',
        'Signing key: ',
        'Signature: ',
        '> ',
        '=\n',
        '\u00a0',
        '—',
        '1999-02-30',
      ],
    },
    (text) => {
      const read = readCards(text);
      if (read.kind !== 'cards') return read;
      return read.cards.map((card) => {
        if (!officeCardSchema.safeParse(card).success) throw new WrongAnswer('a card');
        return { card, words: cardWords(card), isSigned: isCardSigned(card) };
      });
    },
  ),
  typed(
    {
      name: 'receipts',
      about: 'receipts that were carried back',
      seeds: () => Promise.resolve(texts(receiptText(), receiptText().replaceAll('\n', '\r\n'))),
      words: [
        '----- HOLDFAST RECEIPT 1 -----',
        '----- SIGNATURE -----',
        '----- END OF RECEIPT -----',
        '{',
        '}',
        '__proto__',
      ],
    },
    readReceiptText,
  ),
  typed(
    {
      name: 'act-extracts',
      about: 'extracts of the record of acts',
      seeds: () => Promise.resolve(texts(extract)),
      words: ['\n', '{}', '"seq":2', '"inner"', '"salt"', 'null'],
    },
    (text) => {
      const read = readExtract(text);
      return read === null ? null : verifyExtract(read, [], sha256);
    },
  ),
  typed(
    {
      name: 'recovery-words',
      about: 'the words of a recovery kit, as somebody types them',
      seeds: () =>
        Promise.resolve(
          texts(
            sheet,
            `1. Abandon 2. aban\n${sheet}`,
            'legal winner thank year wave sausage worth useful legal winner thank yellow',
          ),
        ),
      words: ['abandon', 'zoo', 'aban', '12.', 'art', '\u0301', 'İ'],
    },
    async (text) => ({ isSheet: looksLikeSheet(text), secret: await readRecoveryWords(text.split('\n\n')) }),
  ),
];
