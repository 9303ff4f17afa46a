import { RawPdf, letter, line } from './raw-pdf';
import type { CorpusPdf } from './kinds';

type Draw = (pdf: RawPdf) => { readonly content: string; readonly resources?: string };

function drawn(name: string, draw: Draw): CorpusPdf {
  const pdf = new RawPdf();
  const { content, resources = '' } = draw(pdf);
  pdf.page({ content: `${line(name, 50, 800)}\n${content}`, resources });
  return { name: `drawn-${name}`, bytes: pdf.bytes() };
}

const ramp = '<</FunctionType 2/Domain[0 1]/C0[0.9 0.2 0.1]/C1[0.1 0.2 0.9]/N 1>>';

/** What a page may be drawn with beside text and pictures. */
export function graphicsPdfs(): readonly CorpusPdf[] {
  return [
    drawn('table', () => {
      const rows = Array.from({ length: 14 }, (_, row) => {
        const y = 740 - row * 40;
        return `50 ${y} 490 40 re S 200 ${y} m 200 ${y + 40} l S ${line(`${row + 1} Mar`, 60, y + 14, 11)} ${line('A call that was not answered', 210, y + 14, 11)}`;
      });
      return { content: `0.5 w ${rows.join('\n')}` };
    }),
    drawn('dashes-joins-and-curves', () => ({
      content:
        '[8 4] 0 d 2 w 60 700 m 500 700 l S [] 0 d 1 j 1 J 12 w 80 500 m 180 650 l 280 500 l S 3 w 300 500 m 350 700 450 300 520 600 c S 0.2 0.5 0.3 rg 100 300 m 200 420 300 420 400 300 c h f* ',
    })),
    drawn('shading-along', (pdf) => ({
      content: 'q 60 400 400 300 re W n /Sh sh Q',
      resources: `/Shading<</Sh ${pdf.ref(`<</ShadingType 2/ColorSpace/DeviceRGB/Coords[60 400 460 700]/Function ${ramp}/Extend[true true]>>`)}>>`,
    })),
    drawn('shading-around', (pdf) => ({
      content: 'q 60 300 400 400 re W n /Sh sh Q',
      resources: `/Shading<</Sh ${pdf.ref(`<</ShadingType 3/ColorSpace/DeviceRGB/Coords[260 500 10 260 500 200]/Function ${ramp}/Extend[true false]>>`)}>>`,
    })),
    drawn('tiles', (pdf) => {
      // A quarter of an inch: whole pixels, which every reader repeats alike.
      const tile = pdf.stream(
        '/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 18 18]/XStep 18/YStep 18/Resources<<>>',
        '0.8 0.3 0.2 rg 0 0 9 9 re f 0.2 0.3 0.8 rg 9 9 9 9 re f',
      );
      return { content: '/Pattern cs /P scn 60 400 400 300 re f', resources: `/Pattern<</P ${tile} 0 R>>` };
    }),
    drawn('highlighter', () => ({
      content: `${letter()} q /G gs 1 1 0 rg 50 730 400 20 re f Q`,
      resources: '/ExtGState<</G<</BM/Multiply>>>>',
    })),
    drawn('half-see-through', () => ({
      content: 'q /G gs 0.9 0.1 0.1 rg 100 400 250 250 re f 0.1 0.1 0.9 rg 200 300 250 250 re f Q',
      resources: '/ExtGState<</G<</ca 0.5>>>>',
    })),
    drawn('group', (pdf) => {
      const group = pdf.stream(
        '/Type/XObject/Subtype/Form/BBox[0 0 400 400]/Group<</S/Transparency/I true/K true>>/Resources<<>>',
        '0.8 0.2 0.2 rg 0 0 250 250 re f 0.2 0.2 0.8 rg 150 150 250 250 re f',
      );
      return {
        content: `q /G gs 1 0 0 1 90 250 cm /Fm Do Q`,
        resources: `/XObject<</Fm ${group} 0 R>>/ExtGState<</G<</ca 0.6>>>>`,
      };
    }),
    drawn('faded-by-a-mask', (pdf) => {
      const mask = pdf.stream(
        `/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Group<</S/Transparency/CS/DeviceGray>>/Resources<</Shading<</Sh<</ShadingType 2/ColorSpace/DeviceGray/Coords[60 0 500 0]/Function<</FunctionType 2/Domain[0 1]/C0[0]/C1[1]/N 1>>/Extend[true true]>>>>>>`,
        '/Sh sh',
      );
      return {
        content: 'q /G gs 0.1 0.5 0.2 rg 60 400 440 300 re f Q',
        resources: `/ExtGState<</G<</SMask<</S/Luminosity/G ${mask} 0 R>>>>>>`,
      };
    }),
    drawn('forms-in-forms', (pdf) => {
      const inner = pdf.stream(
        '/Type/XObject/Subtype/Form/BBox[0 0 100 100]/Resources<<>>',
        '0.2 0.6 0.4 rg 0 0 80 80 re f',
      );
      const middle = pdf.stream(
        `/Type/XObject/Subtype/Form/BBox[0 0 300 300]/Matrix[0.8 0.2 -0.2 0.8 40 0]/Resources<</XObject<</A ${inner} 0 R>>>>`,
        '/A Do q 2 0 0 2 90 90 cm /A Do Q',
      );
      return { content: 'q 1 0 0 1 100 350 cm /B Do Q', resources: `/XObject<</B ${middle} 0 R>>` };
    }),
    drawn('cut-to-a-shape', () => ({
      content: 'q 300 450 m 500 450 l 400 700 l h W n 0.2 0.3 0.7 rg 200 400 400 400 re f Q',
    })),
    drawn('inks', () => ({
      content:
        '1 0 0 0 k 60 600 100 100 re f 0 1 0 0 k 170 600 100 100 re f 0 0 1 0 k 280 600 100 100 re f 0 0 0 1 k 390 600 100 100 re f /Spot cs 0.7 scn 60 450 430 100 re f',
      resources:
        '/ColorSpace<</Spot[/Separation/Rouge/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0.1 0.9 0.8 0]/N 1>>]>>',
    })),
  ];
}
