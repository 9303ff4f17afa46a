import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { sumsText } from '../../../../shared/domain/pack/sums';
import { verifyPage } from '../../../../shared/domain/pack/verify-page';

const sha256 = (text: string, form: 'hex' | 'base64' = 'hex'): string =>
  createHash('sha256').update(text).digest(form);

const contents = { 'a.txt': 'one', '<b>.txt': 'two', 'c.txt': 'three' };
const list = Object.entries(contents).map(([name, text]) => ({
  name,
  what: 'original',
  sha256: sha256(text),
}));
const page = verifyPage({ line: 'Made here', files: list }, (text) => sha256(text, 'base64'));
const whole: Readonly<Record<string, string>> = {
  ...contents,
  'verify.html': page,
  SHA256SUMS: sumsText([...list, { name: 'verify.html', sha256: sha256(page) }]),
};

/** Opens the page, chooses a folder with these files, and waits for what it says. */
async function choose(files: Readonly<Record<string, string>>) {
  const { document } = parseHTML(page);
  const script = [...document.querySelectorAll('script')].at(-1)?.textContent ?? '';
  const window = { crypto };
  runInNewContext(script, { document, window, Response, TextDecoder, Uint8Array, Int32Array, Map, Promise });
  const input = document.getElementById('folder');
  const chosen = Object.entries(files).map(([name, text]) =>
    Object.assign(new Blob([text]), { name, webkitRelativePath: `Pack/${name}` }),
  );
  Object.defineProperty(input, 'files', { value: chosen });
  input?.dispatchEvent(new (document.defaultView as unknown as { Event: typeof Event }).Event('change'));
  const verdict = document.getElementById('verdict');
  await expect.poll(() => verdict?.textContent).not.toBe('');
  const rows = [...document.querySelectorAll('#files tr')].map((row) => [
    row.querySelector('th')?.textContent,
    row.querySelector('.state')?.lastElementChild?.textContent,
  ]);
  const said = [verdict?.textContent, verdict?.getAttribute('role')];
  return { rows, said, sums: document.getElementById('sum-of-sums')?.textContent, document };
}

describe('the page of a pack, once a folder is chosen', () => {
  it('says that all is as it was, aloud too, and gives the fingerprint of the list', async () => {
    const { said, rows, sums } = await choose(whole);
    expect(said).toEqual(['All 5 files are as they were when this folder was made.', 'status']);
    expect(rows.map(([, state]) => state)).toEqual(Array(5).fill('As it was'));
    expect(sums).toBe(sha256(whole['SHA256SUMS'] ?? ''));
  });

  it('names what was changed, is missing or was not there, and makes no markup of a name', async () => {
    const { 'c.txt': _gone, ...rest } = whole;
    const { said, rows, document } = await choose({ ...rest, 'a.txt': 'other', '<img>.txt': '', 'in/d': '' });
    expect(said[0]).toBe(
      'Look at this folder again: 1 changed, 1 missing, 2 not in the list. 3 as they were.',
    );
    expect(rows).toEqual([
      ['a.txt', 'Changed'],
      ['<b>.txt', 'As it was'],
      ['c.txt', 'Missing'],
      ['<img>.txt', 'Not in the list'],
      ['in/d', 'Not in the list'],
      ['SHA256SUMS', 'As it was'],
      ['verify.html', 'As it was'],
    ]);
    expect(document.querySelectorAll('img, b')).toHaveLength(0);
  });

  it('sees that the list or the page itself was changed', async () => {
    const { rows } = await choose({ ...whole, SHA256SUMS: sumsText(list), 'verify.html': `${page} ` });
    expect(rows.slice(-2)).toEqual([
      ['SHA256SUMS', 'Changed'],
      ['verify.html', 'Changed'],
    ]);
  });
});
