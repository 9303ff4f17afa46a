import { BookUser, CalendarClock, Folder, Images, MessagesSquare } from 'lucide-react';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Dialog } from '../components/dialog';
import { SearchField } from '../components/fields';
import { searchKinds } from '../../shared/models/search';
import type { SearchHit } from '../../shared/models/search';
import { call, holdfast } from '../kit/bridge';
import { notLookedForText } from '../strings/entry-filter';
import { useQuery } from '../kit/hooks';
import { useNavigation } from '../kit/navigation';
import type { Route } from '../kit/navigation';

const headings: Readonly<Record<SearchHit['kind'], string>> = {
  entry: 'Entries of the chronology',
  exhibit: 'Exhibits, and the text in them',
  register: 'People, places and orders',
  record: 'The case itself',
  message: 'Messages and calls',
};
const icons = {
  entry: CalendarClock,
  exhibit: Images,
  register: BookUser,
  record: Folder,
  message: MessagesSquare,
} as const;

const keyOf = ({ kind, id, position }: SearchHit): string => `${kind} ${id} ${position ?? ''}`;

function routeTo(hit: SearchHit, caseId: string, text: string): Route {
  switch (hit.kind) {
    case 'entry':
      return { name: 'chronology', caseId, entryId: hit.id };
    case 'exhibit':
      return { name: 'evidence-item', caseId, itemId: hit.id };
    case 'register':
      return { name: 'chronology', caseId, filter: { registerId: hit.id } };
    case 'record':
      return { name: 'case', caseId };
    case 'message':
      return { name: 'messages', caseId, itemId: hit.id, text };
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
 * Search of one case, as one types: entries, exhibits and the text in them, people, places and orders, messages and calls. The
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
    <Dialog title="Search this case" isOpen onClose={onClose}>
      <div
        onKeyDown={step}
        onKeyDownCapture={({ key }) => {
          // Before the box, which would only empty itself.
          if (key === 'Escape') onClose();
        }}
      >
        <SearchField
          label="Words, exhibit reference or file name"
          value={text}
          onChange={setText}
          autoFocus
          onSubmit={() => {
            open(hits[0]);
          }}
        />
        <p className="quiet small search-said" role="status">
          {text.trim() === '' || data === null
            ? 'Entries, exhibits and the text in them, people, and messages. “Words in quotes” are looked for together.'
            : data.instead !== null
              ? `Nothing holds that. Shown instead: ${data.instead}`
              : hits.length === 0
                ? 'Nothing was found.'
                : `${hits.length} found${data.more.length > 0 ? ', and more' : ''}.`}
          {data === null || data.notLookedFor.length === 0
            ? ''
            : ` ${notLookedForText(data.notLookedFor)} in entries, texts and messages.`}
        </p>
        <Results hits={hits} open={open} />
      </div>
      <div className="actions">
        <span className="quiet small grow">Arrow keys go through what was found. Escape closes.</span>
      </div>
    </Dialog>
  );
}

function Hit({ hit, onOpen }: { readonly hit: SearchHit; readonly onOpen: (hit: SearchHit) => void }) {
  const Icon = icons[hit.kind];
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
  return (
    <div className="results">
      {searchKinds.map((kind) => {
        const some = hits.filter((hit) => hit.kind === kind);
        return some.length === 0 ? null : (
          <section key={kind} aria-label={headings[kind]}>
            <h3 className="search-kind">{headings[kind]}</h3>
            <ul>
              {some.map((hit) => (
                <li key={keyOf(hit)}>
                  <Hit hit={hit} onOpen={open} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
