import type { NewFact } from '../../../../shared/domain/facts/new-fact';
import { HoldfastError } from '../../../../shared/errors';
import type { ImportResult } from '../../../../shared/models/evidence';
import type { VaultContext } from '../../../vault/api';
import type { Identifier } from '../identify-file';
import type { Allowance } from './allowance';
import type { ItemToRead } from './item-to-read';
import { mostFacts, mostText } from '../../../readers/kit/limits';
import type { ReaderChild, ReaderOutput } from '../../../readers/kit/reader';
import { rowKeeper } from './row-keeper';
import { refused, storeFromInside } from './store-child';

export interface FoundInside {
  readonly place: string;
  readonly name: string;
  readonly itemId: string | null;
  readonly isCopy: boolean;
  readonly reason: string | null;
}

export interface Collector {
  readonly output: ReaderOutput;
  readonly pages: ReadonlyMap<number, readonly string[]>;
  readonly facts: readonly NewFact[];
  readonly inside: readonly FoundInside[];
}

export interface CollectorDeps {
  readonly context: VaultContext;
  readonly item: ItemToRead;
  readonly allowance: Allowance;
  readonly identifier: Identifier;
  readonly jobId: string | null;
  readonly signal: AbortSignal;
  /** Names of what it lies in, outermost first, with its own: what its files are reported under. */
  readonly path: readonly string[];
  readonly report: (result: ImportResult) => void;
}

/** Takes what a reader gives: files are stored as they come; text, facts and the list are kept until all is told. */
export function createCollector(deps: CollectorDeps): Collector {
  const { context, item } = deps;
  const { pages, text } = collectPages();
  const facts: NewFact[] = [];
  const { inside, ...files } = collectFiles(deps);
  let rows = 0;
  const output: ReaderOutput = {
    text,
    fact: (fact) => {
      if (facts.length <= mostFacts) facts.push(fact);
      return Promise.resolve();
    },
    rows: (batch) => {
      rowKeeper.add(context, item.id, rows, batch);
      rows += batch.length;
      return Promise.resolve();
    },
    ...files,
  };
  return { output, pages, facts, inside };
}

/** Keeps text by its pages. */
export function collectPages(): Pick<Collector, 'pages'> & Pick<ReaderOutput, 'text'> {
  const pages = new Map<number, string[]>();
  let characters = 0;
  return {
    pages,
    text: (page, text) => {
      characters += text.length;
      if (characters > mostText + 1) throw new HoldfastError('unreadable-file');
      const parts = pages.get(page) ?? [];
      parts.push(text);
      pages.set(page, parts);
      return Promise.resolve(true);
    },
  };
}

/** Stores the files inside, and lists what became of each. */
function collectFiles(
  deps: CollectorDeps,
): Pick<Collector, 'inside'> & Pick<ReaderOutput, 'skipped' | 'child'> {
  const { context, item, allowance, signal } = deps;
  const inside: FoundInside[] = [];
  const here = context.db.prepare('SELECT id FROM evidence WHERE parent_id = ? AND parent_place = ?').pluck();

  const tell = (child: ReaderChild) => ({
    caseId: item.case_id,
    ...(deps.jobId === null ? {} : { jobId: deps.jobId }),
    reportedAs: reportedAs([...deps.path, child.place]),
  });
  const note = ({ place, name }: ReaderChild, result: ImportResult): void => {
    const { itemId, outcome, reason } = result;
    inside.push({
      place,
      name,
      itemId,
      isCopy: outcome === 'duplicate',
      reason: itemId === null ? reason : null,
    });
    deps.report(result);
  };

  return {
    inside,
    skipped: (child, code) => {
      allowance.takeFile();
      note(child, refused(context, tell(child), code));
      return Promise.resolve();
    },
    child: async (child, content) => {
      allowance.takeFile();
      const known: unknown = here.get(item.id, child.place);
      if (typeof known === 'string') {
        // Taken out before a stop in the middle, and reported then.
        inside.push({ place: child.place, name: child.name, itemId: known, isCopy: false, reason: null });
        return;
      }
      const result = await storeFromInside(context, {
        ...child,
        ...tell(child),
        parentId: item.id,
        parentRef: item.exhibit_ref,
        content: allowance.counted(content),
        identifier: deps.identifier,
        signal,
      });
      note(child, result);
      if (result.itemId !== null) context.changed('evidence', item.case_id);
      if (allowance.isSpent()) throw new HoldfastError('archive-too-large');
    },
  };
}

const longestName = 1024;

export function reportedAs(path: readonly string[]): string {
  const whole = path.join(' › ');
  return whole.length <= longestName ? whole : `…${whole.slice(1 - longestName)}`;
}
