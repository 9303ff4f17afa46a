import { inBlocks } from '../../../electron/readers/kit/in-blocks';
import type { ReaderChild, ReaderFile, ReaderOutput } from '../../../electron/readers/kit/reader';
import { factName } from '../../../shared/domain/facts/fact-names';
import type { NewFact } from '../../../shared/domain/facts/new-fact';
import { HoldfastError } from '../../../shared/errors';
import type { ErrorCode } from '../../../shared/errors';
import type { EvidenceKind } from '../../../shared/models/evidence';
import type { MessageRow } from '../../../shared/models/message';

/** Bytes in memory as the file a reader gets. */
export function memoryFile(name: string, kind: EvidenceKind, bytes: Uint8Array): ReaderFile {
  const about = { name, kind, mime: 'application/octet-stream', bytes: bytes.length };
  return inBlocks(about, (start, length) => Promise.resolve(bytes.subarray(start, start + length)));
}

export interface Collected {
  readonly pages: Record<number, string>;
  readonly facts: NewFact[];
  readonly rows: MessageRow[];
  /** Content of what was taken out, by place; a code where its content broke. */
  readonly children: Record<string, Buffer | ErrorCode>;
  readonly about: ReaderChild[];
  readonly skipped: Record<string, ErrorCode>;
}

/** Keeps all that a reader gives, in memory. `most` bytes are wanted of a child. */
export function collect(most = Infinity): Collected & { readonly out: ReaderOutput } {
  const found: Collected = { pages: {}, facts: [], rows: [], children: {}, about: [], skipped: {} };
  const out: ReaderOutput = {
    text: (page, text) => {
      found.pages[page] = (found.pages[page] ?? '') + text;
      return Promise.resolve(true);
    },
    fact: (fact) => {
      found.facts.push(fact);
      return Promise.resolve();
    },
    rows: (rows) => {
      found.rows.push(...rows);
      return Promise.resolve();
    },
    skipped: (child, code) => {
      found.skipped[child.place] = code;
      return Promise.resolve();
    },
    child: async (child, content) => {
      found.about.push(child);
      const parts: Uint8Array[] = [];
      let length = 0;
      try {
        for await (const piece of content) {
          parts.push(Buffer.from(piece));
          length += piece.length;
          if (length >= most) break;
        }
        found.children[child.place] = Buffer.concat(parts);
      } catch (error) {
        found.children[child.place] = error instanceof HoldfastError ? error.code : 'unreadable-file';
      }
    },
  };
  return { ...found, out };
}

export function factValues(facts: readonly NewFact[], field: NewFact['field']): readonly string[] {
  return facts.filter((fact) => fact.field === field).map((fact) => `${factName(fact)}: ${fact.value}`);
}
