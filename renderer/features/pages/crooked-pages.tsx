import type { PagesState } from '../../../shared/contract/pages-methods';
import { pageUrl } from '../../components/picture/media-url';
import { useVeil } from '../../components/picture/veil';
import { Button } from '../../components/button';
import { Notice } from '../../components/parts';
import { pagesText as words, toStraightenTitle } from '../../strings/pages';
import type { Asking } from './asking';

/** Pages that are asked about at once: each is seen before anybody answers. */
const mostAsked = 6;

/** Pages that seem to lie crooked, as they are and as they would be shown. */
export function CrookedPages({
  itemId,
  state,
  isOnly,
  isBusy,
  onAnswer,
}: Asking & { readonly itemId: string; readonly state: PagesState }) {
  const asked = state.toStraighten.slice(0, mostAsked);
  if (asked.length === 0) return null;
  const isOne = asked.length === 1;
  const answer = (straight: (tenths: number) => number): void => {
    onAnswer(
      asked.map(({ page, straightened }) => ({
        page,
        by: state.turns.find((turn) => turn.page === page)?.by ?? 0,
        straightened: straight(straightened),
      })),
    );
  };
  return (
    <Notice
      tone="accent"
      title={toStraightenTitle(asked, isOnly)}
      actions={
        <>
          <Button
            variant="primary"
            isPending={isBusy}
            onPress={() => {
              answer((tenths) => tenths);
            }}
          >
            {isOne ? words.straighten : words.straightenAll}
          </Button>
          <Button
            isPending={isBusy}
            onPress={() => {
              answer(() => 0);
            }}
          >
            {isOne ? words.leaveCrooked : words.leaveAllCrooked}
          </Button>
        </>
      }
    >
      <p>{words.toStraighten}</p>
      <div className="crooked-pages">
        {asked.map((crooked) => (
          <BeforeAndAfter key={crooked.page} itemId={itemId} crooked={crooked} isOnly={isOnly} />
        ))}
      </div>
    </Notice>
  );
}

function BeforeAndAfter({
  itemId,
  crooked: { page, straightened },
  isOnly,
}: {
  readonly itemId: string;
  readonly crooked: PagesState['toStraighten'][number];
  readonly isOnly: boolean;
}) {
  const { veiled } = useVeil();
  const picture = { className: veiled ? 'veiled' : '', src: pageUrl(itemId, page), alt: '' };
  return (
    <div className="row">
      <figure>
        <img {...picture} />
        <figcaption className="small">{words.before(page, isOnly)}</figcaption>
      </figure>
      <figure>
        <img {...picture} style={{ transform: `rotate(${String(straightened / 10)}deg)` }} />
        <figcaption className="small">{words.after(straightened)}</figcaption>
      </figure>
    </div>
  );
}
