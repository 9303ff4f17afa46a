import type { CaseExtract, ExtractStep, RecordedAct, ShownAct } from '../../models/acts';
import { createCaseNumbers } from './case-numbers';
import { chainHash, innerHash } from './hash';
import type { ChainEnd, Sha256 } from './hash';

export type ExtractVerdict =
  | {
      readonly holds: true;
      /** The acts of the case, in their order. */
      readonly shown: readonly RecordedAct[];
      /** Acts that are there and not shown, the sealed ones among them. */
      readonly hidden: number;
      /**
       * The number of the last act that a known head vouches for; 0 without one. What comes after it is only what the extract
       * says of itself: whoever holds the vault could have written it anew.
       */
      readonly vouchedTo: number;
      /**
       * True when the last step is an act of the case. Else acts of the case may have been left out after the last one shown,
       * and there alone: see `verifyExtract`.
       */
      readonly endsWithCase: boolean;
    }
  | {
      readonly holds: false;
      /**
       * `act-out-of-place`: an act says another number than where it stands. `act-of-another-case`. `act-left-out`: the numbers
       * of the case's acts have a gap. `head-differs`: the steps do not lead to the head that the extract names.
       * `known-head-missing`: the record this was taken from is not the one the known head is of, or it ends before it.
       */
      readonly problem:
        'act-out-of-place' | 'act-of-another-case' | 'act-left-out' | 'head-differs' | 'known-head-missing';
      /** The number of the act at which it shows; null where it shows in the whole alone. */
      readonly at: number | null;
    };

const isShown = (step: ExtractStep): step is ShownAct => 'salt' in step;

/** What the chain is made of at a step: worked out for an act that is shown, given for one that is not. */
function innerOf(step: ExtractStep, sha256: Sha256): string {
  if (!isShown(step)) return step.inner;
  const { salt, ...act } = step;
  return innerHash(act, salt, sha256);
}

/** What is wrong with an act where it stands, or null. */
function problemOf(
  act: RecordedAct,
  {
    at,
    caseId,
    followsInCase,
  }: {
    readonly at: number;
    readonly caseId: string;
    readonly followsInCase: ReturnType<typeof createCaseNumbers>;
  },
): Extract<ExtractVerdict, { holds: false }>['problem'] | null {
  if (act.seq !== at) return 'act-out-of-place';
  if (act.caseId !== caseId) return 'act-of-another-case';
  return followsInCase(act) ? null : 'act-left-out';
}

/**
 * Verifies an extract without the vault it was taken from. `knownHeads` are heads that came another way: printed in a bundle
 * or a schedule, named in a package, written down. With one of them, no act up to it can have been changed, dropped, put in
 * or put elsewhere, shown or not, and an extract that ends before it is refused. Without one, the extract agrees with itself
 * and no more. A head from before acts were salted vouches for nothing here: that part is sealed, and only whoever has the
 * whole record can follow it.
 *
 * That an act of the case is passed off as one of another shows by the numbers within the case, as long as a later one of the
 * case is shown. So whoever hands an extract out first writes down, as an act of the case, that it is handed out, and ends
 * the extract with it: then `endsWithCase` holds, and of what was done in the case since acts are salted nothing was kept back.
 *
 * What an extract tells of other cases: that so many acts of them stand between those that are shown, and nothing of what
 * they say (see `hash.ts`).
 */
export function verifyExtract(
  { caseId, sealed, steps, head }: CaseExtract,
  knownHeads: readonly string[],
  sha256: Sha256,
): ExtractVerdict {
  const followsInCase = createCaseNumbers();
  const shown: RecordedAct[] = [];
  const heads = new Map<string, number>();
  let end: ChainEnd = { ...sealed, isSalted: false };
  for (const step of steps) {
    const acts = end.acts + 1;
    if (isShown(step)) {
      const problem = problemOf(step, { at: acts, caseId, followsInCase });
      if (problem !== null) return { holds: false, problem, at: acts };
      const { salt: _salt, ...act } = step;
      shown.push(act);
    }
    end = { acts, head: chainHash(end, innerOf(step, sha256), sha256), isSalted: true };
    heads.set(end.head, acts);
  }
  if (end.head !== head) return { holds: false, problem: 'head-differs', at: null };
  const vouched = knownHeads.map((known) => heads.get(known));
  if (vouched.includes(undefined)) return { holds: false, problem: 'known-head-missing', at: null };
  const last = steps.at(-1);
  return {
    holds: true,
    shown,
    hidden: end.acts - shown.length,
    vouchedTo: Math.max(0, ...vouched.flatMap((acts) => acts ?? [])),
    endsWithCase: last !== undefined && isShown(last),
  };
}
