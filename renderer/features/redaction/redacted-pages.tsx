import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Redaction } from '../../../shared/models/redaction';
import { IconButton } from '../../components/button';
import { redactedUrl } from '../../components/picture/media-url';
import { useVeil } from '../../components/picture/veil';
import { VeilCover } from './veil-cover';

/** A redacted copy as it is stored, page by page. */
export function RedactedPages({
  redaction,
  exhibitRef,
  tools = null,
}: {
  readonly redaction: Redaction;
  readonly exhibitRef: string;
  readonly tools?: ReactNode;
}) {
  const { veiled } = useVeil();
  const [revealed, setRevealed] = useState(false);
  const [page, setPage] = useState(redaction.boxes[0]?.page ?? 1);
  const pages = redaction.made.pages.length;
  const hidden = veiled && !revealed && redaction.mime !== 'application/pdf';
  const name = `${exhibitRef}, redacted copy, version ${redaction.version}`;
  return (
    <div className="stage">
      <div className="stage-room">
        <div className="view" tabIndex={0} role="region" aria-label={name}>
          <img
            key={`${redaction.id} ${page}`}
            className={`fit${hidden ? ' veiled' : ''}`}
            src={redactedUrl(redaction.id, page)}
            alt={`${name}${pages > 1 ? `, page ${page} of ${pages}` : ''}`}
            draggable={false}
          />
        </div>
        {hidden ? (
          <VeilCover
            onReveal={() => {
              setRevealed(true);
            }}
          />
        ) : null}
      </div>
      {pages === 1 && tools === null ? null : (
        <div className="tools" role="group" aria-label="Redacted copy">
          {tools}
          {pages === 1 ? null : <PageButtons page={page} pages={pages} setPage={setPage} />}
        </div>
      )}
    </div>
  );
}

/** Which page it is, and the ones beside it. */
function PageButtons({
  page,
  pages,
  setPage,
}: {
  readonly page: number;
  readonly pages: number;
  readonly setPage: (page: number) => void;
}) {
  return (
    <>
      <IconButton
        label="Previous page"
        icon={<ChevronLeft aria-hidden />}
        isDisabled={page === 1}
        onPress={() => {
          setPage(page - 1);
        }}
      />
      <span className="num" style={{ alignSelf: 'center' }} role="status">
        page {page} of {pages}
      </span>
      <IconButton
        label="Next page"
        icon={<ChevronRight aria-hidden />}
        isDisabled={page === pages}
        onPress={() => {
          setPage(page + 1);
        }}
      />
    </>
  );
}
