import { deflateSync } from 'node:zlib';
import { ref } from './syntax';
import type { ObjectNumber } from './syntax';

/** Small objects that are pressed together (ISO 32000-1, 7.5.7). */
const perObjectStream = 200;

/** Where an object is: at a byte of the file, or so many places into an object stream. */
type Place = { readonly at: number } | { readonly inside: ObjectNumber; readonly index: number } | null;

/** Bytes of a file and where they stand. */
export interface FilePart {
  readonly at: number;
  readonly bytes: Uint8Array;
}

export interface FileEnd {
  readonly root: ObjectNumber;
  readonly info: ObjectNumber;
  /** 16 bytes, hex. Two files of one content have one id. */
  readonly id: string;
}

/**
 * Writes a PDF from its first byte to its last, holding no more of it than the objects that are on the way: `take` gives
 * what is ready. Objects may be referred to before they are written (`reserve`). With `after`, it goes on behind a file that
 * is there already (incremental update, ISO 32000-1, 7.5.6).
 */
export class FileWriter {
  private readonly places = new Map<ObjectNumber, Place>();
  private next: ObjectNumber = 1;
  private position = 0;
  private chunks: Uint8Array[] = [];
  private readonly kept: { at: number; bytes: Uint8Array[]; length: number }[] = [];
  private small: { readonly number: ObjectNumber; readonly text: string }[] = [];

  constructor(
    private readonly after: {
      readonly bytes: number;
      readonly next: number;
      readonly xref: number;
    } | null = null,
  ) {
    if (after === null) {
      // Four bytes beyond ASCII say that it is no text (7.5.2).
      this.push(Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'));
    } else {
      this.position = after.bytes;
      this.next = after.next;
    }
  }

  /** Bytes written so far, of those given out and those that wait. */
  get bytes(): number {
    return this.position;
  }

  /** The number that the next object gets: what a file that goes on behind this one begins with. */
  get nextNumber(): ObjectNumber {
    return this.next;
  }

  reserve(): ObjectNumber {
    const number = this.next;
    this.next += 1;
    this.places.set(number, null);
    return number;
  }

  /** A small object. Not for streams. */
  put(number: ObjectNumber, text: string): void {
    this.small.push({ number, text });
    if (this.small.length >= perObjectStream) this.pressSmall();
  }

  add(text: string): ObjectNumber {
    const number = this.reserve();
    this.put(number, text);
    return number;
  }

  /** A stream; `entries` are those of its dictionary without the length. */
  stream(number: ObjectNumber, entries: string, ...data: readonly Uint8Array[]): void {
    this.writeStream(number, entries, data, true);
  }

  /** A picture: its data is large, and no reading of the file's pages needs it. */
  picture(number: ObjectNumber, entries: string, ...data: readonly Uint8Array[]): void {
    this.writeStream(number, entries, data, false);
  }

  /** A small object that stands in the file in clear. */
  plain(number: ObjectNumber, text: string): void {
    this.places.set(number, { at: this.position });
    this.push(Buffer.from(`${number} 0 obj\n${text}\nendobj\n`, 'latin1'));
  }

  /** All that was written but the data of pictures, in order: what a reading of the finished file is given. */
  get readable(): readonly FilePart[] {
    return this.kept.map((each) => {
      const bytes = Buffer.concat(each.bytes);
      // Of a large file this is much: it is held once from here on.
      each.bytes = [bytes];
      return { at: each.at, bytes };
    });
  }

  /** A stream of text or bytes that are pressed. */
  pressed(number: ObjectNumber, entries: string, data: string | Uint8Array): void {
    const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
    this.stream(number, `${entries}/Filter/FlateDecode`, deflateSync(bytes));
  }

  /** What is ready since the last time. */
  take(): readonly Uint8Array[] {
    const ready = this.chunks;
    this.chunks = [];
    return ready;
  }

  /** Ends the file. Gives where its table of objects begins. */
  finish({ root, info, id }: FileEnd): number {
    this.pressSmall();
    const number = this.reserve();
    const at = this.position;
    this.places.set(number, { at });
    const numbers = [...this.places.keys()].sort((one, other) => one - other);
    const runs = runsOf(this.after === null ? [0, ...numbers] : numbers);
    const table = Buffer.concat(
      runs.flatMap(({ from, count }) => Array.from({ length: count }, (_, index) => this.row(from + index))),
    );
    const entries = [
      '/Type/XRef',
      `/Size ${this.next}`,
      `/W[1 6 2]/Index[${runs.map(({ from, count }) => `${from} ${count}`).join(' ')}]`,
      `/Root ${ref(root)}/Info ${ref(info)}/ID[<${id}><${id}>]`,
      this.after === null ? '' : `/Prev ${this.after.xref}`,
    ].join('');
    this.pressed(number, entries, table);
    this.push(Buffer.from(`startxref\n${at}\n%%EOF\n`, 'latin1'));
    return at;
  }

  private writeStream(
    number: ObjectNumber,
    entries: string,
    data: readonly Uint8Array[],
    isReadable: boolean,
  ): void {
    const length = data.reduce((sum, each) => sum + each.length, 0);
    this.places.set(number, { at: this.position });
    this.push(Buffer.from(`${number} 0 obj\n<<${entries}/Length ${length}>>\nstream\n`, 'latin1'));
    for (const each of data) this.push(each, isReadable);
    this.push(Buffer.from('\nendstream\nendobj\n', 'latin1'));
  }

  private push(bytes: Uint8Array, isReadable = true): void {
    if (isReadable) this.keep(bytes);
    this.position += bytes.length;
    this.chunks.push(bytes);
  }

  private keep(bytes: Uint8Array): void {
    const last = this.kept.at(-1);
    if (last !== undefined && last.at + last.length === this.position) {
      last.bytes.push(bytes);
      last.length += bytes.length;
    } else this.kept.push({ at: this.position, bytes: [bytes], length: bytes.length });
  }

  private pressSmall(): void {
    if (this.small.length === 0) return;
    const number = this.reserve();
    const head: string[] = [];
    const body: string[] = [];
    let at = 0;
    for (const [index, { number: own, text }] of this.small.entries()) {
      this.places.set(own, { inside: number, index });
      head.push(`${own} ${at}`);
      body.push(text);
      at += text.length + 1;
    }
    const first = `${head.join(' ')}\n`;
    const count = this.small.length;
    this.small = [];
    this.pressed(number, `/Type/ObjStm/N ${count}/First ${first.length}`, `${first}${body.join('\n')}`);
  }

  /** A row of the table of objects (7.5.8.3); one that was reserved and never written is free. */
  private row(number: ObjectNumber): Buffer {
    const place = this.places.get(number) ?? null;
    const row = Buffer.alloc(9);
    if (place === null) {
      row.writeUInt16BE(number === 0 ? 65_535 : 0, 7);
      return row;
    }
    row[0] = 'at' in place ? 1 : 2;
    row.writeUIntBE('at' in place ? place.at : place.inside, 1, 6);
    row.writeUInt16BE('at' in place ? 0 : place.index, 7);
    return row;
  }
}

/** `[1, 2, 3, 7]` as `1 and two more, 7`. */
function runsOf(numbers: readonly number[]): readonly { readonly from: number; readonly count: number }[] {
  const runs: { from: number; count: number }[] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && last.from + last.count === number) last.count += 1;
    else runs.push({ from: number, count: 1 });
  }
  return runs;
}
