import { deflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import type { PDFContext, PDFObject } from '@cantoo/pdf-lib';
import { ref } from './syntax';
import type { ObjectNumber } from './syntax';
import type { FileWriter } from './file-writer';

/** Entries of a stream's dictionary that say how it is stored, which is said anew. */
const stored = new Set(['Length', 'DL']);

/**
 * Takes objects of a parsed document into a file that is being written, each under a number of its own there. What is
 * pointed to comes along, once, when `flush` is called.
 */
export class ObjectCopier {
  private readonly numbers = new Map<PDFRef, ObjectNumber>();
  private readonly waiting: PDFRef[] = [];

  constructor(
    private readonly writer: FileWriter,
    private readonly context: PDFContext,
  ) {}

  /** Objects that stand in the file already, or are written by somebody else, under this number. */
  stands(object: PDFRef, number: ObjectNumber): void {
    this.numbers.set(object, number);
  }

  numberOf(object: PDFRef): ObjectNumber {
    const known = this.numbers.get(object);
    if (known !== undefined) return known;
    const number = this.writer.reserve();
    this.numbers.set(object, number);
    this.waiting.push(object);
    return number;
  }

  /** The number of an object that is not copied: something else is written in its place. */
  numberOfOwn(object: PDFRef): ObjectNumber {
    const number = this.numbers.get(object) ?? this.writer.reserve();
    this.numbers.set(object, number);
    return number;
  }

  /** An object as it is written there. */
  text(object: PDFObject | undefined): string {
    if (object === undefined) return 'null';
    if (object instanceof PDFRef) return ref(this.numberOf(object));
    if (object instanceof PDFArray)
      return `[${object
        .asArray()
        .map((each) => this.text(each))
        .join(' ')}]`;
    if (object instanceof PDFDict) return `<<${this.entries(object)}>>`;
    return object instanceof PDFName ? nameText(object) : object.toString();
  }

  /** The entries of a dictionary, but for some. */
  entries(dict: PDFDict, without: ReadonlySet<string> = new Set()): string {
    return dict
      .entries()
      .filter(([key]) => !without.has(key.decodeText()))
      .map(([key, value]) => `${nameText(key)} ${this.text(value)}`)
      .join('');
  }

  /** Writes what was asked for, and what that points to. */
  flush(): void {
    for (let object = this.waiting.pop(); object !== undefined; object = this.waiting.pop())
      this.write(this.numberOf(object), this.context.lookup(object));
  }

  private write(number: ObjectNumber, object: PDFObject | undefined): void {
    if (object instanceof PDFRawStream) {
      const isPicture = nameOf(object.dict.get(PDFName.of('Subtype'))) === 'Image';
      const entries = this.entries(object.dict, stored);
      if (isPicture) this.writer.picture(number, entries, object.contents);
      else this.writer.stream(number, entries, object.contents);
    } else if (object instanceof PDFStream) {
      this.writer.stream(
        number,
        `${this.entries(object.dict, new Set([...stored, 'Filter', 'DecodeParms']))}/Filter/FlateDecode`,
        deflateSync(object.getContents()),
      );
    } else this.writer.put(number, this.text(object));
  }
}

/** A name as it is written. A damaged file may have one with a zero in it, which no name may have (ISO 32000-1, 7.3.5). */
function nameText(name: PDFName): string {
  return name.toString().replaceAll('#00', '');
}

/** What a name means, or an empty text for anything else. */
export function nameOf(object: PDFObject | undefined): string {
  return object instanceof PDFName ? object.decodeText() : '';
}
