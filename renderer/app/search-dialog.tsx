import { BookUser, CalendarClock, Images, MessagesSquare } from 'lucide-react';
import { useState } from 'react';
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import { Dialog } from '../components/dialog';
import { SearchField } from '../components/fields';
import { searchKinds } from '../../shared/models/search';
import type { SearchHit } from '../../shared/models/search';
import { call, holdfast } from './bridge';
import { useQuery } from './hooks';
import { useNavigation } from './navigation';
import type { Route } from './navigation';

const headings: Readonly<Record<SearchHit['kind'], string>> = {
  entry: 'Entries of the chronology',
  exhibit: 'Exhibits, and the text in them',
  register: 'People, places and orders',
  message: 'Messages and calls',
};
const icons = { entry: CalendarClock, exhibit: Images, register: BookUser, message: MessagesSquare } as const;

const keyOf = ({ kind, id, position }: SearchHit): string => `${kind} ${id} ${position ?? ''}`;

function routeTo(hit: SearchHit, caseId: string, text: string): Route {
  switch (hit.kind) {
    case 'entry':
      return { name: 'chronology', caseId, entryId: hit.id };
    case 'exhibit':
      return { name: 'evidence-item', caseId, itemId: hit.id };
    case 'register':
      return { name: 'chronology', caseId, filter: { registerId: hit.id } };
    case 'message':
      return { name: 'messages', caseId, itemId: hit.id, text };
  }
}

/** Search of one case, as one types: entries, exhibits and the text in them, people, places and orders, messages and calls. */
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
  const sections = searchKinds
    .map((kind) => ({ id: kind, hits: hits.filter((hit) => hit.kind === kind) }))
    .filter((section) => section.hits.length > 0);
  return (
    <Dialog title="Search this case" isOpen onClose={onClose}>
      <SearchField label="Words, exhibit reference or file name" value={text} onChange={setText} />
      <p className="quiet small search-said" role="status">
        {text.trim() === '' || data === null
          ? '“Words in quotes” are looked for together.'
          : data.instead !== null
            ? `Nothing holds that. Shown instead: ${data.instead}`
            : hits.length === 0
              ? 'Nothing was found.'
              : `${hits.length} found${data.more.length > 0 ? ', and more' : ''}`}
      </p>
      <div className="results">
        <ListBox
          aria-label="Results"
          items={sections}
          selectionMode="none"
          onAction={(key) => {
            const hit = hits.find((each) => keyOf(each) === key);
            if (hit === undefined) return;
            onClose();
            go(routeTo(hit, caseId, looked));
          }}
          renderEmptyState={() => (
            <p className="quiet">
              {text.trim() === ''
                ? 'Type to search entries, exhibits and the text in them, people, and messages.'
                : 'Nothing was found.'}
            </p>
          )}
        >
          {(section) => (
            <ListBoxSection id={section.id}>
              <Header className="search-kind">{headings[section.id]}</Header>
              <Collection items={section.hits.map((hit) => ({ ...hit, key: keyOf(hit) }))}>
                {(hit) => <Hit id={hit.key} hit={hit} />}
              </Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </div>
      <div className="actions">
        <span className="quiet small grow">Escape closes.</span>
      </div>
    </Dialog>
  );
}

function Hit({ id, hit }: { readonly id: string; readonly hit: SearchHit }) {
  const Icon = icons[hit.kind];
  return (
    <ListBoxItem className="option" id={id} textValue={hit.title}>
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
    </ListBoxItem>
  );
}
