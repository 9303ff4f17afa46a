import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Fonts for what is printed in scripts that Arimo has not (OFL-1.1), each with its licence beside it. */
const packages = [
  'noto-sans-arabic',
  'noto-sans-devanagari',
  'noto-sans-gurmukhi',
  'noto-sans-bengali',
  'noto-sans-tamil',
  'noto-sans-sc',
  'noto-sans-jp',
  'noto-sans-kr',
  'noto-emoji',
];
/** Arimo has these. */
const leftOut = /-(?:latin|latin-ext|cyrillic|cyrillic-ext|greek|greek-ext|vietnamese)-wght-normal/;

/** Copies them into a folder, with one sheet of styles that names every one and the letters it is for; the names of their packages. */
export function copyPrintFonts(modules, target) {
  mkdirSync(target, { recursive: true });
  const rules = [];
  for (const name of packages) {
    const from = join(modules, '@fontsource-variable', name);
    copyFileSync(join(from, 'LICENSE'), join(target, `LICENSE.${name}`));
    for (const file of readdirSync(join(from, 'files')))
      if (file.endsWith('-wght-normal.woff2') && !leftOut.test(file))
        copyFileSync(join(from, 'files', file), join(target, file));
    for (const rule of readFileSync(join(from, 'index.css'), 'utf8').match(/@font-face \{[^}]*\}/g) ?? [])
      if (!leftOut.test(rule)) rules.push(rule.replace('url(./files/', 'url('));
  }
  if (rules.length < 300) throw new Error('the fonts of other scripts are not where they were');
  writeFileSync(join(target, 'fonts.css'), rules.join('\n'));
  return packages.map((name) => `@fontsource-variable/${name}`);
}
