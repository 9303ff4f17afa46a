/** A part of the runtime: its name, and what its authors ask to be said. */
export interface RuntimePart {
  readonly name: string;
  readonly text: string;
}

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
  nbsp: ' ',
};

function plain(html: string): string {
  return html
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));/giu, (whole, hex, decimal, name) => {
      const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
      if (typeof name === 'string') return entities[name] ?? whole;
      return code <= 0x10_ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/^\n+|\s+$/gu, '');
}

/** The parts that Chromium's own list (LICENSES.chromium.html) names, as plain text: the page shows nobody's HTML. */
export function runtimeParts(html: string): readonly RuntimePart[] {
  return html
    .split('<div class="product">')
    .slice(1)
    .map((part) => ({
      name: plain(/<span class="title">(.*?)<\/span>/su.exec(part)?.[1] ?? ''),
      text: plain(/<pre>(.*?)<\/pre>/su.exec(part)?.[1] ?? ''),
    }))
    .filter(({ name }) => name !== '');
}
