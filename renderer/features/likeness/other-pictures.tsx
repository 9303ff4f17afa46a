import type { LikeItem } from '../../../shared/models/likeness';
import { Button, TextLink } from '../../components/button';
import { doubtText } from '../../strings/likeness';
import type { RunStart } from './run-start';

const whyText = {
  copy: (of: string) => `shows the same as ${of}.`,
  'nothing-new': () => 'shows nothing that the others do not show.',
  differs: (of: string) => `shows the same part as ${of}, but not the same there. Look at both.`,
} as const;

/** Where a picture that was taken out stood: below the last before it that is still there, or above all. */
function placeBack(
  id: string,
  { pieces }: RunStart,
  inRun: readonly string[],
): readonly [string, 'above' | 'below'] {
  const at = pieces.findIndex((piece) => piece.item.id === id);
  const before = pieces.slice(0, at).findLast((piece) => inRun.includes(piece.item.id));
  return before === undefined ? [inRun[0] ?? '', 'above'] : [before.item.id, 'below'];
}

function OpenLink({ item, onOpen }: { readonly item: LikeItem; readonly onOpen: (id: string) => void }) {
  return (
    <TextLink
      onPress={() => {
        onOpen(item.id);
      }}
    >
      {item.exhibitRef}
    </TextLink>
  );
}

/** Pictures that belong here but add nothing, that differ where they should not, or that may belong here. */
export function OtherPictures({
  start,
  inRun,
  onAdd,
  onOpen,
}: {
  readonly start: RunStart;
  readonly inRun: readonly string[];
  readonly onAdd: (id: string, beside: string, where: 'above' | 'below') => void;
  readonly onOpen: (id: string) => void;
}) {
  const of = (ref: string): string => start.pieces.find(({ item }) => item.exhibitRef === ref)?.item.id ?? '';
  const out = start.leftOut.filter(({ item }) => !inRun.includes(item.id));
  const perhaps = start.perhaps.filter(({ item }) => !inRun.includes(item.id));
  const removed = start.pieces.filter(({ item }) => !inRun.includes(item.id));
  if (out.length + perhaps.length + removed.length === 0) return null;
  return (
    <section className="others stack" aria-label="Other pictures">
      <h3>Not in the run</h3>
      <ul className="plain">
        {out.map(({ item, why, of: ref }) => (
          <li key={item.id} className={why === 'differs' ? 'warn' : ''}>
            <OpenLink item={item} onOpen={onOpen} /> {whyText[why](ref ?? 'another')}
          </li>
        ))}
        {perhaps.map(({ item, of: ref, where, doubt }) => (
          <li key={item.id}>
            <OpenLink item={item} onOpen={onOpen} /> may come {where} {ref}. {doubtText(doubt)}{' '}
            <Button
              variant="quiet"
              label={`Add ${item.exhibitRef} ${where} ${ref}`}
              onPress={() => {
                onAdd(item.id, of(ref), where);
              }}
            >
              Add {item.exhibitRef}
            </Button>
          </li>
        ))}
        {removed.map(({ item }) => (
          <li key={item.id}>
            <OpenLink item={item} onOpen={onOpen} /> was taken out.{' '}
            <Button
              variant="quiet"
              label={`Put back ${item.exhibitRef}`}
              onPress={() => {
                const [beside, where] = placeBack(item.id, start, inRun);
                onAdd(item.id, beside, where);
              }}
            >
              Put back
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
