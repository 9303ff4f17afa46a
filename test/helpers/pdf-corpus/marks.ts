import { RawPdf, letter, line } from './raw-pdf';
import type { CorpusPdf } from './kinds';

type Annotate = (pdf: RawPdf) => readonly string[];

function marked(name: string, annotate: Annotate, catalog = ''): CorpusPdf {
  const pdf = new RawPdf();
  const annotations = annotate(pdf).map((each) => pdf.ref(`<</Type/Annot/F 4${each}>>`));
  pdf.page({ content: letter(), annotations });
  pdf.catalog = catalog.replaceAll('$ALL', annotations.join(' '));
  return { name: `marked-${name}`, bytes: pdf.bytes() };
}

/** How something looks, as a program that wrote it drew it. */
function look(pdf: RawPdf, width: number, height: number, content: string): string {
  const number = pdf.stream(
    `/Type/XObject/Subtype/Form/BBox[0 0 ${width} ${height}]/Resources<</Font<</F1 3 0 R>>>>`,
    content,
  );
  return `/AP<</N ${number} 0 R>>`;
}

const form = '/AcroForm<</Fields[$ALL]/DA(/F1 12 Tf 0 g)/DR<</Font<</F1 3 0 R>>>>>>';

/** Marks that people put on pages, forms they fill in, and signatures. */
export function markedPdfs(): readonly CorpusPdf[] {
  return [
    marked('stamp', (pdf) => [
      `/Subtype/Stamp/Rect[350 600 550 660]${look(pdf, 200, 60, `1 0 0 RG 3 w 2 2 196 56 re S 1 0 0 rg ${line('RECEIVED', 30, 20, 26)}`)}`,
    ]),
    marked('ink', (pdf) => [
      `/Subtype/Ink/Rect[60 500 260 560]/InkList[[60 500 260 560]]${look(pdf, 200, 60, '0 0 1 RG 2 w 0 0 m 50 60 100 0 200 60 c S')}`,
    ]),
    marked('free-text', (pdf) => [
      `/Subtype/FreeText/Rect[60 400 320 440]/DA(/F1 12 Tf)/Contents(Police ref 42/1234)${look(pdf, 260, 40, `1 1 0.7 rg 0 0 260 40 re f 0 g ${line('Police ref 42/1234', 8, 14, 13)}`)}`,
    ]),
    marked('highlight', (pdf) => [
      `/Subtype/Highlight/Rect[50 750 450 770]/QuadPoints[50 770 450 770 50 750 450 750]/C[1 1 0]${look(pdf, 400, 20, '1 1 0.6 rg 0 0 400 3 re f')}`,
    ]),
    marked('shapes', (pdf) => [
      `/Subtype/Square/Rect[60 300 160 360]${look(pdf, 100, 60, '0.8 0 0 RG 4 w 2 2 96 56 re S')}`,
      `/Subtype/Circle/Rect[200 300 300 360]${look(pdf, 100, 60, '0 0.6 0 RG 4 w 4 30 m 4 70 96 70 96 30 c 96 -8 4 -8 4 30 c S')}`,
      `/Subtype/Line/Rect[340 300 500 360]/L[340 300 500 360]${look(pdf, 160, 60, '0 0 0.8 RG 3 w 0 0 m 160 60 l S')}`,
    ]),
    marked('link', () => [
      '/Subtype/Link/Rect[50 750 300 770]/Border[0 0 0]/A<</S/URI/URI(https://example.org/)>>',
    ]),
    marked(
      'fields',
      (pdf) => [
        `/Subtype/Widget/FT/Tx/T(name)/V(ALICE EXAMPLE)/Rect[60 420 300 445]/DA(/F1 12 Tf 0 g)${look(pdf, 240, 25, `/Tx BMC q ${line('ALICE EXAMPLE', 4, 8, 12)} Q EMC`)}`,
        `/Subtype/Widget/FT/Ch/Ff 131072/T(kind)/V(Phone)/Opt[(Phone)(Post)]/Rect[60 380 300 405]/DA(/F1 12 Tf 0 g)${look(pdf, 240, 25, `0.9 g 0 0 240 25 re f 0 g /Tx BMC q ${line('Phone', 4, 8, 12)} Q EMC`)}`,
      ],
      form,
    ),
    marked(
      'ticks',
      (pdf) => {
        const on = pdf.stream(
          '/Type/XObject/Subtype/Form/BBox[0 0 20 20]/Resources<<>>',
          '2 w 0 G 1 1 18 18 re S 3 10 m 8 4 l 17 17 l S',
        );
        const off = pdf.stream(
          '/Type/XObject/Subtype/Form/BBox[0 0 20 20]/Resources<<>>',
          '2 w 0 G 1 1 18 18 re S',
        );
        const box = (name: string, y: number, state: string): string =>
          `/Subtype/Widget/FT/Btn/T(${name})/V/${state}/AS/${state}/Rect[60 ${y} 80 ${y + 20}]/AP<</N<</Yes ${on} 0 R/Off ${off} 0 R>>>>`;
        return [box('one', 420, 'Yes'), box('two', 390, 'Off'), box('three', 360, 'Yes')];
      },
      form,
    ),
    marked(
      'signature',
      (pdf) => [
        `/Subtype/Widget/FT/Sig/T(signed)/V<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/Name(Judge)/ByteRange[0 0 0 0]/Contents<00>>>/Rect[60 380 320 440]${look(pdf, 260, 60, `0.5 G 0 0 260 60 re S ${line('Signed: District Judge', 8, 34, 13)} ${line('3 March 2026', 8, 14, 11)}`)}`,
      ],
      '/AcroForm<</SigFlags 3/Fields[$ALL]>>',
    ),
    marked('watermark', (pdf) => [
      `/Subtype/Watermark/Rect[100 300 500 500]${look(pdf, 400, 200, `0.85 g BT /F1 60 Tf 0.9 0.4 -0.4 0.9 60 20 Tm (DRAFT) Tj ET`)}`,
    ]),
  ];
}
