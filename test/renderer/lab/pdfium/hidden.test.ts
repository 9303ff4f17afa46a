import {
  PDFDocument,
  PDFName,
  StandardFonts,
  TextRenderingMode,
  clip,
  degrees,
  endPath,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
  rgb,
  setTextRenderingMode,
} from '@cantoo/pdf-lib';
import type { PDFFont, PDFImage, PDFPage } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixturePdf, lookAt, useDecoderOfPackage } from '../../../helpers/pdfium';
import { chequered } from '../../../helpers/chequered';

beforeAll(() => {
  useDecoderOfPackage();
});

interface Drawing {
  readonly page: PDFPage;
  readonly font: PDFFont;
  readonly scan: PDFImage;
  readonly write: (text: string, y: number, more?: Partial<Parameters<PDFPage['drawText']>[1]>) => void;
}

/** One page on which `draw` draws; there is a line of ordinary text on each. */
async function pageWith(draw: (drawing: Drawing) => void): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const scan = await document.embedPng(chequered(200, 280));
  const page = document.addPage([595, 842]);
  const write: Drawing['write'] = (text, y, more = {}) => {
    page.drawText(text, { x: 60, y, size: 14, font, color: rgb(0, 0, 0), ...more });
  };
  write('An ordinary line of a letter.', 780);
  draw({ page, font, scan, write });
  return document.save();
}

const white = rgb(1, 1, 1);
const black = rgb(0, 0, 0);
const secret = '12 Refuge Lane';
const squeezed = '12RefugeLane';
/** What is drawn meanwhile is drawn by nothing, as the layer of text under a scan is. */
function invisibly(page: PDFPage, draw: () => void): void {
  page.pushOperators(pushGraphicsState(), setTextRenderingMode(TextRenderingMode.Invisible));
  draw();
  page.pushOperators(popGraphicsState());
}

/** What is drawn meanwhile is cut to a square. */
function cutTo(page: PDFPage, [x, y, side]: readonly [number, number, number], draw: () => void): void {
  page.pushOperators(pushGraphicsState(), rectangle(x, y, side, side), clip(), endPath());
  draw();
  page.pushOperators(popGraphicsState());
}

describe('the trial files, of which it is known what each hides', () => {
  it.each([
    ['g05-black-box-annotation-over-address.pdf', 'hidden-text', '12REFUGELANE,LEEDS'],
    ['g06-redact-annotation-over-address.pdf', 'hidden-text', '12REFUGELANE,LEEDS'],
    ['g07-hidden-layer.pdf', 'hidden-text', 'HIDDENLAYER:12REFUGELANE'],
    ['k03-cropped-away-address.pdf', 'outside-page', '12REFUGELANE,LEEDS'],
  ])('%s is named for exactly that', async (name, reason, unseen) => {
    expect(await lookAt(fixturePdf(name))).toMatchObject([{ reason, unseen }]);
  });

  it.each([
    'g01-filled-form.pdf',
    'g02-filled-form-need-appearances.pdf',
    'g04-signature.pdf',
    'g08-boxes.pdf',
    'g09-rotation.pdf',
    'g10-userunit.pdf',
    'g15-object-twice-xref-first.pdf',
    'g18-portfolio.pdf',
    'g28-filled-form-owner-password.pdf',
    'k01-reportlab-photo-with-gps.pdf',
    'k04-iphone-full-page-390x9040.pdf',
    'k05-blank-second-page.pdf',
  ])('%s hides nothing, and is not named', async (name) => {
    for (const page of await lookAt(fixturePdf(name)))
      expect(page).toMatchObject({ reason: null, unseen: '' });
  });

  it('what stands in a form is read as text that is seen', async () => {
    const [page] = await lookAt(fixturePdf('g02-filled-form-need-appearances.pdf'));
    expect(page?.seen).toContain('ALICEEXAMPLE');
    expect(page?.seen).toContain('HEWAITEDOUTSIDEMYHOUSE');
  });
});

describe('words that nobody sees', () => {
  it.each<readonly [string, (drawing: Drawing) => void]>([
    [
      'white on white',
      ({ write }) => {
        write(secret, 600, { color: white });
      },
    ],
    [
      'black on a black bar',
      ({ page, write }) => {
        page.drawRectangle({ x: 50, y: 590, width: 200, height: 30, color: black });
        write(secret, 600);
      },
    ],
    [
      'under a bar that was drawn later',
      ({ page, write }) => {
        write(secret, 600);
        page.drawRectangle({ x: 50, y: 590, width: 200, height: 30, color: rgb(0.2, 0.2, 0.2) });
      },
    ],
    [
      'under a white bar',
      ({ page, write }) => {
        write(secret, 600);
        page.drawRectangle({ x: 50, y: 590, width: 200, height: 30, color: white });
      },
    ],
    [
      'under a picture',
      ({ page, scan, write }) => {
        write(secret, 600);
        page.drawImage(scan, { x: 50, y: 500, width: 200, height: 280 });
      },
    ],
    [
      'drawn by nothing on bare paper',
      ({ page, font, write }) => {
        invisibly(page, () => {
          write(secret, 600, { font });
        });
      },
    ],
    [
      'smaller than dust',
      ({ write }) => {
        write(secret, 600, { size: 0.4 });
      },
    ],
    [
      'cut away by a clip',
      ({ page, write }) => {
        cutTo(page, [400, 10, 50], () => {
          write(secret, 600);
        });
      },
    ],
    [
      'wholly transparent',
      ({ write }) => {
        write(secret, 600, { opacity: 0 });
      },
    ],
    [
      'turned, under a bar',
      ({ page, write }) => {
        write(secret, 300, { rotate: degrees(90) });
        page.drawRectangle({ x: 40, y: 290, width: 30, height: 200, color: black });
      },
    ],
  ])('%s are named, and only they', async (_how, draw) => {
    const [page] = await lookAt(await pageWith(draw));
    expect(page).toMatchObject({ reason: 'hidden-text', unseen: squeezed });
    expect(page?.seen).toBe('Anordinarylineofaletter.');
  });

  it('beyond an edge of the page are named as such', async () => {
    const [page] = await lookAt(
      await pageWith(({ write }) => {
        write(secret, 900);
      }),
    );
    expect(page).toMatchObject({ reason: 'outside-page', unseen: squeezed });
  });
});

describe('words that are seen', () => {
  it.each<readonly [string, (drawing: Drawing) => void]>([
    [
      'grey as pencil',
      ({ write }) => {
        write(secret, 600, { color: rgb(0.85, 0.85, 0.85) });
      },
    ],
    [
      'white on black',
      ({ page, write }) => {
        page.drawRectangle({ x: 50, y: 590, width: 200, height: 30, color: black });
        write(secret, 600, { color: white });
      },
    ],
    [
      'under a marker that lets them through',
      ({ page, write }) => {
        write(secret, 600);
        page.drawRectangle({ x: 50, y: 590, width: 200, height: 30, color: rgb(1, 1, 0), opacity: 0.4 });
      },
    ],
    [
      'the layer under a scan',
      ({ page, scan, write }) => {
        page.drawImage(scan, { x: 0, y: 0, width: 595, height: 760 });
        invisibly(page, () => {
          write(secret, 600);
        });
      },
    ],
    [
      'small print',
      ({ write }) => {
        write(secret, 600, { size: 4 });
      },
    ],
    [
      'turned',
      ({ write }) => {
        write(secret, 300, { rotate: degrees(45) });
      },
    ],
    [
      'printed over a scan',
      ({ page, scan, write }) => {
        page.drawImage(scan, { x: 0, y: 0, width: 595, height: 760 });
        write(secret, 600, { color: rgb(1, 0, 0) });
      },
    ],
  ])('%s are not taken for hidden', async (_how, draw) => {
    const [page] = await lookAt(await pageWith(draw));
    expect(page).toMatchObject({ reason: null, unseen: '' });
    expect(page?.seen).toContain(squeezed);
  });
});

describe('pictures', () => {
  it.each<readonly [string, string, (drawing: Drawing) => void]>([
    [
      'under another',
      'hidden-picture',
      ({ page, scan }) => {
        page.drawImage(scan, { x: 100, y: 100, width: 200, height: 280 });
        page.drawRectangle({ x: 90, y: 90, width: 220, height: 300, color: rgb(0.9, 0.9, 0.9) });
      },
    ],
    [
      'with a bar over a part of what was scanned',
      'hidden-picture',
      ({ page, scan }) => {
        page.drawImage(scan, { x: 0, y: 0, width: 595, height: 760 });
        page.drawRectangle({ x: 100, y: 400, width: 200, height: 20, color: black });
      },
    ],
    [
      'half beyond the page',
      'outside-page',
      ({ page, scan }) => {
        page.drawImage(scan, { x: 450, y: 100, width: 300, height: 400 });
      },
    ],
    [
      'cut by a frame, as word processors crop',
      'outside-page',
      ({ page, scan }) => {
        cutTo(page, [150, 150, 80], () => {
          page.drawImage(scan, { x: 100, y: 100, width: 200, height: 280 });
        });
      },
    ],
  ])('%s are named', async (_how, reason, draw) => {
    expect(await lookAt(await pageWith(draw))).toMatchObject([{ reason }]);
  });

  it.each<readonly [string, (drawing: Drawing) => void]>([
    [
      'a scan that fills what is left of the page',
      ({ page, scan }) => {
        page.drawImage(scan, { x: 0, y: 0, width: 595, height: 760 });
      },
    ],
    [
      'two side by side',
      ({ page, scan }) => {
        page.drawImage(scan, { x: 50, y: 100, width: 200, height: 280 });
        page.drawImage(scan, { x: 300, y: 100, width: 200, height: 280 });
      },
    ],
    [
      'one that is signed across',
      ({ page, scan }) => {
        page.drawImage(scan, { x: 50, y: 100, width: 400, height: 500 });
        page.drawLine({
          start: { x: 60, y: 120 },
          end: { x: 400, y: 300 },
          thickness: 2,
          color: rgb(0, 0, 1),
        });
      },
    ],
  ])('%s are not named', async (_how, draw) => {
    expect(await lookAt(await pageWith(draw))).toMatchObject([{ reason: null }]);
  });

  it('a page without anything on it hides nothing', async () => {
    const document = await PDFDocument.create();
    document.addPage([595, 842]).node.delete(PDFName.of('Contents'));
    expect(await lookAt(await document.save())).toMatchObject([{ reason: null, seen: '', unseen: '' }]);
  });
});
