import type { ConversationView } from '../../../shared/models/likeness';
import type { VaultContext } from '../../vault/api';
import type { Analyser, Analysis } from './analyse';
import { proposeConversations } from './conversations';
import { readDecisions } from './decisions';
import { readLikeItems } from './like-items';
import { pairLists } from './pairs';
import type { PairLists } from './pairs';
import { readRuns } from './runs';

export interface CaseViews {
  readonly pairs: (caseId: string) => Promise<PairLists>;
  readonly conversations: (caseId: string) => Promise<readonly ConversationView[]>;
}

interface View {
  readonly analysis: Analysis;
  /** How many rows of the database had been changed when it was made. */
  readonly changes: unknown;
  readonly pairs: PairLists;
  readonly conversations: () => readonly ConversationView[];
}

/** What screens show of a case, made once for all screens that ask until any row changes. */
export function createCaseViews(context: VaultContext, analyser: Analyser): CaseViews {
  const views = new Map<string, View>();
  const countChanges = context.db.prepare('SELECT total_changes()').pluck();

  async function viewOf(caseId: string): Promise<View> {
    const analysis = await analyser.of(caseId);
    const changes = countChanges.get();
    const before = views.get(caseId);
    if (before?.analysis === analysis && before.changes === changes) return before;
    const decisions = readDecisions(context, caseId);
    const items = readLikeItems(context, { caseId });
    let conversations: readonly ConversationView[] | null = null;
    const view: View = {
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
    views.clear();
    views.set(caseId, view);
    return view;
  }

  return {
    pairs: async (caseId) => (await viewOf(caseId)).pairs,
    conversations: async (caseId) => (await viewOf(caseId)).conversations(),
  };
}
