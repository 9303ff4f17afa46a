import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earlierReports } from '../../../../shared/domain/pack/earlier-reports';
import { isPlainName, longestName, packNames, packPapers } from '../../../../shared/domain/pack/names';
import type { NamedFile } from '../../../../shared/domain/pack/names';
import { sumsText } from '../../../../shared/domain/pack/sums';
import { verifyPage } from '../../../../shared/domain/pack/verify-page';
import { checkingScript, showingScript } from '../../../../shared/domain/pack/verify-script';
import { evidenceKinds } from '../../../../shared/models/evidence';
import { documentKinds } from '../../../../shared/models/item-document';
import type { Reported } from '../../../../shared/models/chronology';
import { useTempFolders } from '../../../helpers/temp-folder';

const tempFolder = useTempFolders();
const sha256 = (text: string | Uint8Array, form: 'hex' | 'base64' = 'hex'): string =>
  createHash('sha256').update(text).digest(form);

const file = (change: Partial<NamedFile> = {}): NamedFile => ({
  ...{ exhibitRef: 'RW/3', document: null, day: '2026-09-23', kind: 'image', mime: 'image/heic' },
  ...{ fileName: 'IMG_0412.HEIC', form: 'original', ...change },
});
const anyFile: fc.Arbitrary<NamedFile> = fc.record({
  exhibitRef: fc.oneof(
    fc.stringMatching(/^[A-Z]{2,4}\/[0-9]{1,4}[a-z]?$/u),
    fc.string(),
    fc.constantFrom('CON', 'con/', 'LPT1', '..', '', 'Ž/1', 'rw/3', 'RW/3'),
  ),
  document: fc.option(fc.constantFrom(...documentKinds)),
  day: fc.option(fc.constantFrom('2026-09-23', '2026', '../..')),
  kind: fc.constantFrom(...evidenceKinds),
  mime: fc.oneof(fc.constantFrom('image/jpeg', 'application/octet-stream', 'x/y'), fc.string()),
  fileName: fc.oneof(fc.string(), fc.constantFrom('a.dav', 'b.exe', 'c.CON', 'Jane Doe.jane')),
  form: fc.constantFrom('original', 'redacted', 'viewing-copy'),
});

describe('the names of the files in a pack', () => {
  it('say what kind of document it is, and no reference, where it is no exhibit', () => {
    const statement = file({ exhibitRef: null, document: 'statement', kind: 'pdf', mime: 'application/pdf' });
    expect(packNames([statement])).toEqual(['DOCUMENT_20260923_statement.pdf']);
  });

  it('say which exhibit it is, of which day and what sort of thing, and never what it came under', () => {
    const files = [
      file(),
      file({ mime: 'image/jpeg', form: 'viewing-copy' }),
      file({ day: null, kind: 'audio', mime: 'audio/mpeg', fileName: 'Jane Doe threat.mp3' }),
      file({ form: 'redacted', mime: 'application/pdf', kind: 'pdf' }),
      file({ kind: 'other', mime: 'application/octet-stream', fileName: 'Camera 1.DAV' }),
      file({ kind: 'other', mime: 'application/octet-stream', fileName: 'to.jane' }),
    ];
    expect(packNames(files)).toEqual([
      'RW-3_20260923_picture.heic',
      'RW-3_20260923_picture_viewing-copy.jpg',
      'RW-3_undated_recording.mp3',
      'RW-3_20260923_redacted-document.pdf',
      'RW-3_20260923_file.dav',
      'RW-3_20260923_file.bin',
    ]);
  });

  it('are plain, short and never the same, even where capital letters count for nothing', () => {
    fc.assert(
      fc.property(fc.array(anyFile, { maxLength: 60 }), (files) => {
        const names = packNames(files);
        for (const name of names) {
          expect(isPlainName(name), name).toBe(true);
          expect(name.length).toBeLessThanOrEqual(longestName);
        }
        const all = [...names, ...Object.values(packPapers)].map((name) => name.toLowerCase());
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });

  it('stay as they are when more files follow', () => {
    fc.assert(
      fc.property(fc.array(anyFile), fc.array(anyFile), (some, more) => {
        expect(packNames([...some, ...more]).slice(0, some.length)).toEqual(packNames(some));
      }),
    );
  });

  it('are refused where Windows opens a device or drops a letter', () => {
    for (const name of ['CON', 'con.txt', 'LPT1.a.b', 'a.', 'a ', '.a', 'a/b', 'é.txt', 'x'.repeat(61)])
      expect(isPlainName(name), name).toBe(false);
    expect(Object.values(packPapers).filter((name) => !isPlainName(name))).toEqual([]);
  });
});

describe('the list of fingerprints', () => {
  it('is accepted by sha256sum for any name there can be', async () => {
    const folder = await tempFolder();
    const names = ['plain.txt', 'with space', 'back\\slash', 'two\nlines', 'return\r', '*star', 'ü'];
    for (const name of names) writeFileSync(join(folder, name), name);
    writeFileSync(join(folder, 'S'), sumsText(names.map((name) => ({ name, sha256: sha256(name) }))));
    const said = execFileSync('sha256sum', ['--strict', '-c', 'S'], { cwd: folder, encoding: 'utf8' });
    expect(said.match(/: OK$/gmu)).toHaveLength(names.length);
  });
});

describe('earlier reports to police', () => {
  const reported = (change: Partial<Reported> = {}): Reported => ({
    ...{ date: '2026-03-04', reference: '', response: '', how: '', officer: '', crimeNumber: '' },
    ...change,
  });
  const entry = (id: string, of: Reported | null, change = {}) => ({
    ...{ id, kind: 'incident' as const, reported: of },
    ...change,
  });

  it('are one where the reference and the day are one, and apart where nobody can say', () => {
    const { reports } = earlierReports([
      entry('a', reported({ reference: 'CAD 118', response: 'None' })),
      entry('b', reported({ reference: 'cad  118', response: 'Words of advice' })),
      entry('c', reported({ reference: 'CAD 118', date: '2026-03-01' })),
      entry('d', reported()),
      entry('e', reported()),
      entry('f', reported({ date: null, crimeNumber: '42/1' })),
    ]);
    expect(reports.map(({ date, answer, entries }) => [date, answer, entries])).toEqual([
      ['1 Mar 2026', '', [3]],
      ['4 Mar 2026', 'None; Words of advice', [1, 2]],
      ['4 Mar 2026', '', [4]],
      ['4 Mar 2026', '', [5]],
      [null, '', [6]],
    ]);
  });

  it('tell what was not reported from what nobody has asked about, and count no background event', () => {
    const found = earlierReports([
      entry('a', null, { unreported: true }),
      entry('b', null),
      entry('c', null, { kind: 'event' }),
    ]);
    expect(found).toEqual({ reports: [], unreported: [1], notAsked: [2] });
  });

  it('hold every reported entry once', () => {
    const any = fc.record({
      reference: fc.constantFrom('', 'A', 'a', 'B'),
      date: fc.constantFrom(null, '2026-03-04'),
    });
    fc.assert(
      fc.property(fc.array(fc.option(any)), (list) => {
        const entries = list.map((of, index) => entry(String(index), of === null ? null : reported(of)));
        const { reports, notAsked } = earlierReports(entries);
        const numbers = [...reports.flatMap((each) => each.entries), ...notAsked].sort((a, b) => a - b);
        expect(numbers).toEqual(entries.map((_each, index) => index + 1));
      }),
    );
  });
});

interface Checking {
  readonly createSha256: () => { readonly update: (bytes: Uint8Array) => void; readonly hex: () => string };
  readonly compareFolder: (
    list: readonly { readonly name: string; readonly sha256: string }[],
    found: ReadonlyMap<string, string | null>,
  ) => readonly { readonly name: string; readonly state: string }[];
  readonly readSums: (text: string) => ReadonlyMap<string, string>;
  readonly sumsAgree: (
    sums: ReadonlyMap<string, string>,
    list: readonly { readonly name: string; readonly sha256: string }[],
    page: string,
  ) => boolean;
  readonly fingerprint: (
    file: Blob,
    subtle: SubtleCrypto | undefined,
    tell: (bytes: number) => void,
  ) => Promise<string>;
}
const checking = (whole = ''): Checking =>
  runInNewContext(
    `${checkingScript}; ${whole} ({ createSha256, compareFolder, readSums, sumsAgree, fingerprint })`,
    { Response, Uint8Array, Int32Array, Map, Promise },
  ) as Checking;

describe('the page that checks a pack', () => {
  it('hashes as everybody does, in whatever pieces the bytes come', () => {
    const { createSha256 } = checking();
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 }), (pieces) => {
        const hash = createSha256();
        for (const piece of pieces) hash.update(piece);
        expect(hash.hex()).toBe(sha256(Buffer.concat(pieces)));
      }),
    );
    for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 128]) {
      const hash = createSha256();
      hash.update(new Uint8Array(length).fill(7));
      expect(hash.hex()).toBe(sha256(new Uint8Array(length).fill(7)));
    }
  });

  it('reads a file at once or a piece at a time, with the browser’s own hashing and without, to the same fingerprint', async () => {
    const bytes = new Uint8Array(100_000).map((_each, index) => (index * 31) % 251);
    const expected = sha256(bytes);
    for (const [whole, subtle] of [
      ['', crypto.subtle],
      ['', undefined],
      ['whole = 10; piece = 777;', crypto.subtle],
    ] as const) {
      let told = 0;
      const sum = await checking(whole).fingerprint(new Blob([bytes]), subtle, (read) => {
        told += read;
      });
      expect([sum, told]).toEqual([expected, bytes.length]);
    }
  });

  it('tells what is as it was from what was changed, is missing, could not be read or was not there', () => {
    const list = ['a', 'b', 'c', 'd'].map((name) => ({ name, sha256: sha256(name) }));
    const found = new Map([
      ['a', sha256('a')],
      ['b', sha256('other')],
      ['d', null],
      ['__proto__', sha256('e')],
    ]);
    expect(checking().compareFolder(list, found)).toMatchObject([
      { name: 'a', state: 'same' },
      { name: 'b', state: 'changed' },
      { name: 'c', state: 'missing' },
      { name: 'd', state: 'unread' },
      { name: '__proto__', state: 'extra' },
    ]);
  });

  it('holds the list for other programs to its own', () => {
    const { readSums, sumsAgree } = checking();
    const list = ['a', 'b'].map((name) => ({ name, sha256: sha256(name) }));
    const own = { name: 'verify.html', sha256: sha256('page') };
    const agrees = (files: typeof list): boolean => sumsAgree(readSums(sumsText(files)), list, own.name);
    expect(agrees([...list, own])).toBe(true);
    expect(agrees(list)).toBe(false);
    expect(agrees([...list, own, { name: 'c', sha256: sha256('c') }])).toBe(false);
    expect(agrees([{ name: 'a', sha256: sha256('x') }, ...list.slice(1), own])).toBe(false);
  });

  const digest = (text: string): string => sha256(text, 'base64');

  it('lets nothing run and nothing be reached but what stands in it, and names its script by its fingerprint', () => {
    const page = verifyPage({ line: 'x', files: [] }, digest);
    expect(page).toContain(
      `default-src 'none'; script-src 'sha256-${digest(checkingScript + showingScript)}'`,
    );
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/u.exec(page) ?? [];
    expect(page).toContain(`style-src 'sha256-${digest(style)}'`);
    const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/gu)].map(([, text = '']) => text);
    expect(scripts).toEqual([checkingScript + showingScript]);
    expect(page).not.toMatch(/https?:|src=|href=|url\(|@import| on[a-z]+=|innerHTML|eval\(/u);
  });

  it('makes no markup and no script of a name, whatever is in it', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '</script><script>alert(1)</script>',
        '<!--<script>',
        '<img src=x onerror=alert(1)>',
        '\u2028"',
      ),
    );
    const plain = verifyPage({ line: '', files: [] }, digest).split('<').length;
    fc.assert(
      fc.property(hostile, hostile, (name, what) => {
        const files = [{ name, what, sha256: sha256(name) }];
        const page = verifyPage({ line: what, files }, digest);
        expect(page.split('<')).toHaveLength(plain);
        const [, json = ''] = /id="list">(.*?)<\/script>/su.exec(page) ?? [];
        expect(JSON.parse(json)).toMatchObject({
          files: [{ name: name, what: what }],
        });
      }),
    );
  });

  it('is a script that runs in a page with the fields it has, and fills the table', () => {
    const page = verifyPage({ line: '', files: [{ name: 'a', what: 'b', sha256: 'c' }] }, digest);
    const ids = [...showingScript.matchAll(/getElementById\('([^']+)'\)/gu)].map(([, id = '']) => id);
    for (const id of new Set(ids)) expect(page, id).toContain(`id="${id}"`);
  });
});
