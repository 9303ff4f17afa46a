const line = '='.repeat(78);

const intro = `THIRD-PARTY NOTICES

Holdfast is under the MIT licence. It is handed to people with the parts that are
listed here, each under its own licence; the texts follow the list. This file was made
from what the build really put in.

Electron, the runtime, is under the MIT licence, which is among the texts below. It
holds Chromium and Node.js, whose many parts have licences of their own: they are in
LICENSES.chromium.html, which lies beside the program, and in Holdfast itself under
Help, Licences.

The HEIC decoder (libheif and libde265, LGPL-3.0) is a file of its own that can be
replaced: NOTICE.md says how.`;

function label({ name, package: own, version, within }) {
  const alias = own !== null && own !== name ? ` (${own})` : '';
  return `${name}${alias}${version === null ? '' : ` ${version}`}${within === null ? '' : `, in ${within}`}`;
}

/** Parts under one and the same text stand above it together. */
function byText(parts) {
  const groups = new Map();
  for (const part of parts)
    for (const text of part.texts) {
      const key = text.replaceAll(/\s+/gu, ' ');
      const group = groups.get(key) ?? { text, labels: new Set() };
      group.labels.add(label(part));
      groups.set(key, group);
    }
  return [...groups.values()];
}

/** Splits what esbuild writes of the notices in code (`legalComments: 'external'`) into each notice with the files it stands in. */
export function noticesInCode(texts) {
  const found = new Map();
  for (const text of texts) {
    const pieces = text.matchAll(/^((?:\S.*:\n)+)((?: {2}.*\n|\n(?= {2}))+)/gmu);
    for (const [, names, notice] of pieces) {
      const key = notice.replaceAll(/^ {2}/gmu, '').trim();
      const files = found.get(key) ?? new Set();
      for (const name of names.trim().split('\n')) files.add(name.slice(0, -1));
      found.set(key, files);
    }
  }
  return [...found].map(([notice, files]) => ({ notice, files: [...files].sort() }));
}

/** The whole file: the list of parts with their licences, every text once, and the notices that stand in the code itself. */
export function noticesText(parts, inCode) {
  const widest = Math.max(...parts.map((part) => label(part).length));
  const list = parts.map((part) => `${label(part).padEnd(widest + 2)}${part.licence ?? ''}`);
  const texts = byText(parts).map(
    ({ text, labels }) => `${line}\n${[...labels].join('\n')}\n${line}\n\n${text}`,
  );
  const code = inCode.map(({ notice, files }) => `${files.join('\n')}\n\n${notice}`);
  return `${[intro, list.join('\n'), ...texts, `${line}\nNotices that stand in the code itself\n${line}`, ...code].join('\n\n')}\n`;
}
