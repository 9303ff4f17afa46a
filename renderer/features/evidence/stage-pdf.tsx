import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import { IconButton } from '../../components/button';
import { ItemTextLayer } from '../text/text-layer';
import { pageUrl, thumbUrl } from '../../components/picture/media-url';
import { PictureFrame } from './picture-frame';
import type { StageProps } from './stage-props';

/** One page of a document at a time. */
export function StagePdf({ item, ...props }: StageProps & { readonly item: EvidenceDetail }) {
  const { view } = props;
  const name = `${item.exhibitRef}, ${item.title}`;
  const where = `page ${view.page} of ${item.pages ?? 1}`;
  return (
    <PictureFrame
      {...props}
      src={props.hidden ? thumbUrl(item.id) : pageUrl(item.id, view.page)}
      alt={`${name}, ${where}`}
      label={`${name}, ${where}`}
      natural={null}
      meanwhile={null}
      whole={null}
      {...(props.hidden ? {} : { over: () => <ItemTextLayer itemId={item.id} page={view.page} /> })}
    />
  );
}

/** The way from page to page. */
export function PdfTools({
  pages,
  page,
  onPage,
}: {
  readonly pages: number;
  readonly page: number;
  readonly onPage: (page: number) => void;
}) {
  if (pages < 2) return null;
  return (
    <>
      <IconButton
        label="Previous page"
        icon={<ChevronLeft aria-hidden />}
        isDisabled={page === 1}
        onPress={() => {
          onPage(page - 1);
        }}
      />
      <span className="num pages" role="status">
        page {page} of {pages}
      </span>
      <IconButton
        label="Next page"
        icon={<ChevronRight aria-hidden />}
        isDisabled={page === pages}
        onPress={() => {
          onPage(page + 1);
        }}
      />
    </>
  );
}
