import { BookUser, CalendarClock, Folder, Images, MessagesSquare, NotebookPen } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { SearchField } from '../components/fields';
import type { SearchHit, SearchResult } from '../../shared/models/search';
import { call, holdfast } from '../kit/bridge';
import { notLookedForText } from '../strings/entry-filter';
import { searchHeading, searchWords } from '../strings/search';
import { useQuery } from '../kit/hooks';
import { useNavigation } from '../kit/navigation';
import { routeToHit, stepThrough } from './search-route';

const icons = {
  entry: CalendarClock,
  exhibit: Images,
  record: NotebookPen,
  message: MessagesSquare,
} as const;
const recordIcons: Readonly<Record<string, typeof NotebookPen>> = { case: Folder, register: BookUser };

const keyOf = ({ kind, id, position }: SearchHit): string => `${kind} ${id} ${position ?? ''}`;

/**
 * Search of one case, as one types: entries, exhibits and the text in them, records of every kind, messages and calls. The
 * results are plain buttons: a list of the library takes twice as long to draw, and every key waits for it.
 */
export function SearchDialog({
  caseId,
  onEveryCase,
  onClose,
}: {
  readonly caseId: string;
  /** Goes on in all cases. */
  readonly onEveryCase: () => void;
  readonly onClose: () => void;
}) {
  const [text, setText] = useState('');
  const { go } = useNavigation();
  const { data } = useQuery(`search-${caseId}|${text}`, () =>
    text.trim() === ''
      ? Promise.resolve(null)
      : call(holdfast.search.everything({ caseId, text: text.slice(0, 200) })),
  );
  const hits = data?.hits ?? [];
  const looked = data?.instead ?? text;
  const open = (hit: SearchHit | undefined): void => {
    if (hit === undefined) return;
    onClose();
    go(routeToHit(hit, caseId, looked));
  };
  return (
    <Dialog title={searchWords.title} isOpen onClose={onClose}>
      <div
        onKeyDown={stepThrough}
        onKeyDownCapture={({ key }) => {
          // Before the box, which would only empty itself.
          if (key === 'Escape') onClose();
        }}
      >
        <SearchField
          label={searchWords.label}
          value={text}
          onChange={setText}
          autoFocus
          onSubmit={() => {
            open(hits[0]);
          }}
        />
        <Said text={text} data={data} />
        <Results hits={hits} open={open} />
      </div>
      <div className="actions">
        <span className="quiet small grow">{searchWords.keys}</span>
        <Button variant="quiet" onPress={onEveryCase}>
          {searchWords.everyCase}
        </Button>
      </div>
    </Dialog>
  );
}

/** What came of looking. */
function Said({ text, data }: { readonly text: string; readonly data: SearchResult | null }) {
  return (
    <p className="quiet small search-said" role="status">
      {text.trim() === '' || data === null
        ? searchWords.beforeTyping
        : data.instead !== null
          ? searchWords.instead(data.instead)
          : data.hits.length === 0
            ? searchWords.nothing
            : searchWords.found(data.hits.length, data.more.length > 0)}
      {data === null || data.notLookedFor.length === 0
        ? ''
        : searchWords.notLookedFor(notLookedForText(data.notLookedFor))}
    </p>
  );
}

function Hit({ hit, onOpen }: { readonly hit: SearchHit; readonly onOpen: (hit: SearchHit) => void }) {
  const Icon = recordIcons[hit.record ?? ''] ?? icons[hit.kind];
  return (
    <button
      type="button"
      className="option hit"
      onClick={() => {
        onOpen(hit);
      }}
    >
      <Icon size={17} aria-hidden />
      <span className="grow wrap-anywhere" dir="auto">
        <strong>{hit.title}</strong> <span className="quiet small">{hit.detail}</span>
        {hit.snippet.length === 0 ? null : (
          <>
            <br />
            <span className="small">
              {hit.snippet.map((part, index) =>
                part.found ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
              )}
            </span>
          </>
        )}
      </span>
    </button>
  );
}

/** What was found, kind by kind. */
function Results({
  hits,
  open,
}: {
  readonly hits: readonly SearchHit[];
  readonly open: (hit: SearchHit) => void;
}) {
  const headings = [...new Set(hits.map(searchHeading))];
  return (
    <div className="results">
      {headings.map((heading) => (
        <section key={heading} aria-label={heading}>
          <h3 className="search-kind">{heading}</h3>
          <ul>
            {hits
              .filter((hit) => searchHeading(hit) === heading)
              .map((hit) => (
                <li key={keyOf(hit)}>
                  <Hit hit={hit} onOpen={open} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
