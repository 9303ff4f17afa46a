import { portrait as pageSize } from '../../../shared/domain/bundle/sheet';
import { Html, html } from './html';

export const faces = [
  'latin',
  'latin-ext',
  'cyrillic',
  'cyrillic-ext',
  'greek',
  'greek-ext',
  'hebrew',
  'vietnamese',
];

export const ranges: Readonly<Record<string, string>> = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2113,U+2C60-2C7F,U+A720-A7FF',
  cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
  'cyrillic-ext': 'U+0460-048F,U+0492-04AF,U+04B2-052F,U+1C80-1C8A,U+2DE0-2DFF,U+A640-A69F',
  greek: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF',
  'greek-ext': 'U+1F00-1FFF',
  hebrew: 'U+0307-0308,U+0590-05FF,U+200C-2010,U+20AA,U+25CC,U+FB1D-FB4F',
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+1EA0-1EF9,U+20AB',
};

export const fontFaces = faces
  .flatMap((face) =>
    [
      [400, 'normal'],
      [700, 'normal'],
      [400, 'italic'],
    ].map(
      ([weight, style]) =>
        `@font-face{font-family:Arimo;font-weight:${weight};font-style:${style};src:url(arimo-${face}-${weight}-${style}.woff2);unicode-range:${ranges[face] ?? ''}}`,
    ),
  )
  .join('');

/**
 * Fonts for scripts that Arimo has not, in the order in which they are asked for a letter: all ship with Holdfast, so that paper
 * looks alike on every machine (scripts/print-fonts.mjs).
 */
const otherFamilies = [
  ...['Arabic', 'Devanagari', 'Gurmukhi', 'Bengali', 'Tamil', 'SC', 'JP', 'KR'].map(
    (script) => `'Noto Sans ${script} Variable'`,
  ),
  "'Noto Emoji Variable'",
  'Arial',
  'sans-serif',
].join(',');

/** Letters beyond Latin, Greek, Cyrillic and Hebrew: most documents have none, and need not name some hundred fonts. */
const beyondArimo = /[^\u0000-\u05ff\u1e00-\u20cf\u2100-\u214f\u2190-\u22ff\ufeff\ufffd]/u;

export const base = `${fontFaces}
*{box-sizing:border-box}
html{font:12pt/1.4 Arimo,${otherFamilies};color:#111;-webkit-print-color-adjust:exact}
body{margin:0}
h1{font-size:24pt;line-height:1.2;margin:0 0 8pt}
h2{font-size:16pt;margin:0 0 10pt}
p{margin:0 0 6pt}
a{color:#0b4f58;text-decoration:none}
table{border-collapse:collapse;width:100%}
th{text-align:left;font-size:10pt;border-bottom:1.2pt solid #111;padding:4pt 6pt 4pt 0;vertical-align:bottom}
td{border-bottom:.5pt solid #b8b8b8;padding:5pt 6pt 5pt 0;vertical-align:top;overflow-wrap:anywhere}
tr{break-inside:avoid}
thead{display:table-header-group}
.quiet{color:#444;font-size:10pt}
.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}`;

/** Around what is typeset, in points. */
export const margin = 56;
/** Room for the page number below. */
const below = 60;

export const flowing = `@page{size:${pageSize.width}pt ${pageSize.height}pt;margin:${margin}pt ${margin}pt ${below}pt}`;

/** A whole document in the type that the bundle is set in. */
export function documentOf(style: string, body: Html): string {
  const others = beyondArimo.test(body.text) ? html`<link rel="stylesheet" href="fonts.css" />` : null;
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <!-- Chromium writes a title into the file in clear, through the app's main process. -->
        <title>Pages</title>
        ${others}
        <style>
          ${new Html(base + style)}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html>`.text;
}
