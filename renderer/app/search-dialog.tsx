import { CalendarClock, Images } from 'lucide-react';
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { Dialog } from '../components/dialog';
import { SearchField } from '../components/fields';
import { Snippet } from '../features/text/snippet';
import type { TextFound } from '../../shared/models/text';
import { call, holdfast } from './bridge';
import { useQuery } from './hooks';
import { useNavigation } from './navigation';

const mostShown = 40;

interface Hit {
  readonly id: string;
  readonly kind: 'entry' | 'item';
  readonly title: string;
  readonly detail: string;
  readonly found: TextFound | null;
}

async function search(caseId: string, text: string): Promise<readonly Hit[]> {
  if (text.trim() === '') return [];
  const [entries, items] = await Promise.all([
    call(holdfast.chronology.list({ caseId, search: text, order: 'newest' })),
    call(holdfast.evidence.list({ caseId, search: text })),
  ]);
  return [
    ...entries.map(({ id, title, printedDate }) => ({
      id,
      kind: 'entry' as const,
      title,
      detail: printedDate,
      found: null,
    })),
    ...items.map(({ id, title, exhibitRef, fileName, found }) => ({
      id,
      kind: 'item' as const,
      title: `${exhibitRef} ${title}`,
      detail: fileName,
      found,
    })),
  ].slice(0, mostShown);
}

/** Search of one case: chronology entries and evidence, by words (those in pictures too), exhibit reference or file name. */
export function SearchDialog({ caseId, onClose }: { readonly caseId: string; readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const { go } = useNavigation();
  const { data } = useQuery(`search-${caseId}|${text}`, () => search(caseId, text));
  return (
    <Dialog title="Search this case" isOpen onClose={onClose}>
      <SearchField label="Words, exhibit reference or file name" value={text} onChange={setText} />
      <div className="results">
        <ListBox
          aria-label="Results"
          items={data ?? []}
          selectionMode="none"
          onAction={(key) => {
            const hit = data?.find(({ id }) => id === key);
            if (hit === undefined) return;
            onClose();
            go(
              hit.kind === 'entry'
                ? { name: 'chronology', caseId, entryId: hit.id }
                : { name: 'evidence-item', caseId, itemId: hit.id },
            );
          }}
          renderEmptyState={() => (
            <p className="quiet">
              {text.trim() === ''
                ? 'Type to search entries, evidence and the text in it.'
                : 'Nothing was found.'}
            </p>
          )}
        >
          {(hit) => (
            <ListBoxItem className="option" id={hit.id} textValue={hit.title}>
              {hit.kind === 'entry' ? (
                <CalendarClock size={17} aria-hidden />
              ) : (
                <Images size={17} aria-hidden />
              )}
              <span className="grow wrap-anywhere" dir="auto">
                <strong>{hit.title}</strong>
                <br />
                <span className="quiet small">
                  {hit.found === null ? hit.detail : <Snippet found={hit.found} />}
                </span>
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </div>
      <div className="actions">
        <span className="quiet small grow">Escape closes.</span>
      </div>
    </Dialog>
  );
}
