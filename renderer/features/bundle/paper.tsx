import { BookOpenText, ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { Bundle } from '../../../shared/models/bundle';
import { IconButton } from '../../components/button';
import { EmptyState } from '../../components/parts';
import { bundlePageUrl } from '../../components/picture/media-url';

/** The finished file, page by page. */
export function Paper({ bundle }: { readonly bundle: Bundle | null }) {
  const [page, setPage] = useState(1);
  if (bundle === null) {
    return (
      <div className="paper">
        <EmptyState icon={<BookOpenText />} title="Not built yet">
          Choose what goes in and in what order, then build. The pages are shown here before anything leaves
          the vault.
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="paper">
      <div className="sheet" tabIndex={0} role="region" aria-label="Pages of the bundle">
        <img src={bundlePageUrl(bundle.id, page)} alt={`Page ${page} of ${bundle.pages}`} draggable={false} />
      </div>
      <div className="tools" role="group" aria-label="Pages">
        <IconButton
          label="Previous page"
          icon={<ChevronLeft aria-hidden />}
          isDisabled={page === 1}
          onPress={() => {
            setPage(page - 1);
          }}
        />
        <span className="num" role="status">
          page {page} of {bundle.pages}
        </span>
        <IconButton
          label="Next page"
          icon={<ChevronRight aria-hidden />}
          isDisabled={page === bundle.pages}
          onPress={() => {
            setPage(page + 1);
          }}
        />
      </div>
    </div>
  );
}
