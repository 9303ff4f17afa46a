import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { textAtATime } from '../../../shared/contract/inside-methods';
import type { UiOutput } from '../../../shared/contract/ui-methods';
import { call, holdfast } from '../../kit/bridge';
import { Button, IconButton } from '../../components/button';

type Page = UiOutput<'inside.get'>['pages'][number];

/** The words of an item, a part at a time: a statement of a thousand pages must not hold up the first. */
export function InsideWords({
  itemId,
  title,
  pages,
}: {
  readonly itemId: string;
  readonly title: string;
  readonly pages: readonly Page[];
}) {
  const [at, setAt] = useState(0);
  const page = pages[at];
  if (page === undefined) return null;
  const turn = (to: number): void => {
    setAt(Math.max(0, Math.min(pages.length - 1, to)));
  };
  return (
    <>
      {pages.length === 1 ? null : (
        <div className="pager" role="group" aria-label="Pages">
          <IconButton
            label="Previous page"
            icon={<ChevronLeft aria-hidden />}
            isDisabled={at === 0}
            onPress={() => {
              turn(at - 1);
            }}
          />
          <span className="num" role="status">
            page {at + 1} of {pages.length}
          </span>
          <IconButton
            label="Next page"
            icon={<ChevronRight aria-hidden />}
            isDisabled={at === pages.length - 1}
            onPress={() => {
              turn(at + 1);
            }}
          />
        </div>
      )}
      <PageWords key={page.page} itemId={itemId} title={title} page={page} />
    </>
  );
}

function PageWords({
  itemId,
  title,
  page,
}: {
  readonly itemId: string;
  readonly title: string;
  readonly page: Page;
}) {
  const [parts, setParts] = useState<readonly string[]>([]);
  const [wanted, setWanted] = useState(1);
  const loaded = parts.length;
  useEffect(() => {
    if (loaded >= wanted) return;
    let current = true;
    call(holdfast.inside.text({ id: itemId, page: page.page, from: loaded * textAtATime })).then(
      ({ text }) => {
        if (current) setParts((before) => [...before, text]);
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [itemId, page.page, loaded, wanted]);
  const left = page.characters - loaded * textAtATime;
  return (
    <>
      <div className="body" tabIndex={0} role="region" aria-label={`The words of ${title}`}>
        {parts.map((text, index) => (
          <span key={index}>{text}</span>
        ))}
      </div>
      {loaded > 0 && left > 0 ? (
        <div className="more">
          <Button
            onPress={() => {
              setWanted(loaded + 1);
            }}
          >
            Show more
          </Button>
          <span className="quiet small">
            {Math.round((100 * loaded * textAtATime) / page.characters)} % is shown
          </span>
        </div>
      ) : null}
    </>
  );
}
