import type { ProposedConversation } from '../../../shared/models/likeness';
import type { VaultContext } from '../../vault/api';
import type { Analyser, Analysis } from './analyse';
import { proposeConversations } from './conversations';
import { readDecisions } from './decisions';
import { readLikeItems } from './like-items';
import { pairLists } from './pairs';
import type { PairLists } from './pairs';
import { readRuns } from './runs';

export interface CaseLikeness {
  readonly pairs: (caseId: string) => Promise<PairLists>;
  readonly conversations: (caseId: string) => Promise<readonly ProposedConversation[]>;
}

interface Found {
  readonly analysis: Analysis;
  /** How many rows of the database had been changed when it was made. */
  readonly changes: unknown;
  readonly pairs: PairLists;
  readonly conversations: () => readonly ProposedConversation[];
}

/** What screens show of a case, made once for all screens that ask until any row changes. */
export function createCaseLikeness(context: VaultContext, analyser: Analyser): CaseLikeness {
  const kept = new Map<string, Found>();
  const countChanges = context.db.prepare('SELECT total_changes()').pluck();

  async function foundOf(caseId: string): Promise<Found> {
    const analysis = await analyser.of(caseId);
    const changes = countChanges.get();
    const before = kept.get(caseId);
    if (before?.analysis === analysis && before.changes === changes) return before;
    const decisions = readDecisions(context, caseId);
    const items = readLikeItems(context, { caseId });
    let conversations: readonly ProposedConversation[] | null = null;
    const found: Found = {
      analysis,
      changes,
      pairs: pairLists(analysis, decisions, items),
      conversations: () =>
        (conversations ??= proposeConversations(
          analysis,
          decisions,
          items,
          readRuns(context, 'case', caseId),
          analyser.prepared,
        )),
    };
    kept.clear();
    kept.set(caseId, found);
    return found;
  }

  return {
    pairs: async (caseId) => (await foundOf(caseId)).pairs,
    conversations: async (caseId) => (await foundOf(caseId)).conversations(),
  };
}
