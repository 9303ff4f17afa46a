import { BookOpenText, ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { Input, TextField } from 'react-aria-components';
import { positionOf } from '../../../shared/domain/bundle/labels';
import type { Bundle } from '../../../shared/models/bundle';
import { IconButton } from '../../components/button';
import { EmptyState } from '../../components/parts';
import { bundlePageUrl } from '../../components/picture/media-url';
import { paperText as words } from '../../strings/bundle';

/** The finished file, page by page. */
export function Paper({
  bundle,
  page,
  onPage,
}: {
  readonly bundle: Bundle | null;
  readonly page: number;
  readonly onPage: (page: number) => void;
}) {
  if (bundle === null)
    return (
      <div className="paper">
        <EmptyState icon={<BookOpenText />} title={words.emptyTitle}>
          {words.empty}
        </EmptyState>
      </div>
    );
  return (
    <div className="paper">
      <div className="sheet" tabIndex={0} role="region" aria-label={words.region}>
        <img src={bundlePageUrl(bundle.id, page)} alt={words.alt(page, bundle.pages)} draggable={false} />
      </div>
      <div className="tools" role="group" aria-label={words.tools}>
        <IconButton
          label={words.previous}
          icon={<ChevronLeft aria-hidden />}
          isDisabled={page === 1}
          onPress={() => {
            onPage(page - 1);
          }}
        />
        <span className="num" role="status">
          {words.place(bundle.plan, page, bundle.pages)}
        </span>
        <IconButton
          label={words.next}
          icon={<ChevronRight aria-hidden />}
          isDisabled={page === bundle.pages}
          onPress={() => {
            onPage(page + 1);
          }}
        />
        <GoTo bundle={bundle} onPage={onPage} />
      </div>
    </div>
  );
}

/** A page by what is printed on it, or by its place in the file. */
function GoTo({ bundle, onPage }: { readonly bundle: Bundle; readonly onPage: (page: number) => void }) {
  const [text, setText] = useState('');
  const [lost, setLost] = useState<string | null>(null);
  const go = (event: SyntheticEvent): void => {
    event.preventDefault();
    const asked = text.trim();
    if (asked === '') return;
    const found = positionOf({ ...bundle.plan, pages: bundle.pages }, asked);
    setLost(found === null ? asked : null);
    if (found === null) return;
    onPage(found);
    setText('');
  };
  return (
    <form className="go-to" onSubmit={go}>
      <TextField
        aria-label={words.goTo}
        value={text}
        onChange={(next) => {
          setText(next);
          setLost(null);
        }}
        maxLength={12}
        isInvalid={lost !== null}
        validationBehavior="aria"
      >
        <Input className="input num" placeholder={words.goTo} autoComplete="off" spellCheck={false} />
      </TextField>
      <span className="problem small" role="status">
        {lost === null ? '' : words.noPage(lost)}
      </span>
    </form>
  );
}
