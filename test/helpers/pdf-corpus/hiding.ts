import { RawPdf, letter, line } from './raw-pdf';
import type { HidingPdf } from './kinds';
import { layers } from './structure';

const seen = ['third of March'];

function hiding(
  name: string,
  unseen: string,
  content: string,
  more: { readonly box?: string; readonly resources?: (pdf: RawPdf) => string } = {},
): HidingPdf {
  const pdf = new RawPdf();
  pdf.page({ content, resources: more.resources?.(pdf) ?? '', more: more.box ?? '' });
  return { name: `hides-${name}`, bytes: pdf.bytes(), unseen: [unseen], seen };
}

/** A picture of so many pixels a side, of which the page shows nothing, or not all. */
function hidingPicture(name: string, side: number, drawn: string): HidingPdf {
  const pdf = new RawPdf();
  const data = Buffer.from(Array.from({ length: side * side }, (_, index) => (index * 7) % 256));
  const image = pdf.pressed(
    `/Type/XObject/Subtype/Image/Width ${side}/Height ${side}/ColorSpace/DeviceGray/BitsPerComponent 8`,
    data,
  );
  pdf.page({ content: `${letter()} ${drawn}`, resources: `/XObject<</Im ${image} 0 R>>` });
  return { name: `hides-${name}`, bytes: pdf.bytes(), unseen: [], unseenPicture: side, seen };
}

/** Pages that hold words or pictures which nobody sees. */
export function hidingPdfs(): readonly HidingPdf[] {
  const secret = (number: number): string => `SECRET${String(number).padStart(2, '0')}ROAD`;
  const at = (number: number, x = 60, y = 400, size = 14): string => line(secret(number), x, y, size);
  return [
    hiding('under-a-black-box', secret(1), `${letter()} ${at(1)} 0 g 50 390 200 30 re f`),
    hiding('under-a-white-box', secret(2), `${letter()} ${at(2)} 1 g 50 390 200 30 re f`),
    hiding('white-on-white', secret(3), `${letter()} 1 g ${at(3)}`),
    hiding('beyond-the-crop', secret(4), `${letter()} ${at(4, 60, 100)}`, { box: '/CropBox[0 300 595 842]' }),
    hiding('off-the-sheet', secret(5), `${letter()} ${at(5, 800, 400)}`),
    hiding('drawn-in-no-way', secret(6), `${letter()} q 3 Tr ${at(6)} Q`),
    hiding('under-a-picture', secret(7), `${letter()} ${at(7)} q 200 0 0 60 50 380 cm /Im Do Q`, {
      resources: (pdf) =>
        `/XObject<</Im ${pdf.stream('/Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8', Buffer.from([90, 180, 180, 90]))} 0 R>>`,
    }),
    hiding('cut-away', secret(8), `${letter()} q 0 0 10 10 re W n ${at(8)} Q`),
    hiding('nearly-white', secret(9), `${letter()} 0.998 g ${at(9)}`),
    hiding('wholly-see-through', secret(10), `${letter()} q /G gs ${at(10)} Q`, {
      resources: () => '/ExtGState<</G<</ca 0>>>>',
    }),
    hiding('in-a-form-under-a-box', secret(11), `${letter()} /Fm Do 0 g 50 390 200 30 re f`, {
      resources: (pdf) =>
        `/XObject<</Fm ${pdf.stream('/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>', at(11))} 0 R>>`,
    }),
    hidingPicture('a-picture-under-a-box', 37, 'q 120 0 0 120 60 380 cm /Im Do Q 0 g 50 370 140 140 re f'),
    hidingPicture('a-picture-off-the-sheet', 39, 'q 120 0 0 120 700 380 cm /Im Do Q'),
    hidingPicture('a-picture-partly-off-the-sheet', 41, 'q 300 0 0 120 480 380 cm /Im Do Q'),
    { name: 'hides-in-a-layer-that-is-off', bytes: layers('/OFF', secret(12)), unseen: [secret(12)], seen },
  ];
}
