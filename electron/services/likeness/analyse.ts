import { comparePictures } from '../../../shared/domain/likeness/compare-pictures';
import type { Comparison } from '../../../shared/domain/likeness/compare-pictures';
import type { Link } from '../../../shared/domain/likeness/conversations';
import { coarselyAlike, nearPairsInSteps } from '../../../shared/domain/likeness/near-pairs';
import { findOverlap, prepare } from '../../../shared/domain/likeness/overlap';
import type { Overlap, Prepared } from '../../../shared/domain/likeness/overlap';
import { overlapCandidates } from '../../../shared/domain/likeness/overlap-candidates';
import type { VaultContext } from '../../vault/api';
import { readDescriptor, readDescribed } from './descriptor-rows';
import type { Described } from './descriptor-rows';

/** Two pictures that look alike. */
export interface Alike {
  readonly a: string;
  readonly b: string;
  readonly comparison: Comparison;
}

/** What the pictures of a case have to do with each other, before any person has said anything. */
export interface Analysis {
  readonly described: readonly Described[];
  readonly alike: readonly Alike[];
  readonly links: readonly Link[];
}

export interface Analyser {
  /** Of the descriptors there are now. Asked again, only what is new is compared. */
  readonly of: (caseId: string) => Promise<Analysis>;
  /** A picture ready to be compared; kept for a while. */
  readonly prepared: (id: string) => Prepared | null;
}

/** Descriptors kept in memory ready to be compared, each some 100 KB. */
const mostPrepared = 240;
/** Cases whose comparisons are kept. */
const mostCases = 3;
/** How long the vault may be kept from everything else, in milliseconds. */
const turn = 12;

interface Known {
  analysis: Analysis;
  readonly comparisons: Map<string, Comparison | null>;
  readonly overlaps: Map<string, Overlap | null>;
}

export function createAnalyser(context: Pick<VaultContext, 'db'>): Analyser {
  const cases = new Map<string, Known>();
  const kept = new Map<string, Prepared>();
  let queue: Promise<unknown> = Promise.resolve();

  function prepared(id: string): Prepared | null {
    const known = kept.get(id);
    if (known !== undefined) {
      kept.delete(id);
      kept.set(id, known);
      return known;
    }
    const descriptor = readDescriptor(context, id);
    if (descriptor === null) return null;
    const made = prepare(descriptor);
    kept.set(id, made);
    const oldest = kept.keys().next();
    if (kept.size > mostPrepared && oldest.done !== true) kept.delete(oldest.value);
    return made;
  }

  async function analyse(caseId: string): Promise<Analysis> {
    const described = readDescribed(context, caseId);
    const before = cases.get(caseId);
    if (before !== undefined && sameIds(before.analysis.described, described)) return before.analysis;
    const known: Known = {
      analysis: { described, alike: [], links: [] },
      comparisons: onlyOf(described, before?.comparisons),
      overlaps: onlyOf(described, before?.overlaps),
    };
    const pause = breathing();
    const alike = await findAlike(described, known.comparisons, prepared, pause);
    const links = await findLinks(described, known.overlaps, prepared, pause);
    known.analysis = { described, alike, links };
    cases.delete(caseId);
    cases.set(caseId, known);
    const oldest = cases.keys().next();
    if (cases.size > mostCases && oldest.done !== true) cases.delete(oldest.value);
    return known.analysis;
  }

  return {
    prepared,
    // One at a time: two screens that ask at once share the work.
    of: (caseId) => {
      const asked = queue.then(() => analyse(caseId));
      queue = asked.catch(() => undefined);
      return asked;
    },
  };
}

type Pause = () => Promise<void>;

async function findAlike(
  described: readonly Described[],
  known: Map<string, Comparison | null>,
  prepared: Analyser['prepared'],
  pause: Pause,
): Promise<readonly Alike[]> {
  const alike: Alike[] = [];
  for (const pair of nearPairsInSteps(described)) {
    if (pair === null) {
      await pause();
      continue;
    }
    const [one, other] = pair;
    const [a, b] = [described[one], described[other]];
    if (a === undefined || b === undefined || !coarselyAlike(a, b)) continue;
    const key = `${a.id} ${b.id}`;
    let comparison = known.get(key);
    if (comparison === undefined) {
      await pause();
      const [first, second] = [prepared(a.id), prepared(b.id)];
      comparison =
        first === null || second === null ? null : comparePictures(first.descriptor, second.descriptor);
      known.set(key, comparison);
    }
    if (comparison !== null) alike.push({ a: a.id, b: b.id, comparison });
  }
  return alike;
}

/** Only pictures of one width can overlap. */
async function findLinks(
  described: readonly Described[],
  known: Map<string, Overlap | null>,
  prepared: Analyser['prepared'],
  pause: Pause,
): Promise<readonly Link[]> {
  const links: Link[] = [];
  const widths = new Set(described.map(({ width }) => width));
  for (const width of widths) {
    const group = described.filter((each) => each.width === width);
    if (group.length < 2) continue;
    await pause();
    for (const [one, other] of overlapCandidates(group.map(({ landmarks }) => landmarks))) {
      const [a, b] = [group[one], group[other]];
      if (a === undefined || b === undefined) continue;
      for (const [upper, lower] of [
        [a.id, b.id],
        [b.id, a.id],
      ] as const) {
        const key = `${upper} ${lower}`;
        let overlap = known.get(key);
        if (overlap === undefined) {
          await pause();
          const [first, second] = [prepared(upper), prepared(lower)];
          overlap = first === null || second === null ? null : findOverlap(first, second);
          known.set(key, overlap);
        }
        if (overlap !== null) links.push({ upper, lower, overlap });
      }
    }
  }
  return links;
}

/** Gives way to whatever else the vault is asked, once a turn is over. */
function breathing(): Pause {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < turn) return;
    await new Promise((resolve) => setImmediate(resolve));
    began = performance.now();
  };
}

function sameIds(before: readonly Described[], after: readonly Described[]): boolean {
  return before.length === after.length && before.every(({ id }, index) => after[index]?.id === id);
}

/** What is known of pairs of pictures that are still there. */
function onlyOf<T>(
  described: readonly Described[],
  known: ReadonlyMap<string, T> = new Map(),
): Map<string, T> {
  const ids = new Set(described.map(({ id }) => id));
  return new Map([...known].filter(([key]) => key.split(' ').every((id) => ids.has(id))));
}
