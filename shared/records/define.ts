import type * as z from 'zod';
import type { Body } from '../domain/records/version';
import type { Law } from '../models/law';
import type { Line, NameOf } from './words/lines';

/** All there is to say about a kind of record, said once; storage, packages, erasure, export and search work from this. */
export interface RecordKind<T> {
  readonly kind: string;
  /** Number of the schema, raised when a body could no longer be read by an older Holdfast. */
  readonly schema: number;
  readonly body: z.ZodObject & z.ZodType<T & object>;
  /** Ids of records and exhibits that a body names. */
  readonly refs: (body: T) => readonly string[];
  /**
   * The exhibits without which a record says nothing, where there are any: it is erased with the first of them that goes, and a
   * narrow table has no row of it while one of them is not here. All are among its `refs`.
   */
  readonly about?: (body: T) => readonly string[];
  /**
   * What there is but one record of this kind about, such as an exhibit, or the case it is in: the record's id is worked out from it,
   * the same in every office (electron/vault/records/record-id.ts), and a version under another id is refused.
   */
  readonly onlyOneAbout?: (body: T, caseId: string | null) => string;
  /** Records of the office itself: they belong to no case and never travel with one. */
  readonly ofOffice?: true;
  /** Fields that are written down for the machine alone: what is unpacked or shown of a record leaves them out. */
  readonly secret?: readonly string[];
  /** What the record is called in a list. */
  readonly title: (body: T) => string;
  /**
   * What a body says, field by field, without those that are empty: in its history, and where two versions are joined. Acts and
   * orders are named by the law of the case it belongs to.
   */
  readonly lines: (body: T, nameOf: NameOf, law?: Law) => readonly Line[];
  /** What stands beside the title where it was found, of a kind that is about no exhibit. */
  readonly detail?: (body: T) => string;
  /** What a body is looked for by, in all that is written of a case; null where the kind is found by an index of its own, or says nothing in words. */
  readonly words: ((body: T) => readonly string[]) | null;
  /** `ask`: two versions that say different things are decided by a person. `append`: it only grows, and nothing conflicts. */
  readonly merge: 'ask' | 'append';
}

/** A kind whose body is known as JSON alone: what a store of all kinds works with. */
export interface AnyKind extends Omit<
  RecordKind<unknown>,
  'refs' | 'about' | 'onlyOneAbout' | 'words' | 'title' | 'detail' | 'lines'
> {
  /** Names of the fields that it knows. */
  readonly fields: readonly string[];
  readonly isBody: (body: unknown) => boolean;
  /** Reads a body. Throws where it is none of this kind. */
  readonly read: (body: unknown) => Body;
  readonly refs: (body: Body) => readonly string[];
  /** Null for a kind that is not about exhibits. */
  readonly about: ((body: Body) => readonly string[]) | null;
  readonly onlyOneAbout: ((body: Body, caseId: string | null) => string) | null;
  readonly words: ((body: Body) => readonly string[]) | null;
  readonly title: (body: Body) => string;
  readonly detail: (body: Body) => string;
  readonly lines: (body: Body, nameOf: NameOf, law?: Law) => readonly Line[];
}

export function anyKind<T>(kind: RecordKind<T>): AnyKind {
  const parse = (body: unknown): T & object => kind.body.parse(body);
  const { about, detail, onlyOneAbout, words } = kind;
  const fields = Object.keys(kind.body.shape);
  return {
    ...kind,
    isBody: (body) => kind.body.safeParse(body).success,
    fields,
    // What a schema gives back for JSON is JSON, but for fields that are not there. Fields that it does not know stay.
    read: (body) => JSON.parse(JSON.stringify({ ...(body as object), ...parse(body) })) as Body,
    refs: (body) => kind.refs(parse(body)),
    onlyOneAbout: onlyOneAbout === undefined ? null : (body, caseId) => onlyOneAbout(parse(body), caseId),
    about: about === undefined ? null : (body) => about(parse(body)),
    words: words === null ? null : (body) => words(parse(body)),
    title: (body) => kind.title(parse(body)),
    detail: (body) => detail?.(parse(body)) ?? '',
    lines: (body, nameOf, law) => kind.lines(parse(body), nameOf, law),
  };
}
