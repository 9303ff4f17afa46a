/** How an input is built, and so how it is broken: as bytes, as a text, or as a value written in JSON. */
export type Form = 'bytes' | 'text' | 'json';

/** A parser, as the fuzzer knows it. What it reads is its own affair: a file, a line that somebody typed, messages of a page. */
export interface FuzzTarget {
  readonly name: string;
  /** What is fuzzed, in one line, for `--list`. */
  readonly about: string;
  readonly form: Form;
  /** Small inputs that are right; everything else is made of them. The same ones in every run. */
  readonly seeds: () => Promise<readonly Buffer[]>;
  /** Words that mean something to the parser. */
  readonly words?: readonly string[];
  /** Longest input, in bytes. */
  readonly most?: number;
  /** Puts right what would be refused before anything is read: sums, lengths. Used for most inputs, but not for all. */
  readonly mend?: (input: Buffer) => Buffer;
  /** Made once in each process. */
  readonly start: () => Promise<Started>;
  /** Milliseconds of processor time after which an answer comes too late: less where somebody waits for it at the keyboard. */
  readonly slow?: number;
  /** MiB that the process may take before an input counts as one that fills the memory. */
  readonly memory?: number;
}

export interface Started {
  /**
   * Reads an input and gives what came of it, as JSON can say it: the same for the same input. A HoldfastError is an answer too, where
   * its code is no `internal`; everything else that is thrown is a fault, and so is `WrongAnswer`.
   */
  readonly read: (input: Buffer) => Promise<unknown>;
  readonly stop?: () => Promise<void>;
}

/** An answer that its own schema refuses, or that cannot be right whatever was asked. */
export class WrongAnswer extends Error {
  override readonly name = 'WrongAnswer';
}

/** What may be wrong with how an input was taken. */
export const faultKinds = [
  /** Something was thrown that has no code. */
  'uncaught',
  'wrong-answer',
  /** Another answer when it was asked again. */
  'unsteady',
  /** It came to an end, but after too long. */
  'slow',
  /** It had to be ended. */
  'hang',
  'memory',
  /** The process ended by itself. */
  'crash',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  readonly kind: FaultKind;
  /** What two findings of one fault have in common. */
  readonly sign: string;
  readonly detail: string;
}
