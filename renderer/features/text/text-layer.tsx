import type { Box } from '../../../shared/domain/suggestions/suggestion';
import type { Word } from '../../../shared/models/text';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useMarkedPlace } from './marked-place';
import './text.css';

/** Words of one line, in their order. */
function linesOf(words: readonly Word[]): readonly (readonly Word[])[] {
  const lines: Word[][] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line?.[0]?.line === word.line) line.push(word);
    else lines.push([word]);
  }
  return lines;
}

/**
 * The words of a page as text that can be selected, unseen above the picture, each where it stands. It fills the box it
 * is put in (which must be positioned, and as large as the picture) and grows with it. Screen readers are given the whole
 * text once, in the Text tab, and nothing here.
 */
export function TextLayer({
  words,
  width,
  height,
  mark = null,
}: {
  readonly words: readonly Word[];
  readonly width: number;
  readonly height: number;
  readonly mark?: Box | null;
}) {
  const room = Math.max(4, Math.round(Math.min(width, height) / 60));
  return (
    <svg className="text-layer" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden>
      {linesOf(words).map((line) => (
        <text key={line[0]?.line} xmlSpace="preserve">
          {line.map((word, index) => (
            <tspan
              key={index}
              x={word.x}
              y={word.y + word.h * 0.82}
              fontSize={Math.max(1, word.h)}
              textLength={Math.max(1, word.w)}
              lengthAdjust="spacingAndGlyphs"
            >
              {`${word.text} `}
            </tspan>
          ))}
        </text>
      ))}
      {mark === null ? null : (
        <rect
          className="mark"
          x={mark.x - room}
          y={mark.y - room}
          width={mark.w + 2 * room}
          height={mark.h + 2 * room}
          rx={room}
          vectorEffect="non-scaling-stroke"
        />
      )}
    </svg>
  );
}

/** The text layer of one page of an item, read from the vault; nothing while there is no text with places. */
export function ItemTextLayer({ itemId, page }: { readonly itemId: string; readonly page: number }) {
  const { data } = useQuery(
    `text-layer-${itemId} ${page}`,
    () => call(holdfast.text.item({ id: itemId, from: page })),
    ['text'],
  );
  const place = useMarkedPlace(itemId);
  const text = data?.pages.find((each) => each.page === page);
  if (text === undefined || text.width === null || text.height === null) return null;
  return (
    <TextLayer
      words={text.words}
      width={text.width}
      height={text.height}
      mark={place?.page === page ? place.box : null}
    />
  );
}
