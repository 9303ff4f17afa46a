import { satisfies } from './spdx.mjs';

/** Licences under which anything may be a part of Holdfast: permissive ones that ask for no more than their notice. */
export const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'FTL',
  'IJG',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Unicode-3.0',
  'Unlicense',
  'Zlib',
  'blessing',
  'libpng-2.0',
  'libtiff',
]);

/** What is handed to people under another licence, by name, and why it may be. */
export const namedParts = {
  'libheif-js': {
    licence: 'LGPL-3.0',
    why: 'a file of its own that anyone can replace, loaded at run time; its licence lies beside it (NOTICE.md)',
  },
  'Liberation Sans 1': {
    licence: 'GPL-2.0-only WITH Font-exception-2.0',
    why: 'font files that pdf.js brings, apart from the program; the exception leaves what is written in them free (NOTICE.md)',
  },
  'Words of OpenSubtitles 2024': {
    licence: 'ODC-By-1.0',
    why: 'data that asks for no more than being named',
  },
  'Anti-Grain Geometry': {
    licence: 'LicenseRef-AGG-2.3',
    why: 'its version 2.3 may be copied, changed and sold by anyone who keeps its notice',
  },
};

/** What developers alone use, under a licence that is not in the list: none of it is handed to anybody. */
export const namedTools = {
  '@axe-core/playwright': { licence: 'MPL-2.0', why: 'tests of access' },
  'eslint-plugin-sonarjs': { licence: 'LGPL-3.0-only', why: 'counts the complexity of functions' },
};

/** Packages that come with an install script, which stays off (`--ignore-scripts`), and what it would do. */
export const installScripts = {
  'better-sqlite3':
    'compiles the addon, where the one in the package does not fit; scripts/setup does so where it must',
  'electron-winstaller': 'chooses a program to unpack with, for installers that Holdfast does not make',
  esbuild: 'looks whether its program runs; the package of the platform holds it',
};

/** What is wrong with a licence of a part, in words, or null. */
export function licenceProblem({ name, licence }, named = namedParts) {
  if (licence === null) return 'says no licence';
  if (satisfies(licence, (id) => allowed.has(id))) return null;
  return named[name]?.licence === licence ? null : `is under ${licence}, which is not in the list`;
}
