import { findConversations, showsTheSame } from '../../../shared/domain/likeness/conversations';
import type { Conversation, Screenshot } from '../../../shared/domain/likeness/conversations';
import { joinInOrder } from '../../../shared/domain/likeness/joins';
import type { JoinedPieces, Picture } from '../../../shared/domain/likeness/joins';
import type { Prepared } from '../../../shared/domain/likeness/overlap';
import { HoldfastError } from '../../../shared/errors';
import type { ProposedConversation, Joined } from '../../../shared/models/likeness';
import type { Analyser, Analysis } from './analyse';
import { pairKey } from './decisions';
import type { Decision } from './decisions';
import { timeOf } from './like-items';
import type { Known } from './like-items';
import { bestOf } from './pairs';

interface Saved {
  readonly pieces: readonly { readonly itemId: string }[];
}

/** Conversations of a case that nobody has joined yet, or that have pictures the joined one has not. */
export function proposeConversations(
  { described, alike, links }: Analysis,
  decisions: readonly Decision[],
  items: ReadonlyMap<string, Known>,
  saved: readonly Saved[],
  prepared: Analyser['prepared'],
): readonly ProposedConversation[] {
  const apart = new Set(
    decisions.filter(({ decision }) => decision === 'apart').map(({ a, b }) => pairKey(a, b)),
  );
  const different = new Set(
    decisions.filter(({ decision }) => decision === 'different').map(({ a, b }) => pairKey(a, b)),
  );
  const screenshots = described.map(({ id }): Screenshot => ({
    id,
    time: timeOf(items.get(id)?.item.bestDate ?? null),
    // Thousands of descriptors at a time would not fit: each is read when it is looked at.
    get prepared(): Prepared {
      const descriptor = prepared(id);
      if (descriptor === null) throw new HoldfastError('not-found');
      return descriptor;
    },
  }));
  const copies = copiesOf(
    alike.filter(({ a, b, comparison }) => {
      const height = items.get(a)?.item.height ?? 0;
      const sameWidth = items.get(a)?.item.width === items.get(b)?.item.width;
      return sameWidth && !different.has(pairKey(a, b)) && showsTheSame(comparison, height);
    }),
    items,
  );
  const found = findConversations(
    screenshots,
    links.filter(({ upper, lower }) => !apart.has(pairKey(upper, lower))),
    copies,
  );
  return found
    .filter((conversation) => !saved.some((run) => covers(run, conversation)))
    .filter(
      ({ pieces }) => !pieces.some((piece, at) => apart.has(pairKey(piece.id, pieces[at + 1]?.id ?? ''))),
    )
    .flatMap((conversation) => proposalOf(conversation, items));
}

/** For each picture that shows the same as a better one, which that is. */
function copiesOf(
  alike: readonly { readonly a: string; readonly b: string }[],
  items: ReadonlyMap<string, Known>,
): ReadonlyMap<string, string> {
  const copies = new Map<string, string>();
  const end = (id: string): string => {
    let at = id;
    for (let next = copies.get(at); next !== undefined; next = copies.get(at)) at = next;
    return at;
  };
  for (const { a, b } of alike) {
    const [one, other] = [end(a), end(b)];
    if (one === other) continue;
    const best = bestOf([one, other], items);
    copies.set(best === one ? other : one, best);
  }
  return new Map([...copies.keys()].map((id) => [id, end(id)]));
}

function covers(run: Saved, { pieces }: Conversation): boolean {
  const inRun = new Set(run.pieces.map(({ itemId }) => itemId));
  return pieces.every(({ id }) => inRun.has(id));
}

function proposalOf(
  conversation: Conversation,
  items: ReadonlyMap<string, Known>,
): readonly ProposedConversation[] {
  const [first] = conversation.pieces;
  const joined = joinedItems(conversation, items);
  if (first === undefined || joined === null) return [];
  return [
    {
      id: first.id,
      ...joined,
      leftOut: conversation.leftOut.flatMap(({ id, why, of }) => {
        const known = items.get(id);
        return known === undefined
          ? []
          : [{ item: known.item, why, of: of === null ? null : (items.get(of)?.item.exhibitRef ?? null) }];
      }),
      perhaps: conversation.perhaps.flatMap(({ id, of, where, doubt }) => {
        const known = items.get(id);
        const other = items.get(of);
        return known === undefined || other === undefined
          ? []
          : [{ item: known.item, of: other.item.exhibitRef, where, doubt }];
      }),
      orderInDoubt: conversation.orderInDoubt,
    },
  ];
}

function joinedItems(joined: JoinedPieces, items: ReadonlyMap<string, Known>): Joined | null {
  const pieces = joined.pieces.flatMap(({ id, top, bottom }) => {
    const known = items.get(id);
    return known === undefined ? [] : [{ item: known.item, top, bottom }];
  });
  return pieces.length === joined.pieces.length ? { pieces, joins: joined.joins } : null;
}

/** Items in an order a person chose. What cannot be compared is put there whole. */
export function joinItems(
  ids: readonly string[],
  items: ReadonlyMap<string, Known>,
  prepared: Analyser['prepared'],
): Joined {
  const pictures = ids.map((id): Picture => {
    const known = items.get(id)?.item;
    return { id, prepared: prepared(id) ?? unknown(known?.width ?? 1, known?.height ?? 1) };
  });
  const joined = joinedItems(joinInOrder(pictures), items);
  if (joined === null) throw new HoldfastError('not-found');
  return joined;
}

/** A picture without a descriptor has nothing in common with any other. */
function unknown(width: number, height: number): Prepared {
  return {
    descriptor: { width, height, rows: new Uint8Array() },
    empty: new Uint8Array(),
    landmarks: new Map(),
  };
}
