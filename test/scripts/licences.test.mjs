import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insideOf, missingTexts } from '../../scripts/licences/inside.mjs';
import { noticesInCode, noticesText } from '../../scripts/licences/notices.mjs';
import { partsOf, problemsOf } from '../../scripts/licences/parts.mjs';
import { allowed, installScripts, namedParts } from '../../scripts/licences/policy.mjs';
import { bundledIn, packageOf, packedAsTheyAre } from '../../scripts/licences/shipped.mjs';
import { satisfies } from '../../scripts/licences/spdx.mjs';

const root = join(import.meta.dirname, '..', '..');
const out = (name) => readFileSync(join(root, 'out', name), 'utf8');

describe('what the build hands out', () => {
  it('has a text for the licence of every part, and no licence that is not allowed', () => {
    const { parts, problems } = JSON.parse(out('licences.json'));
    expect(problems).toEqual([]);
    expect(parts.filter(({ texts }) => texts === 0)).toEqual([]);
  });

  it('names in the notices every package that electron-builder copies, and what the build copies', () => {
    const notices = out('THIRD-PARTY-NOTICES.txt');
    const fromBuild = [
      ...readFileSync(join(root, 'scripts/build.mjs'), 'utf8').matchAll(/node_modules\/[^'`$]+/gu),
    ];
    const folders = [...packedAsTheyAre(root), ...fromBuild.map(([path]) => packageOf(path))];
    expect(folders.length).toBeGreaterThan(12);
    for (const folder of folders) expect(notices).toContain(folder.split('node_modules/').at(-1));
  });

  it('names what was compiled into binaries, with the whole of the LGPL, and what the runtime is', () => {
    const notices = out('THIRD-PARTY-NOTICES.txt');
    for (const words of ['libsodium', 'SQLite3 Multiple Ciphers', 'FreeType', 'Leptonica', 'electron '])
      expect(notices).toContain(words);
    expect(notices).toContain('GNU LESSER GENERAL PUBLIC LICENSE');
    expect(notices).toContain('GNU GENERAL PUBLIC LICENSE');
    expect(notices).toContain('SIL OPEN FONT LICENSE');
  });

  it('leaves no file of esbuild with notices beside the bundles, which nobody would read', () => {
    const { parts } = JSON.parse(out('licences.json'));
    expect(parts.some(({ name }) => name === 'react-dom')).toBe(true);
    expect(() => out('renderer/app.js.LEGAL.txt')).toThrow();
  });
});

describe('the lab', () => {
  it('has each decoder that pdf.js loads by name, without which it draws such pictures white', () => {
    const worker = out('renderer/lab/pdf.worker.min.mjs');
    const asked = new Set(
      [...worker.matchAll(/[a-z0-9]+(?:_bg)?\.wasm\b/gu)]
        .map(([name]) => name)
        .filter((name) => name.length > 8),
    );
    expect([...asked].sort()).toEqual(['jbig2.wasm', 'openjpeg.wasm', 'qcms_bg.wasm']);
    expect(readdirSync(join(root, 'out/renderer/lab/pdfjs-wasm'))).toEqual(
      expect.arrayContaining([...asked]),
    );
    expect(readdirSync(join(root, 'out/renderer/lab/iccs'))).toContain('CGATS001Compat-v2-micro.icc');
  });
});

describe('a package', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'holdfast-licences-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function put(name, about, files = {}) {
    const all = { 'package.json': JSON.stringify({ name, version: '1.0.0', ...about }), ...files };
    for (const [file, text] of Object.entries(all)) {
      const path = join(folder, 'node_modules', name, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    return `node_modules/${name}`;
  }
  const problems = (...args) => problemsOf(partsOf(folder, ...args));

  it('with a licence that is allowed and its text is as it should be', () => {
    expect(problems([put('good', { license: 'MIT' }, { 'LICENSE.md': 'Do as you like.' })])).toEqual([]);
  });

  it('without a text is named, and code that is called after a licence is no text', () => {
    const bare = put('bare', { license: 'MIT' }, { 'license.js': 'x' });
    expect(problems([bare])).toEqual(['bare brings no text of its licence']);
  });

  it('with another licence, or with none, is named', () => {
    const text = { LICENSE: 'x' };
    expect(problems([put('theirs', { license: 'AGPL-3.0' }, text), put('mute', {}, text)])).toEqual([
      'mute says no licence',
      'theirs is under AGPL-3.0, which is not in the list',
    ]);
  });

  it('that is named with one licence is not let through with another', () => {
    const text = { LICENSE: 'x' };
    expect(problems([put('libheif-js', { license: 'GPL-3.0', version: '1.23.2' }, text)])).toContain(
      'libheif-js is under GPL-3.0, which is not in the list',
    );
  });

  it('with something inside it is to be looked at again when its version changes', () => {
    const newer = put('sodium-native', { license: 'MIT', version: '99.0.0' }, { LICENSE: 'x' });
    expect(problems([newer]).join()).toContain('sodium-native 99.0.0: what is inside it was looked at in');
  });

  it('brings the text that lies beside what was copied out of it', () => {
    const data = put(
      'data',
      { license: 'MIT' },
      { 'deep/COPYING': 'Of the data.', 'deep/a.bin': '', LICENSE: 'x' },
    );
    const [part] = partsOf(folder, [], [`${data}/deep/a.bin`]);
    expect(part.texts).toEqual(['x', 'Of the data.']);
  });

  it('counts as bundled when a byte of it was written, and only then', () => {
    const inputs = {
      'node_modules/@a/b/node_modules/c/index.js': { bytesInOutput: 1 },
      'node_modules/d/index.js': { bytesInOutput: 0 },
      'shared/own.ts': { bytesInOutput: 9 },
    };
    expect([...bundledIn([{ outputs: { 'out/x.cjs': { inputs } } }])]).toEqual([
      'node_modules/@a/b/node_modules/c',
    ]);
  });
});

describe('an expression of licences', () => {
  const holds = (text) =>
    satisfies(text, (id) => ['MIT', 'Zlib', 'Apache-2.0 WITH LLVM-exception'].includes(id));
  it.each([
    ['MIT', true],
    ['GPL-3.0', false],
    ['(MIT OR GPL-3.0)', true],
    ['GPL-3.0 OR MIT', true],
    ['MIT AND GPL-3.0', false],
    ['GPL-3.0 AND MIT', false],
    ['(MIT AND Zlib)', true],
    ['GPL-3.0 OR (MIT AND Zlib)', true],
    ['(GPL-3.0 OR MIT) AND GPL-2.0', false],
    ['Apache-2.0 WITH LLVM-exception', true],
    ['MIT WITH conditions', false],
    ['SEE LICENSE IN x', false],
    ['MIT Zlib', false],
    ['', false],
  ])('%s', (text, expected) => {
    expect(holds(text)).toBe(expected);
  });
});

describe('the notices', () => {
  it('say one text once, for all parts that are under it', () => {
    const part = (name) => ({
      name,
      package: name,
      version: '1.0.0',
      licence: 'MIT',
      within: null,
      texts: ['Be  kind.\n'],
    });
    const text = noticesText([part('a'), part('b')], []);
    expect(text.match(/Be {2}kind/gu)).toHaveLength(1);
    expect(text).toContain('a 1.0.0\nb 1.0.0\n====');
  });

  it('take each notice that stands in the code once, with the files it stands in', () => {
    const one =
      'Bundled license information:\n\na/x.js:\nb/y.js:\n  /*! Theirs */\n\nc/z.js:\n  /**\n   * @license\n   *\n   */\n';
    const found = noticesInCode([one, 'Bundled license information:\n\nd/w.js:\n  /*! Theirs */\n']);
    expect(found[0]).toEqual({ notice: '/*! Theirs */', files: ['a/x.js', 'b/y.js', 'd/w.js'] });
    expect(found[1].files).toEqual(['c/z.js']);
    expect(found).toHaveLength(2);
  });
});

describe('the lists', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  it('name nothing that is not there any more', () => {
    const { parts } = JSON.parse(out('licences.json'));
    const names = new Set(parts.map(({ name }) => name));
    for (const name of [...Object.keys(namedParts), ...Object.keys(missingTexts), ...Object.keys(insideOf)])
      expect(names, name).toContain(name);
    for (const name of Object.keys(installScripts))
      expect(Object.keys(lock), name).toContain(`node_modules/${name}`);
  });

  it('allow no licence that asks for the source of what it is put into', () => {
    for (const id of allowed) expect(id).not.toMatch(/GPL|MPL|EPL|CDDL|SSPL|EUPL/u);
  });
});
