import { Check, ImageOff } from 'lucide-react';
import { useState } from 'react';
import { Checkbox } from 'react-aria-components';
import { clockDuration } from '../../../shared/domain/duration';
import { factName } from '../../../shared/domain/facts/fact-names';
import type { EvidenceItem } from '../../../shared/models/evidence';
import type { TextFound } from '../../../shared/models/text';
import type { SameAs } from '../../../shared/models/likeness';
import { Chip } from '../../components/parts';
import { printBestDate } from '../../strings/dates';
import { documentChip } from '../../strings/documents';
import { classChip } from '../../strings/leaving';
import { otherRefs } from '../../strings/exhibits';
import { KindIcon } from './kind-icon';
import { Snippet } from '../text/snippet';
import { thumbUrl } from '../../components/picture/media-url';

export function SelectTick() {
  return (
    <Checkbox slot="selection" className="check" aria-label="Select">
      <span className="tick" aria-hidden>
        <Check strokeWidth={3} />
      </span>
    </Checkbox>
  );
}

/** What stands out about an exhibit. */
export function ItemFlags({
  item,
  same = [],
}: {
  readonly item: EvidenceItem;
  readonly same?: SameAs['others'];
}) {
  return (
    <>
      <SameFlag same={same} />
      {item.document === null ? null : <Chip tone="accent">{documentChip[item.document.what]}</Chip>}
      {item.dateConflict ? <Chip tone="amber">dates disagree</Chip> : null}
      {item.edited ? <Chip tone="amber">edited</Chip> : null}
      {item.preview === 'failed' ? <Chip tone="red">damaged</Chip> : null}
      <ContentFlags item={item} />
      {item.parentRef === null ? null : <Chip>came in {item.parentRef}</Chip>}
      {item.redactions > 0 ? <Chip>redacted copy</Chip> : null}
      {item.itemClass === null || item.itemClass === 'own' ? null : (
        <Chip tone="plum">{classChip[item.itemClass]}</Chip>
      )}
      {item.citedBy > 0 ? (
        <Chip tone="accent">in {item.citedBy === 1 ? '1 entry' : `${item.citedBy} entries`}</Chip>
      ) : null}
    </>
  );
}

/** Other exhibits that show the same. */
function SameFlag({ same: [first, ...more] }: { readonly same: SameAs['others'] }) {
  if (first === undefined) return null;
  return (
    <Chip tone={first.decided ? 'neutral' : 'amber'}>
      {first.decided ? 'same picture as' : 'looks the same as'} {first.exhibitRef}
      {more.length === 0 ? '' : ` and ${more.length} more`}
    </Chip>
  );
}

/** How much is in the file beyond one picture. */
function ContentFlags({
  item: { kind, pages, pictures, durationMs, insideCount },
}: {
  readonly item: EvidenceItem;
}) {
  return (
    <>
      {kind === 'image' && pages !== null && pages > 1 ? <Chip>{pages} pages</Chip> : null}
      {pictures === null ? null : <Chip>first of {pictures} pictures</Chip>}
      {durationMs === null ? null : <Chip>{clockDuration(durationMs)}</Chip>}
      {insideCount > 0 ? <Chip>{insideCount} inside</Chip> : null}
    </>
  );
}

/** One exhibit in the grid. */
export function ItemTile({
  item,
  veiled,
  same,
}: {
  readonly item: EvidenceItem & { readonly found?: TextFound | null };
  readonly veiled: boolean;
  readonly same: SameAs['others'];
}) {
  const [failed, setFailed] = useState(false);
  const shown = item.preview === 'ready' && !failed;
  return (
    <>
      <div className="thumb" style={item.tone === null ? {} : { background: item.tone }}>
        <div className="tick-corner">
          <SelectTick />
        </div>
        {shown ? (
          <img
            className={veiled ? 'veiled' : ''}
            src={thumbUrl(item.id)}
            alt=""
            draggable={false}
            onError={() => {
              setFailed(true);
            }}
          />
        ) : (
          <div className="none" style={{ background: 'var(--sunken)' }}>
            {item.kind === 'image' ? <ImageOff aria-hidden /> : <KindIcon kind={item.kind} />}
          </div>
        )}
        <div className="flags">
          <ItemFlags item={item} same={same} />
        </div>
      </div>
      <div className="words">
        <NameLine item={item} />
        <div className="one-line">{printBestDate(item.bestDate)}</div>
        <div className="one-line quiet small">
          {item.found == null || item.found.snippet.length === 0 ? (
            item.bestDate === null ? (
              item.fileName
            ) : (
              factName(item.bestDate)
            )
          ) : (
            <Snippet found={item.found} />
          )}
        </div>
      </div>
    </>
  );
}

/** Its references, ours first, and what it is called. */
function NameLine({ item }: { readonly item: EvidenceItem }) {
  const others = otherRefs(item);
  return (
    <div className="one-line" dir="auto">
      <span className="ref">{item.exhibitRef}</span>
      {others === '' ? null : <span className="quiet"> ({others})</span>} {item.title}
    </div>
  );
}
