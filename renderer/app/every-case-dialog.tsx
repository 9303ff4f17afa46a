import { Folder } from 'lucide-react';
import { useState } from 'react';
import type { CaseFound, CaseHit } from '../../shared/models/search';
import { Dialog } from '../components/dialog';
import { SearchField } from '../components/fields';
import { call, holdfast } from '../kit/bridge';
import { useQuery } from '../kit/hooks';
import { useNavigation } from '../kit/navigation';
import type { Route } from '../kit/navigation';
import { notLookedForText } from '../strings/entry-filter';
import { searchHeading, searchWords as words } from '../strings/search';
import { routeToHit, stepThrough } from './search-route';

/**
 * Search over all cases, as one types. It names cases and how much of what was found in them, and shows nothing of what is written
 * there: the words of one client are not to stand on the screen while another is looked for.
 */
export function EveryCaseDialog({ onClose }: { readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const { go } = useNavigation();
  const { data } = useQuery(`every-case|${text}`, () =>
    text.trim() === ''
      ? Promise.resolve(null)
      : call(holdfast.search.everyCase({ text: text.slice(0, 200) })),
  );
  const cases = text.trim() === '' ? [] : (data?.cases ?? []);
  const open = (route: Route): void => {
    onClose();
    go(route);
  };
  const said = (): string => {
    if (text.trim() === '' || data === null) return words.beforeEveryCase;
    const unread =
      data.notLookedFor.length === 0 ? '' : words.notLookedFor(notLookedForText(data.notLookedFor));
    if (cases.length === 0) return `${words.nothing}${unread}`;
    return `${words.foundCases(cases.length)}${data.more === 0 ? '' : words.moreCases(data.more)}${unread}`;
  };
  return (
    <Dialog title={words.everyCase} isOpen onClose={onClose}>
      <div
        onKeyDown={stepThrough}
        onKeyDownCapture={({ key }) => {
          // Before the box, which would only empty itself.
          if (key === 'Escape') onClose();
        }}
      >
        <SearchField
          label={words.everyCaseLabel}
          value={text}
          onChange={setText}
          autoFocus
          onSubmit={() => {
            const [first] = cases;
            if (first !== undefined) open({ name: 'case', caseId: first.caseId });
          }}
        />
        <p className="quiet small search-said" role="status">
          {said()}
        </p>
        <div className="results">
          {cases.map((found) => (
            <FoundCase key={found.caseId} found={found} text={text} onOpen={open} />
          ))}
        </div>
      </div>
      <div className="actions">
        <span className="quiet small grow">{words.keys}</span>
      </div>
    </Dialog>
  );
}

const keyOf = ({ kind, record }: CaseHit): string => `${kind} ${record ?? ''}`;

function FoundCase({
  found: { caseId, reference, alias, hits },
  text,
  onOpen,
}: {
  readonly found: CaseFound;
  readonly text: string;
  readonly onOpen: (route: Route) => void;
}) {
  return (
    <section aria-label={reference}>
      <h3 className="search-kind">
        <bdi>{reference}</bdi> <bdi>“{alias}”</bdi>
      </h3>
      <ul>
        {hits.map((hit) => (
          <li key={keyOf(hit)}>
            <button
              type="button"
              className="option hit"
              onClick={() => {
                onOpen(routeToHit(hit, caseId, text));
              }}
            >
              <Folder size={17} aria-hidden />
              <span className="grow">{words.hitOf(searchHeading(hit), hit.count)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
