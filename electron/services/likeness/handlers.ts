import type { VaultHandlers, VaultInput } from '../../../shared/contract/vault-methods';
import { HoldfastError } from '../../../shared/errors';
import type { Run } from '../../../shared/models/likeness';
import type { VaultContext } from '../../vault/api';
import { createLookLog } from '../look-log';
import { createAnalyser } from './analyse';
import { createCaseLikeness } from './case-likeness';
import { joinItems } from './conversations';
import { oneCaseOf, pairKey, writeDecision } from './decisions';
import { readLikeItems } from './like-items';
import { sameAs } from './pairs';
import { countDescriptors } from './descriptor-rows';
import { readRun, readRuns, writeRun } from './runs';
import { startComparing } from './worker';

type Analyser = ReturnType<typeof createAnalyser>;
type LikenessMethods = Extract<keyof VaultHandlers, `likeness.${string}`>;

/** A run with where its pieces meet. */
function joinedRun(context: VaultContext, analyser: Analyser, id: string): Run {
  const { pieces, ...head } = readRun(context, id);
  const ids = pieces.map(({ itemId }) => itemId);
  const items = readLikeItems(context, { ids });
  const { joins } = joinItems(ids, items, analyser.prepared);
  return {
    ...head,
    joins,
    pieces: pieces.flatMap(({ itemId, top, bottom }) => {
      const known = items.get(itemId);
      return known === undefined ? [] : [{ item: known.item, top, bottom }];
    }),
  };
}

/** Says of every two of these that they do not belong together. */
async function setApart(
  context: VaultContext,
  analyser: Analyser,
  { itemIds }: VaultInput<'likeness.setApart'>,
): Promise<Record<string, never>> {
  const { caseId } = oneCaseOf(context, itemIds);
  const { links } = await analyser.of(caseId);
  const chosen = new Set(itemIds);
  const apart = new Set(
    links
      .filter(({ upper, lower }) => chosen.has(upper) && chosen.has(lower))
      .map(({ upper, lower }) => pairKey(upper, lower)),
  );
  // Those next to each other may stand there by their time alone.
  for (const [at, id] of itemIds.entries()) if (at > 0) apart.add(pairKey(itemIds[at - 1] ?? '', id));
  const detail = { pictures: itemIds.length };
  context.act({ action: 'likeness.set-apart', subject: itemIds[0] ?? null, detail }, () => {
    for (const key of apart) {
      const [a = '', b = ''] = key.split(' ');
      writeDecision(context, caseId, a, b, 'apart');
    }
  });
  context.changed('likeness', caseId);
  return {};
}

/** Keeps a run; what was taken out of it is not proposed beside it again. */
async function saveRun(
  context: VaultContext,
  analyser: Analyser,
  { caseId, id, title, pieces, setApart: leftOut }: VaultInput<'likeness.saveRun'>,
): Promise<Run> {
  const ids = pieces.map(({ itemId }) => itemId);
  if (oneCaseOf(context, [...ids, ...leftOut]).caseId !== caseId) throw new HoldfastError('invalid-input');
  if (new Set([...ids, ...leftOut]).size !== ids.length + leftOut.length)
    throw new HoldfastError('invalid-input');
  const items = readLikeItems(context, { ids });
  for (const { itemId, bottom } of pieces)
    if (bottom > (items.get(itemId)?.item.height ?? 0)) throw new HoldfastError('invalid-input');
  const { links } = await analyser.of(caseId);
  const [kept, out] = [new Set(ids), new Set(leftOut)];
  const runId = id ?? context.newId();
  const audit = {
    action: id === null ? 'run.create' : 'run.update',
    subject: runId,
    detail: { pieces: pieces.length },
  };
  context.act(audit, () => {
    writeRun(context, { id: runId, caseId, title, pieces }, id === null);
    for (const { upper, lower } of links) {
      if ((kept.has(upper) && out.has(lower)) || (kept.has(lower) && out.has(upper)))
        writeDecision(context, caseId, upper, lower, 'apart');
    }
  });
  context.changed('likeness', caseId);
  return joinedRun(context, analyser, runId);
}

/**
 * Pictures that look alike and screenshots that can be joined. What is found is computed from the descriptors and kept in memory;
 * what a person decides is written down. Nothing here removes or changes an exhibit.
 */
export function likenessHandlers(context: VaultContext): Pick<VaultHandlers, LikenessMethods> {
  const analyser = createAnalyser(context);
  const looked = createLookLog(context);
  startComparing(context, analyser);

  const likeness = createCaseLikeness(context, analyser);

  return {
    'likeness.summary': async ({ caseId }) => {
      const { open, decided } = await likeness.pairs(caseId);
      return {
        pairs: open.length,
        decided: decided.length,
        conversations: (await likeness.conversations(caseId)).length,
        joined: readRuns(context, 'case', caseId).length,
        ...countDescriptors(context, caseId),
      };
    },
    'likeness.pairs': ({ caseId }) => likeness.pairs(caseId),
    'likeness.sameAs': async ({ caseId }) => sameAs(await likeness.pairs(caseId)),
    'likeness.decide': ({ a, b, decision }) => {
      const { caseId, refs } = oneCaseOf(context, [a, b]);
      if (a === b) throw new HoldfastError('invalid-input');
      const detail = { exhibit: refs.get(a) ?? '', other: refs.get(b) ?? '', decision };
      context.act({ action: 'likeness.decide', subject: a, detail }, () => {
        writeDecision(context, caseId, a, b, decision);
      });
      context.changed('likeness', caseId);
      return {};
    },
    'likeness.conversations': ({ caseId }) => likeness.conversations(caseId),
    'likeness.join': ({ itemIds }) => {
      oneCaseOf(context, itemIds);
      if (new Set(itemIds).size !== itemIds.length) throw new HoldfastError('invalid-input');
      return joinItems(itemIds, readLikeItems(context, { ids: itemIds }), analyser.prepared);
    },
    'likeness.setApart': (input) => setApart(context, analyser, input),
    'likeness.runs': ({ caseId }) => readRuns(context, 'case', caseId),
    'likeness.runsOf': ({ itemId }) => readRuns(context, 'item', itemId),
    'likeness.run': ({ id }) => {
      const found = joinedRun(context, analyser, id);
      looked('run.view', id);
      return found;
    },
    'likeness.saveRun': (input) => saveRun(context, analyser, input),
    'likeness.removeRun': ({ id }) => {
      const { caseId } = readRun(context, id);
      context.act({ action: 'run.remove', subject: id }, () => {
        context.records.remove(id);
      });
      context.changed('likeness', caseId);
      return {};
    },
  };
}
