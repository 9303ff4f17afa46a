import { Search } from 'lucide-react';
import { useState } from 'react';
import { covers } from '../../../shared/domain/redaction/places';
import type { PagePlace } from '../../../shared/models/redaction';
import { call, holdfast } from '../../kit/bridge';
import { useAct } from '../../kit/use-act';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { SearchField } from '../../components/fields';
import { counted } from '../../strings/counts';
import type { EditedBox } from './editor-state';

interface Found {
  readonly phrase: string;
  readonly places: readonly PagePlace[];
  readonly pagesRead: number;
  readonly pages: number;
}

/** Finds a name, number or address in the text that was read, and offers a box over every place it stands. */
export function FindText({
  itemId,
  boxes,
  onCover,
}: {
  readonly itemId: string;
  readonly boxes: readonly EditedBox[];
  readonly onCover: (places: readonly PagePlace[]) => void;
}) {
  const [phrase, setPhrase] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const act = useAct({ inTurn: true });
  const open = (found?.places ?? []).filter(
    (place) => !boxes.some((box) => box.page === place.page && covers(box, place)),
  );

  function search(): void {
    act.setError(null);
    const wanted = phrase.trim();
    if (wanted.length < 2) return;
    act.run(
      () => call(holdfast.redaction.find({ itemId, phrase: wanted })),
      (answer) => {
        setFound({ ...answer, phrase: wanted });
      },
    );
  }

  return (
    <div className="stack redact-find">
      <div className="row">
        <div className="grow">
          <SearchField
            label="Find words or a number to cover"
            value={phrase}
            onChange={(text) => {
              setPhrase(text);
              setFound(null);
            }}
            onSubmit={search}
          />
        </div>
        <Button icon={<Search aria-hidden />} isDisabled={phrase.trim().length < 2} onPress={search}>
          Find
        </Button>
      </div>
      <Failure code={act.error} />
      <div role="status" className="stack">
        {found === null ? null : <p>{foundText(found, open.length)}</p>}
      </div>
      <CoverFound open={open} onCover={onCover} />
    </div>
  );
}

function foundText({ places, pagesRead, pages }: Found, open: number): string {
  if (pagesRead === 0)
    return 'The text of this exhibit has not been read yet, so nothing can be found in it. Draw the boxes by hand.';
  const part = pagesRead < pages ? ` Text was read on ${pagesRead} of ${pages} pages.` : '';
  if (places.length === 0)
    return `It was not found. Letters may have been misread: look for it yourself too.${part}`;
  const on = counted(new Set(places.map(({ page }) => page)).size, 'page', 'pages');
  const done = places.length - open;
  const rest = done === 0 ? '' : ` ${done === places.length ? 'All are' : `${done} of them are`} covered.`;
  return `Found in ${counted(places.length, 'place', 'places')} on ${on}.${rest}${part}`;
}

/** Covers what was found and is not covered yet. */
function CoverFound({
  open,
  onCover,
}: {
  readonly open: readonly PagePlace[];
  readonly onCover: (places: readonly PagePlace[]) => void;
}) {
  return (
    <>
      {' '}
      {open.length === 0 ? null : (
        <div>
          <Button
            onPress={() => {
              onCover(open);
            }}
          >
            {open.length === 1 ? 'Cover it' : `Cover all ${open.length}`}
          </Button>
        </div>
      )}
    </>
  );
}
