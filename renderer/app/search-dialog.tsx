import { BookUser, CalendarClock, Folder, Images, MessagesSquare, NotebookPen } from 'lucide-react';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Dialog } from '../components/dialog';
import { SearchField } from '../components/fields';
import type { SearchHit } from '../../shared/models/search';
import { call, holdfast } from '../kit/bridge';
import { notLookedForText } from '../strings/entry-filter';
import { searchHeading, searchWords } from '../strings/search';
import { useQuery } from '../kit/hooks';
import { useNavigation } from '../kit/navigation';
import type { Route } from '../kit/navigation';

const icons = {
  entry: CalendarClock,
  exhibit: Images,
  record: NotebookPen,
  message: MessagesSquare,
} as const;
const recordIcons: Readonly<Record<string, typeof NotebookPen>> = { case: Folder, register: BookUser };

const keyOf = ({ kind, id, position }: SearchHit): string => `${kind} ${id} ${position ?? ''}`;

function routeTo(hit: SearchHit, caseId: string, text: string): Route {
  switch (hit.kind) {
    case 'entry':
      return { name: 'chronology', caseId, entryId: hit.id };
    case 'exhibit':
      return { name: 'evidence-item', caseId, itemId: hit.id };
    case 'record':
      return routeToRecord(hit, caseId);
    case 'message':
      return { name: 'messages', caseId, itemId: hit.id, text };
  }
}

/** Where a record is read: beside the exhibit that it is about, or on the screen of its kind. */
function routeToRecord({ id, record, itemId }: SearchHit, caseId: string): Route {
  if (itemId !== null) return { name: 'evidence-item', caseId, itemId };
  switch (record ?? '') {
    case 'register':
      return { name: 'chronology', caseId, filter: { registerId: id } };
    case 'view':
      return { name: 'chronology', caseId };
    case 'run':
      return { name: 'likeness', caseId, part: 'conversations', runId: id };
    case 'producer':
      return { name: 'evidence', caseId };
    default:
      return { name: 'case', caseId };
  }
}

/** Moves the focus to the next thing found, or the one before; from the first back to the words. */
function step(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('input, .hit')];
  const at = all.findIndex((each) => each === document.activeElement);
  const next = all[at + by];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/**
 * Search of one case, as one types: entries, exhibits and the text in them, records of every kind, messages and calls. The
 * results are plain buttons: a list of the library takes twice as long to draw, and every key waits for it.
 */
export function SearchDialog({ caseId, onClose }: { readonly caseId: string; readonly onClose: () => void }) {
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
    go(routeTo(hit, caseId, looked));
  };
  return (
    <Dialog title={searchWords.title} isOpen onClose={onClose}>
      <div
        onKeyDown={step}
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
        <p className="quiet small search-said" role="status">
          {text.trim() === '' || data === null
            ? searchWords.beforeTyping
            : data.instead !== null
              ? searchWords.instead(data.instead)
              : hits.length === 0
                ? searchWords.nothing
                : searchWords.found(hits.length, data.more.length > 0)}
          {data === null || data.notLookedFor.length === 0
            ? ''
            : searchWords.notLookedFor(notLookedForText(data.notLookedFor))}
        </p>
        <Results hits={hits} open={open} />
      </div>
      <div className="actions">
        <span className="quiet small grow">{searchWords.keys}</span>
      </div>
    </Dialog>
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
