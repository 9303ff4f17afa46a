import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, StandardFonts, degrees } from '@cantoo/pdf-lib';
import * as fontkit from 'fontkit';
import { RawPdf, letter, line } from './raw-pdf';
import type { CorpusPdf } from './kinds';

const arimo = (subset: string): Buffer =>
  readFileSync(
    join(
      import.meta.dirname,
      `../../../node_modules/@fontsource/arimo/files/arimo-${subset}-400-normal.woff`,
    ),
  );

/** In a font of which the letters that are used lie in the file. */
async function embedded(name: string, subset: string, text: string): Promise<CorpusPdf> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.registerFontkit(fontkit);
  const font = await pdf.embedFont(arimo(subset), { subset: true });
  const page = pdf.addPage([595, 842]);
  for (let index = 0; index < 20; index += 1)
    page.drawText(text, { x: 50, y: 780 - index * 30, size: 14, font });
  page.drawText(text, { x: 300, y: 60, size: 14, font, rotate: degrees(60) });
  return { name: `font-${name}`, bytes: Buffer.from(await pdf.save()) };
}

const lettered = [
  StandardFonts.Helvetica,
  StandardFonts.HelveticaBold,
  StandardFonts.HelveticaOblique,
  StandardFonts.HelveticaBoldOblique,
  StandardFonts.TimesRoman,
  StandardFonts.TimesRomanBold,
  StandardFonts.TimesRomanItalic,
  StandardFonts.TimesRomanBoldItalic,
  StandardFonts.Courier,
  StandardFonts.CourierBold,
  StandardFonts.CourierOblique,
  StandardFonts.CourierBoldOblique,
];

/** Those that every viewer has, and that no file brings along. */
async function standard(): Promise<CorpusPdf> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const page = pdf.addPage([595, 842]);
  for (const [index, name] of lettered.entries()) {
    const font = await pdf.embedFont(name);
    page.drawText('He rang 14 times on 3 March', { x: 50, y: 780 - index * 40, size: 16, font });
  }
  return { name: 'font-that-every-viewer-has', bytes: Buffer.from(await pdf.save()) };
}

/** Letters that are little drawings (Type 3). */
function drawnLetters(): CorpusPdf {
  const pdf = new RawPdf();
  const glyph = (operators: string): string => `${pdf.stream('', `750 0 0 0 750 750 d1 ${operators}`)} 0 R`;
  const font = pdf.ref(
    `<</Type/Font/Subtype/Type3/FontBBox[0 0 750 750]/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 97/LastChar 98/Widths[900 900]/CharProcs<</square ${glyph('0 0 750 750 re f')}/three ${glyph('0 0 m 375 750 l 750 0 l f')}>>/Encoding<</Differences[97/square/three]>>/Resources<<>>>>`,
  );
  const content = `BT /F1 14 Tf 50 780 Td (Letters that are drawn) Tj ET BT /T3 40 Tf 50 600 Td (ababba) Tj ET`;
  pdf.page({ content, fonts: `/T3 ${font}` });
  return { name: 'font-letters-that-are-drawn', bytes: pdf.bytes() };
}

function written(name: string, content: string, resources = ''): CorpusPdf {
  const pdf = new RawPdf();
  pdf.page({ content, resources });
  return { name: `text-${name}`, bytes: pdf.bytes() };
}

/** Text in all the ways in which it may be set. */
export async function fontPdfs(): Promise<readonly CorpusPdf[]> {
  return [
    await standard(),
    await embedded('latin', 'latin', 'Cafe owner saw him, 14:05, no. 12'),
    await embedded('polish-and-welsh', 'latin-ext', 'Łódź ŵ ŷ ąę'),
    await embedded('cyrillic', 'cyrillic', 'Он ждал'),
    await embedded('greek', 'greek', 'Περίμενε'),
    await embedded('hebrew', 'hebrew', 'הוא חיכה'),
    drawnLetters(),
    written(
      'widths-and-spaces',
      `BT /F1 14 Tf 50 780 Td 3 Tc (spaced out letters) Tj 0 -40 Td 0 Tc 20 Tw (spaced out words here) Tj 0 -40 Td 0 Tw 60 Tz (narrow words) Tj 0 -40 Td 150 Tz (wide words) Tj 100 Tz 0 -40 Td [(kern)-300(ed)200( words)] TJ 0 -40 Td 8 Ts (raised) Tj ET\n${letter(480)}`,
    ),
    written(
      'outlines',
      `BT /F1 60 Tf 1 Tr 2 w 50 700 Td (Outline) Tj 0 -90 Td 2 Tr 0.9 0.6 0.2 rg (Both) Tj ET\n0 g\n${letter(480)}`,
    ),
    written(
      'cut-by-letters',
      'q BT /F1 90 Tf 7 Tr 50 600 Td (CUT) Tj ET 0.2 0.4 0.8 rg 0 600 300 40 re f 0.8 0.4 0.2 rg 0 640 300 40 re f Q',
    ),
    written(
      'white-on-a-bar',
      `0.1 0.1 0.3 rg 40 760 515 40 re f 1 g ${line('WHITE WORDS ON A DARK BAR', 60, 773, 18)} 0 g\n${letter(700)}`,
    ),
    written('light-grey', `0.6 g ${letter(780, 20)}`),
    written(
      'turned',
      `BT /F1 16 Tf 0.7071 0.7071 -0.7071 0.7071 150 300 Tm (Words that climb across the page) Tj ET BT /F1 16 Tf 0 1 -1 0 60 300 Tm (Words up the edge) Tj ET ${letter()}`,
    ),
    written(
      'small',
      Array.from({ length: 60 }, (_, row) =>
        line('Small print of the contract that nobody reads but that can be read', 50, 800 - row * 9, 6),
      ).join('\n'),
    ),
    written(
      'bold-by-drawing-twice',
      `${line('HEADING', 50, 780, 20)} ${line('HEADING', 50.5, 780, 20)}\n${letter(700)}`,
    ),
    written(
      'shadow',
      `0.7 g ${line('SHADOWED HEADING', 52, 778, 24)} 0 g ${line('SHADOWED HEADING', 50, 780, 24)}\n${letter(700)}`,
    ),
  ];
}
