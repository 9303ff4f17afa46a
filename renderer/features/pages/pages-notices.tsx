import type { PagesState } from '../../../shared/contract/pages-methods';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { Button } from '../../components/button';
import { Notice } from '../../components/parts';
import { pagesText as words } from '../../strings/pages';
import { HeldFiles } from './held-files';
import { LockedPdf } from './locked-pdf';
import { TurnedPages } from './turned-pages';
import './pages.css';

/** Above an exhibit: what is to be said, asked and done about its pages as they were sent. Nothing where nothing is. */
export function PagesNotices({ item }: { readonly item: EvidenceDetail }) {
  const { data } = useQuery(`pages-${item.id}`, () => call(holdfast.pages.state({ id: item.id })), [
    'evidence',
    'text',
  ]);
  if (data === null || isPlain(data)) return null;
  return (
    <section className="pages-notices stack" aria-label={words.region}>
      {data.locked === 'password' ? <LockedPdf key={item.id} itemId={item.id} /> : null}
      {data.locked === 'certificate' ? (
        <Notice tone="amber" title={words.certificateTitle}>
          {words.certificate}
        </Notice>
      ) : null}
      {data.opened === null ? null : (
        <p className="quiet small">{words.opened(data.opened.by, data.opened.at)}</p>
      )}
      {data.marked.length === 0 ? null : <Marked item={item} pages={data.marked} />}
      {data.files === 0 || data.locked !== 'no' ? null : (
        <HeldFiles key={item.id} item={item} count={data.files} />
      )}
      <TurnedPages item={item} state={data} />
    </section>
  );
}

function isPlain({ locked, opened, files, ...pages }: PagesState): boolean {
  const asked = pages.toTurn.length + pages.toStraighten.length + pages.turns.length;
  return locked === 'no' && opened === null && files + pages.marked.length + asked === 0;
}

function Marked({ item, pages }: { readonly item: EvidenceDetail; readonly pages: readonly number[] }) {
  const { go } = useNavigation();
  return (
    <Notice
      tone="amber"
      title={words.markedTitle(pages)}
      actions={
        item.preview === 'ready' ? (
          <Button
            onPress={() => {
              go({ name: 'redact', caseId: item.caseId, itemId: item.id });
            }}
          >
            {words.redact}
          </Button>
        ) : undefined
      }
    >
      {words.marked}
    </Notice>
  );
}
