import { SaxesParser } from 'saxes';

export interface XmlTag {
  readonly name: string;
  readonly isClosing: boolean;
  readonly isEmpty: boolean;
  readonly attributes: Readonly<Record<string, string>>;
  /** It does not keep to the rules of XML: what could be read of it is here. */
  readonly isFaulty: boolean;
}

/**
 * Reads tags one by one. The parser knows no entities but the five of XML itself. SMS Backup & Restore writes emoji as two
 * halves, which XML does not allow (domain 6.3): they are put together first.
 */
export function createTagReader(): (text: string) => XmlTag {
  let parser = createParser();
  return (text) => {
    const closing = /^<\/\s*([^\s>]{1,100})/u.exec(text)?.[1];
    if (closing !== undefined)
      return { name: closing, isClosing: true, isEmpty: false, attributes: {}, isFaulty: false };
    const isEmpty = /\/\s*>?$/u.test(text);
    const name = /^<([^\s/>]{1,100})/u.exec(text)?.[1] ?? '';
    // Each tag stands for itself, so that a fault in one leaves no trace in the next.
    const whole = `${repair(text.replace(/\/?\s*>?$/u, ''))}/>`;
    const read = parser.read(whole);
    if (read.isFaulty) parser = createParser();
    return { name, isClosing: false, isEmpty, ...read };
  };
}

function createParser() {
  const parser = new SaxesParser({ fragment: true });
  let attributes: Record<string, string> = {};
  let isFaulty = false;
  parser.on('error', () => {
    isFaulty = true;
  });
  parser.on('attribute', ({ name, value }) => {
    attributes[name] ??= value;
  });
  return {
    read: (text: string): Pick<XmlTag, 'attributes' | 'isFaulty'> => {
      // Without a prototype: a file may name an attribute as it likes.
      attributes = Object.create(null) as Record<string, string>;
      isFaulty = false;
      try {
        parser.write(text);
      } catch {
        isFaulty = true;
      }
      return { attributes, isFaulty };
    },
  };
}

const reference = /&#(?:x([0-9a-f]{1,8})|(\d{1,10}));/giu;
/** What XML does not allow even by reference. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

/** Halves of characters are joined, and what XML cannot hold is shown as a character that is not known. */
export function repair(text: string): string {
  const joined = text.includes('&#')
    ? text.replaceAll(reference, (whole: string, hex: string | undefined, decimal: string | undefined) => {
        const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        // Marks of XML itself stay references, or they would be read as marks.
        if (point < 0x80 && !(point < 0x20)) return whole;
        if (point === 0x9 || point === 0xa || point === 0xd) return whole;
        return point > 0x10ffff || point < 0x20 ? '\ufffd' : String.fromCodePoint(point);
      })
    : text;
  return joined.replaceAll(forbidden, '\ufffd').replaceAll(/\p{Cs}/gu, '\ufffd');
}
