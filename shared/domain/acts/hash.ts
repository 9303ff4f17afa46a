/**
 * How the record of acts is chained (electron/vault/README.md says it for whoever writes a verifier of their own). Each act
 * has an inner hash over a salt of its own and all it says; the chain runs over the inner hashes, so that it can be followed
 * by somebody who may not see the acts. What an inner hash is made of begins with 32 random bytes that are given out with the
 * act alone: who has only the inner hash cannot tell whether a guess of the act is right, however few acts are likely.
 *
 * Every hash is over the UTF-8 of a compact JSON list, as ECMAScript's JSON.stringify writes it. Such a list says where each
 * part ends, and its first part says which rule it is of: lists of the earlier rule begin with 64 hexadecimal digits.
 */
import type { RecordedAct } from '../../models/acts';

/** SHA-256 of the UTF-8 of a text, in lower-case hexadecimal. */
export type Sha256 = (text: string) => string;

/** Head of an empty record. */
export const emptyHead = '0'.repeat(64);

const innerRule = 'holdfast-act-v1';
const firstRule = 'holdfast-acts-begin-v1';
const nextRule = 'holdfast-acts-v1';

/** Where a record ends so far. */
export interface ChainEnd {
  /** How many acts there are. */
  readonly acts: number;
  /** Hash of the last one. */
  readonly head: string;
  /** False as long as all of them are of the earlier rule. */
  readonly isSalted: boolean;
}

export const chainStart: ChainEnd = { acts: 0, head: emptyHead, isSalted: false };

/** The earlier rule, for acts from before they were salted: entries from before key slots have no last field. */
export function earlierHash(
  act: Pick<RecordedAct, 'seq' | 'at' | 'author' | 'action' | 'subject' | 'detail' | 'slot'>,
  previous: string,
  sha256: Sha256,
): string {
  const { seq, at, author, action, subject, detail, slot } = act;
  const fields = [previous, seq, at, author, action, subject, detail];
  return sha256(JSON.stringify(slot === null ? fields : [...fields, slot]));
}

/** The salted hash of what an act says. `salt`: 32 random bytes in hexadecimal, used for this act only. */
export function innerHash(act: RecordedAct, salt: string, sha256: Sha256): string {
  const { seq, at, author, action, subject, detail, slot, caseId, caseNumber } = act;
  return sha256(
    JSON.stringify([innerRule, salt, seq, at, author, action, subject, detail, slot, caseId, caseNumber]),
  );
}

/**
 * The hash of a salted act after what there was before it. The first one commits to the rule, to how many acts of the
 * earlier rule there are and to the last of them: the place where the rule changes cannot be moved without another head.
 */
export function chainHash(before: ChainEnd, inner: string, sha256: Sha256): string {
  return sha256(
    JSON.stringify(
      before.isSalted ? [nextRule, before.head, inner] : [firstRule, before.acts, before.head, inner],
    ),
  );
}
