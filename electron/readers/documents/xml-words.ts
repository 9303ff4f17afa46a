import { SaxesParser } from 'saxes';
import type { SaxesTagPlain } from 'saxes';
import { HoldfastError } from '../../../shared/errors';

export interface XmlHandlers {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Deeper documents are made to break readers. */
const deepest = 500;

/**
 * Reads XML as it comes, names without their prefix. No document type is followed and no entity is expanded but the five
 * of XML itself: the parser has no others. Throws `unreadable-file` at the first fault. `going` false ends it early.
 */
export async function readXml(
  pieces: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
  going: () => boolean | Promise<boolean> = () => true,
): Promise<void> {
  const parser = new SaxesParser({});
  const decoder = new TextDecoder('utf-8');
  let depth = 0;
  const bare = (name: string): string => name.slice(name.indexOf(':') + 1);
  parser.on('error', () => {
    throw new HoldfastError('unreadable-file');
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    depth += 1;
    if (depth > deepest) throw new HoldfastError('unreadable-file');
    handlers.open?.(bare(tag.name), bareKeys(tag.attributes));
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handlers.close?.(bare(tag.name));
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  for await (const piece of pieces) {
    parser.write(decoder.decode(piece, { stream: true }));
    if (!(await going())) return;
  }
  parser.write(decoder.decode());
  parser.close();
}

function bareKeys(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name.slice(name.indexOf(':') + 1), value]),
  );
}
