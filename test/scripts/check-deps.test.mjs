import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fillFromAudit, fillFromRegistry } from '../../scripts/deps/registry.mjs';
import { failuresOf, readRows } from '../../scripts/deps/rows.mjs';
import { summary, tableText } from '../../scripts/deps/table.mjs';

const now = new Date('2026-11-28T12:00:00Z');
const answers = {
  'app-part@1.0.0': {
    'dist-tags': { latest: '2.0.0' },
    time: {
      created: '2020-01-01T00:00:00Z',
      modified: '2026-11-27T00:00:00Z',
      '2.0.0': '2026-11-02T10:00:00Z',
      '1.0.0': '2026-11-18T12:00:00Z',
    },
    deprecated: 'use another',
  },
  'deep@3.0.0': { 'dist-tags': { latest: '3.0.0' }, time: { '3.0.0': '2026-11-27T06:00:00Z' } },
};
const registry = ([, spec]) => Promise.resolve(answers[spec] ?? null);
const nobody = () => Promise.resolve(null);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-deps-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A project that asks for `app-part`, which brings `deep`, and for `tool`; `more` is changed in its lock file. */
function project(more = {}) {
  const packages = {
    'node_modules/app-part': { version: '1.0.0', license: 'MIT' },
    'node_modules/app-part/node_modules/deep': { version: '3.0.0', license: 'ISC' },
    'node_modules/tool': { version: '1.1.0', license: 'MIT' },
  };
  for (const [name, changes] of Object.entries(more)) packages[name] = { ...packages[name], ...changes };
  const asked = { dependencies: { 'app-part': '1.0.0' }, devDependencies: { tool: '1.1.0' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(asked));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }));
  return readRows(folder, ['node_modules/app-part', 'node_modules/app-part/node_modules/deep']);
}

describe('Holdfast itself', () => {
  const root = join(import.meta.dirname, '..', '..');
  const read = (...path) => readFileSync(join(root, ...path), 'utf8');

  it('has no licence and no install script that must not be', () => {
    const { parts } = JSON.parse(read('out', 'licences.json'));
    const folders = parts.map((part) => part.folder).filter((path) => path !== null);
    expect(folders.length).toBeGreaterThan(100);
    expect(failuresOf(root, readRows(root, folders))).toEqual([]);
  });

  it('names in its lock file no registry but the public one', () => {
    const hosts = [...read('package-lock.json').matchAll(/"resolved": "([^"]*)"/gu)].map(
      ([, address]) => address,
    );
    expect(hosts.filter((address) => !address.startsWith('https://registry.npmjs.org/'))).toEqual([]);
  });
});

describe('the check of dependencies', () => {
  it('lists what is asked for, and what that brings to people, from the lock file', () => {
    const rows = project();
    expect(rows.map(({ name, version, asked, handedOut }) => [name, version, asked, handedOut])).toEqual([
      ['app-part', '1.0.0', 'app', true],
      ['deep', '3.0.0', null, true],
      ['tool', '1.1.0', 'development', false],
    ]);
    expect(failuresOf(folder, rows)).toEqual([]);
  });

  it('believes the installed package rather than the lock file about its licence', () => {
    project();
    mkdirSync(join(folder, 'node_modules', 'tool'), { recursive: true });
    writeFileSync(join(folder, 'node_modules', 'tool', 'package.json'), '{"license":"AGPL-3.0"}');
    const rows = readRows(folder, []);
    expect(failuresOf(folder, rows)).toEqual(['tool is under AGPL-3.0, which is not in the list']);
  });

  it('fails for a licence that is not in the list, and for none', () => {
    const rows = project({
      'node_modules/app-part': { license: 'GPL-3.0' },
      'node_modules/tool': { license: undefined },
    });
    expect(failuresOf(folder, rows)).toEqual([
      'app-part is under GPL-3.0, which is not in the list',
      'tool says no licence',
    ]);
  });

  it('lets nobody be handed what only tools may be under', () => {
    const folderOf = 'node_modules/eslint-plugin-sonarjs';
    project({ [folderOf]: { version: '4.2.2', license: 'LGPL-3.0-only' } });
    expect(failuresOf(folder, readRows(folder, [folderOf]))).toHaveLength(1);
  });

  it('fails for an install script of whatever package, unless it was looked at', () => {
    const script = { version: '1.0.0', license: 'MIT', hasInstallScript: true };
    const rows = project({ 'node_modules/far/node_modules/away': script, 'node_modules/esbuild': script });
    expect(failuresOf(folder, rows)).toEqual([
      'away has an install script, and is not among those that were looked at',
    ]);
  });

  it('says what the registry knows: newest, age, last release, given up', async () => {
    const rows = project();
    expect(await fillFromRegistry(rows, folder, registry)).toBe(true);
    const text = tableText(rows, now);
    expect(text).toMatch(/app-part +1\.0\.0 +2\.0\.0 +10 days +2026-11-18 +MIT +DEPRECATED: use another/u);
    expect(text).toMatch(/deep +3\.0\.0 +this one +1 day +2026-11-27 +ISC$/mu);
    // The registry has not answered for this one alone.
    expect(text).toMatch(/tool +1\.1\.0 +not known +not known +not known +MIT$/mu);
    const said = summary(rows, { registry: true, advisories: true });
    expect(said[0]).toBe('Not the newest: app-part.');
    expect(said[1]).toBe('Deprecated: app-part.');
  });

  it('asks nobody twice where the registry cannot be reached, and still has its table', async () => {
    let asked = 0;
    const rows = project();
    const count = () => {
      asked += 1;
      return nobody();
    };
    expect(await fillFromRegistry(rows, folder, count)).toBe(false);
    expect(asked).toBe(1);
    expect(tableText(rows, now)).toMatch(/app-part +1\.0\.0 +not known/u);
    expect(summary(rows, { registry: false, advisories: false }).join(' ')).toContain('could not be asked');
    expect(failuresOf(folder, rows)).toEqual([]);
  });

  it('names advisories, and never takes silence for an all-clear', async () => {
    const rows = project();
    expect(
      await fillFromAudit(rows, folder, () => Promise.resolve({ message: '405', statusCode: 405 })),
    ).toBe(false);
    expect(summary(rows, { registry: true, advisories: false }).at(-1)).toContain('That is no all-clear');
    const answer = {
      vulnerabilities: {
        deep: {
          via: [{ title: 'Reads too far', severity: 'high', url: 'https://example.org/1', range: '<4' }],
        },
        'app-part': { via: ['deep'] },
      },
    };
    expect(await fillFromAudit(rows, folder, () => Promise.resolve(answer))).toBe(true);
    expect(tableText(rows, now)).toMatch(/deep .*ADVISORY \(high\): Reads too far/u);
    expect(summary(rows, { registry: true, advisories: true }).at(-1)).toBe('With an advisory: deep.');
  });
});
