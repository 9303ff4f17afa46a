import { zipOf } from './zip';

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const core = `${xml}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>A diary</dc:title><dc:creator>Robin Example</dc:creator><cp:lastModifiedBy>Sam Example</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">2026-03-03T21:00:05Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2026-03-04T08:10:00Z</dcterms:modified></cp:coreProperties>`;
const types = (part: string, type: string): string =>
  `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`;
const rels = (target: string): string =>
  `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`;

/** A Word document; each paragraph one string, a tab between its words where it has one. */
export function docxOf(paragraphs: readonly string[]): Promise<Buffer> {
  const body = paragraphs
    .map(
      (text) =>
        `<w:p><w:r>${text
          .split('\t')
          .map((part) => `<w:t xml:space="preserve">${part}</w:t>`)
          .join('<w:tab/>')}</w:r></w:p>`,
    )
    .join('');
  return zipOf([
    { name: '[Content_Types].xml', bytes: types('/word/document.xml', 'wordprocessingml.document') },
    { name: '_rels/.rels', bytes: rels('word/document.xml') },
    {
      name: 'word/document.xml',
      bytes: `${xml}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    },
    { name: 'docProps/core.xml', bytes: core },
  ]);
}

/** A workbook of one sheet whose cells are shared strings, but for numbers. */
export function xlsxOf(rows: readonly (readonly (string | number)[])[]): Promise<Buffer> {
  const strings = rows.flat().filter((cell) => typeof cell === 'string');
  const cell = (value: string | number): string =>
    typeof value === 'number'
      ? `<c><v>${value}</v></c>`
      : `<c t="s"><v>${String(strings.indexOf(value))}</v></c>`;
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  return zipOf([
    { name: '[Content_Types].xml', bytes: types('/xl/workbook.xml', 'spreadsheetml.sheet') },
    { name: '_rels/.rels', bytes: rels('xl/workbook.xml') },
    {
      name: 'xl/workbook.xml',
      bytes: `${xml}<workbook ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Calls" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/sharedStrings.xml',
      bytes: `${xml}<sst ${main}>${strings.map((each) => `<si><t>${each}</t></si>`).join('')}</sst>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      bytes: `${xml}<worksheet ${main}><sheetData>${rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')}</sheetData></worksheet>`,
    },
    { name: 'docProps/core.xml', bytes: core },
  ]);
}

/** A presentation; each slide one string. */
export function pptxOf(slides: readonly string[]): Promise<Buffer> {
  const spaces =
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
  return zipOf([
    { name: '[Content_Types].xml', bytes: types('/ppt/presentation.xml', 'presentationml.presentation') },
    { name: '_rels/.rels', bytes: rels('ppt/presentation.xml') },
    { name: 'ppt/presentation.xml', bytes: `${xml}<p:presentation ${spaces}/>` },
    ...slides.map((text, index) => ({
      name: `ppt/slides/slide${String(index + 1)}.xml`,
      bytes: `${xml}<p:sld ${spaces}><p:cSld><p:spTree><p:sp><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>`,
    })),
    { name: 'docProps/core.xml', bytes: core },
  ]);
}

const odfSpaces =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"';

/** An OpenDocument file: its type is a first, uncompressed entry (ODF 1.3, part 2, 3.3). */
function odfOf(type: 'text' | 'spreadsheet' | 'presentation', body: string): Promise<Buffer> {
  return zipOf([
    { name: 'mimetype', bytes: `application/vnd.oasis.opendocument.${type}`, compress: false },
    {
      name: 'content.xml',
      bytes: `${xml}<office:document-content ${odfSpaces}><office:body><office:${type}>${body}</office:${type}></office:body></office:document-content>`,
    },
    {
      name: 'meta.xml',
      bytes: `${xml}<office:document-meta ${odfSpaces}><office:meta><meta:initial-creator>Robin Example</meta:initial-creator><dc:creator>Sam Example</dc:creator><meta:creation-date>2026-03-03T21:00:05</meta:creation-date><dc:date>2026-03-04T08:10:00</dc:date><meta:generator>LibreOffice/24.2</meta:generator></office:meta></office:document-meta>`,
    },
  ]);
}

export function odtOf(paragraphs: readonly string[]): Promise<Buffer> {
  return odfOf('text', paragraphs.map((text) => `<text:p>${text}</text:p>`).join(''));
}

export function odsOf(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const cells = (row: readonly string[]): string =>
    row.map((text) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`).join('');
  const body = rows.map((row) => `<table:table-row>${cells(row)}</table:table-row>`).join('');
  return odfOf('spreadsheet', `<table:table table:name="Calls">${body}</table:table>`);
}

export function odpOf(slides: readonly string[]): Promise<Buffer> {
  const page = (text: string, index: number): string =>
    `<draw:page draw:name="page${String(index + 1)}"><draw:frame><draw:text-box><text:p>${text}</text:p></draw:text-box></draw:frame></draw:page>`;
  return odfOf('presentation', slides.map(page).join(''));
}
