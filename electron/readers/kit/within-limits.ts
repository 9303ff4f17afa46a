import { newFact } from '../../../shared/domain/facts/new-fact';
import { fitFact } from './fit-fact';
import { longestText, mostFacts, mostRowsAtATime, mostText } from './limits';
import type { ReaderOutput } from './reader';

/** An output that takes whatever a reader gives, in pieces of the size that crosses, and no more than is kept. */
export function withinLimits(out: ReaderOutput): ReaderOutput {
  let text = 0;
  let facts = 0;

  async function cut(): Promise<void> {
    const value = 'Only the beginning of the text is kept here; the file itself is whole.';
    await out.fact(newFact({ field: 'note', source: 'container', code: 'inside.Text', raw: '', value }));
  }

  return {
    text: async (page, whole) => {
      if (text >= mostText) return false;
      const kept = whole.slice(0, mostText - text);
      text += kept.length;
      for (let at = 0; at < kept.length; at += longestText) {
        await out.text(page, kept.slice(at, at + longestText));
      }
      if (text < mostText) return true;
      await cut();
      return false;
    },
    fact: async (given) => {
      const fact = fitFact(given);
      if (fact === null || facts >= mostFacts) return;
      facts += 1;
      await out.fact(fact);
    },
    rows: async (rows) => {
      for (let at = 0; at < rows.length; at += mostRowsAtATime) {
        await out.rows(rows.slice(at, at + mostRowsAtATime));
      }
    },
    child: (child, content) => out.child(child, content),
    skipped: (child, code) => out.skipped(child, code),
  };
}
