import { PenLine, Plus } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { Suggestion } from '../../../shared/domain/suggestions/suggestion';
import { suggest } from '../../../shared/domain/suggestions/suggest';
import { layOut } from '../../../shared/domain/text/layout';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import type { PageText as Page } from '../../../shared/models/text';
import { useNavigation } from '../../kit/navigation';
import { Button, TextLink } from '../../components/button';
import { today } from '../../kit/today';
import { printDay } from '../../strings/dates';
import { trustText, unsureBelow } from '../../strings/text';
import { CorrectDialog } from './correct-dialog';
import { markPlace, useMarkedPlace } from './marked-place';
import { SuggestionsList } from './suggestions-list';
import { UseAsShownDialog } from './use-as-shown-dialog';

/** A quotation of an entry may be so long. */
const longestQuote = 20_000;

/** The machine's words, those it was unsure of marked. */
function ReadWords({ page }: { readonly page: Page }) {
  const { text, spans } = useMemo(() => layOut(page.words), [page.words]);
  if (text !== page.text) return <>{page.text}</>;
  return (
    <>
      {spans.map(({ word, start, end }, index) => {
        const between = text.slice(index === 0 ? 0 : (spans[index - 1]?.end ?? 0), start);
        const isUnsure = word.confidence !== null && word.confidence < unsureBelow;
        return isUnsure ? (
          <span key={start}>
            {between}
            <span className="unsure">{text.slice(start, end)}</span>
          </span>
        ) : (
          `${between}${text.slice(start, end)}`
        );
      })}
    </>
  );
}

/** The text of one page: as read or as corrected, what may be made of it, and what was found in it. */
export function PageTextPart({ item, page }: { readonly item: EvidenceDetail; readonly page: Page }) {
  const body = useRef<HTMLDivElement>(null);
  const [asRead, setAsRead] = useState(false);
  const { correction } = page;
  const isRead = correction === null || asRead;
  const shown = isRead ? page.text : correction.text;
  const hasPages = (item.pages ?? 1) > 1;

  /** What is selected in this page's text, or all of it. */
  function selected(): string {
    const selection = window.getSelection();
    const inside = selection !== null && body.current?.contains(selection.anchorNode) === true;
    const words = inside ? selection.toString().trim() : '';
    return (words === '' ? shown : words).slice(0, longestQuote);
  }

  return (
    <section className="page-text" aria-label={hasPages ? `Text of page ${page.page}` : 'Text'}>
      {hasPages ? <h2 className="page-number">Page {page.page}</h2> : null}
      <Trust page={page} isRead={isRead} />
      {shown === '' ? null : (
        <div
          className="read-text wrap-anywhere"
          dir="auto"
          ref={body}
          tabIndex={0}
          role="region"
          aria-label={hasPages ? `What page ${page.page} says` : 'What it says'}
        >
          {isRead ? <ReadWords page={page} /> : correction.text}
        </div>
      )}
      <div className="row">
        <Correct item={item} page={page} />
        {shown === '' ? null : <EntryFromText item={item} quote={selected} />}
        {correction === null ? null : (
          <TextLink
            onPress={() => {
              setAsRead(!asRead);
            }}
          >
            {asRead ? 'Show the correction' : 'Show what the computer read'}
          </TextLink>
        )}
      </div>
      <FoundInText item={item} page={page} />
    </section>
  );
}

/** How far what is shown can be trusted: the machine's reading, or what a person made of it. */
function Trust({
  page,
  page: { correction, words },
  isRead,
}: {
  readonly page: Page;
  /** Whether what was read is shown, and not the correction. */
  readonly isRead: boolean;
}) {
  const isUnsure = isRead && words.some(({ confidence }) => confidence !== null && confidence < unsureBelow);
  return (
    <p className="quiet small">
      {correction === null || isRead
        ? trustText(page)
        : `Corrected by ${correction.author} on ${printDay(correction.at)}.`}
      {isUnsure ? ' Words with dots below were hard to read.' : ''}
    </p>
  );
}

function Correct({ item, page }: { readonly item: EvidenceDetail; readonly page: Page }) {
  const [isCorrecting, setCorrecting] = useState(false);
  return (
    <>
      <Button
        icon={<PenLine aria-hidden />}
        onPress={() => {
          setCorrecting(true);
        }}
      >
        Correct
      </Button>
      {isCorrecting ? (
        <CorrectDialog
          item={item}
          page={page}
          onClose={() => {
            setCorrecting(false);
          }}
        />
      ) : null}
    </>
  );
}

function EntryFromText({
  item: { id, caseId },
  quote,
}: {
  readonly item: EvidenceDetail;
  readonly quote: () => string;
}) {
  const { go } = useNavigation();
  return (
    <Button
      icon={<Plus aria-hidden />}
      onPress={() => {
        go({ name: 'chronology', caseId, draftFrom: [id], quote: quote() });
      }}
    >
      New entry from this text
    </Button>
  );
}

/** Times, numbers and names that stand in the text: shown where they are, or used as what the picture shows. */
function FoundInText({ item, page }: { readonly item: EvidenceDetail; readonly page: Page }) {
  const [using, setUsing] = useState<Suggestion | null>(null);
  const [chosen, setChosen] = useState<Suggestion | null>(null);
  const place = useMarkedPlace(item.id);
  const suggestions = useMemo(() => suggest(page, today()), [page]);
  const isMarked = (box: Suggestion['box']): boolean =>
    box !== null && place?.page === page.page && place.box === box;
  return (
    <>
      <SuggestionsList
        suggestions={suggestions}
        chosen={chosen !== null && isMarked(chosen.box) ? chosen : null}
        onUse={setUsing}
        onShow={(each) => {
          if (each.box === null) return;
          setChosen(each);
          markPlace(isMarked(each.box) ? null : { itemId: item.id, page: page.page, box: each.box });
        }}
      />
      {using === null ? null : (
        <UseAsShownDialog
          item={item}
          page={page.page}
          suggestion={using}
          onClose={() => {
            setUsing(null);
          }}
        />
      )}
    </>
  );
}
