import { deflateSync } from 'node:zlib';

export interface RawPage {
  /** Operators; several streams where a list is given. */
  readonly content: string | readonly string[];
  /** Entries of its resources beside the font /F1. */
  readonly resources?: string;
  /** Fonts beside it. */
  readonly fonts?: string;
  readonly box?: readonly [number, number, number, number];
  /** Entries of the page, such as `/Rotate 90`. */
  readonly more?: string;
  readonly annotations?: readonly string[];
}

/** A PDF put together by hand, object by object, so that it may be as odd as those of strangers. */
export class RawPdf {
  private readonly objects: Buffer[] = [];
  private readonly kids: number[] = [];
  /** Object 1 is the catalogue, 2 the pages, 3 the usual font. */
  private readonly first = 4;
  private more = 0;
  /** Entries of the catalogue. */
  catalog = '';
  version = '1.7';

  add(body: string | Buffer): number {
    return this.objects.push(typeof body === 'string' ? Buffer.from(body, 'latin1') : body) + this.first - 1;
  }

  /** A reference to an object: `12 0 R`. */
  ref(body: string | Buffer): string {
    return `${this.add(body)} 0 R`;
  }

  stream(entries: string, data: string | Buffer): number {
    const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
    return this.add(
      Buffer.concat([
        Buffer.from(`<<${entries}/Length ${bytes.length}>>\nstream\n`, 'latin1'),
        bytes,
        Buffer.from('\nendstream', 'latin1'),
      ]),
    );
  }

  pressed(entries: string, data: string | Buffer): number {
    const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
    return this.stream(`${entries}/Filter/FlateDecode`, deflateSync(bytes));
  }

  page({
    content,
    resources = '',
    fonts = '',
    box = [0, 0, 595, 842],
    more = '',
    annotations = [],
  }: RawPage): number {
    const streams = (typeof content === 'string' ? [content] : content).map(
      (each) => `${this.stream('', each)} 0 R`,
    );
    const annots = annotations.length === 0 ? '' : `/Annots[${annotations.join(' ')}]`;
    const number = this.add(
      `<</Type/Page/Parent 2 0 R/MediaBox[${box.join(' ')}]/Contents[${streams.join(' ')}]` +
        `/Resources<</Font<</F1 3 0 R${fonts}>>${resources}>>${annots}${more}>>`,
    );
    this.kids.push(number);
    return number;
  }

  /** A node of pages that somebody else made. */
  kid(number: number, pages: number): void {
    this.kids.push(number);
    this.more += pages - 1;
  }

  bytes(): Buffer {
    const whole: Buffer[] = [];
    const places: number[] = [];
    let at = 0;
    const push = (bytes: Buffer): void => {
      whole.push(bytes);
      at += bytes.length;
    };
    const put = (number: number, body: Buffer): void => {
      places[number] = at;
      push(Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')]));
    };
    push(Buffer.from(`%PDF-${this.version}\n%\xe2\xe3\xcf\xd3\n`, 'latin1'));
    put(1, Buffer.from(`<</Type/Catalog/Pages 2 0 R${this.catalog}>>`, 'latin1'));
    const kids = this.kids.map((kid) => `${kid} 0 R`).join(' ');
    put(2, Buffer.from(`<</Type/Pages/Count ${this.kids.length + this.more}/Kids[${kids}]>>`));
    put(3, Buffer.from('<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>'));
    for (const [index, body] of this.objects.entries()) put(this.first + index, body);
    const xref = at;
    const count = places.length;
    const rows = places.slice(1).map((place) => `${String(place).padStart(10, '0')} 00000 n \n`);
    push(Buffer.from(`xref\n0 ${count}\n0000000000 65535 f \n${rows.join('')}`));
    push(Buffer.from(`trailer\n<</Size ${count}/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF\n`));
    return Buffer.concat(whole);
  }
}

/** A line of text in the usual font. */
export function line(text: string, x: number, y: number, size = 14): string {
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET`;
}

/** Some lines of an ordinary letter. */
export function letter(from = 780, count = 12): string {
  const said = 'On the third of March he waited outside the house again, and a neighbour saw the car.';
  return Array.from({ length: count }, (_, index) =>
    line(`${index + 1}. ${said}`, 50, from - index * 22, 11),
  ).join('\n');
}
