/**
 * What npm cannot tell: texts that a package says it is under and does not bring, and what is inside its binaries,
 * its data and code that it has bundled itself. The texts lie in `texts`, letter for letter as their authors have them.
 */

/** Packages without the text of their licence: which of `texts` are theirs. */
export const missingTexts = {
  '@tesseract.js-data/eng': ['Apache-2.0'],
  brotli: ['brotli', 'Apache-2.0'],
  dfa: ['dfa'],
  fontkit: ['fontkit'],
  saxes: ['saxes'],
};

/** A package of one platform says no more than its licence's name: the text lies in the package that asks for it. */
export const textsOfParent = [[/^@node-rs\/argon2-/u, '@node-rs/argon2']];

const c = (name, licence, ...texts) => ({ name, licence, texts });
const emscripten = [c('Emscripten', 'MIT', 'emscripten'), c('musl', 'MIT', 'musl')];

/**
 * What is inside the binaries, data and bundles of a package, as its sources and the words in them say, at the version that was
 * looked at: another version has to be looked at again. A text is one of `texts`, or a file of the
 * package itself (`./`).
 */
export const insideOf = {
  'better-sqlite3': {
    version: '13.0.3',
    parts: [
      c('SQLite', 'blessing', 'sqlite'),
      c('SQLite3 Multiple Ciphers', 'MIT AND BSD-3-Clause AND CC0-1.0', 'sqlite3mc'),
    ],
  },
  'sodium-native': { version: '5.1.0', parts: [c('libsodium', 'ISC', 'libsodium')] },
  '@node-rs/argon2': {
    version: '2.2.1',
    parts: [
      ...['addr2line', 'argon2-rust', 'gimli', 'hashbrown', 'rand', 'rustc-demangle'].map((crate) =>
        c(`Rust crate ${crate}`, 'MIT OR Apache-2.0', 'Apache-2.0'),
      ),
      c('Rust crate miniz_oxide', 'MIT OR Zlib OR Apache-2.0', 'Apache-2.0'),
    ],
  },
  '@embedpdf/pdfium': {
    version: '2.15.1',
    parts: [
      c('Abseil', 'Apache-2.0', 'Apache-2.0'),
      c('Anti-Grain Geometry', 'LicenseRef-AGG-2.3', 'anti-grain-geometry'),
      c('fast_float', 'MIT', 'fast_float'),
      c('FreeType', 'FTL', 'freetype'),
      c('ICU', 'Unicode-3.0', 'icu'),
      c('libjpeg-turbo', 'IJG AND BSD-3-Clause AND Zlib', 'libjpeg-turbo'),
      c('Little CMS', 'MIT', 'lcms2'),
      c('OpenJPEG', 'BSD-2-Clause', 'openjpeg'),
      c('zlib', 'Zlib', 'zlib'),
      ...emscripten,
    ],
  },
  'tesseract.js-core': {
    version: '7.0.0',
    parts: [
      c('Leptonica', 'BSD-2-Clause', 'leptonica'),
      c('giflib', 'MIT AND ISC', 'giflib'),
      c('libjpeg', 'IJG', 'libjpeg-turbo'),
      c('libpng', 'libpng-2.0', 'libpng'),
      c('LibTIFF', 'libtiff', 'libtiff'),
      c('libwebp', 'BSD-3-Clause', 'libwebp'),
      c('OpenJPEG', 'BSD-2-Clause', 'openjpeg'),
      c('zlib', 'Zlib', 'zlib'),
      ...emscripten,
    ],
  },
  'libheif-js': { version: '1.23.2', parts: emscripten },
  'pdfjs-dist': {
    version: '6.5.438',
    parts: [
      c('core-js', 'MIT', 'core-js'),
      c(
        'JBIG2 decoder of PDFium',
        'BSD-3-Clause AND Apache-2.0',
        './wasm/LICENSE_JBIG2',
        './wasm/LICENSE_PDFJS_JBIG2',
      ),
      c('OpenJPEG', 'BSD-2-Clause', './wasm/LICENSE_OPENJPEG', './wasm/LICENSE_PDFJS_OPENJPEG'),
      c('qcms', 'MIT', './wasm/LICENSE_QCMS', './wasm/LICENSE_PDFJS_QCMS'),
      c('Character maps of Adobe', 'BSD-3-Clause', './cmaps/LICENSE'),
      c('Foxit fonts', 'BSD-3-Clause', './standard_fonts/LICENSE_FOXIT'),
      c(
        'Liberation Sans 1',
        'GPL-2.0-only WITH Font-exception-2.0',
        './standard_fonts/LICENSE_LIBERATION',
        'GPL-2.0',
      ),
      c('Colour profile CGATS001Compat-v2-micro', 'CC0-1.0', './iccs/LICENSE'),
      ...emscripten,
    ],
  },
  '@zxcvbn-ts/language-en': {
    version: '4.1.1',
    parts: [c('Words of OpenSubtitles 2024', 'ODC-By-1.0', './NOTICE.md')],
  },
  docx: {
    version: '9.15.2',
    parts: [c('fflate', 'MIT', 'fflate'), c('nanoid', 'MIT', 'nanoid')],
  },
};
