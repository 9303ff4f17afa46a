import { Check, File, FileText, ImageOff } from 'lucide-react';
import { useState } from 'react';
import { Checkbox } from 'react-aria-components';
import type { EvidenceItem } from '../../../shared/models/evidence';
import type { SameAs } from '../../../shared/models/likeness';
import { Chip } from '../../components/parts';
import { printBestDate } from '../../strings/dates';
import { thumbUrl } from './media-url';

export function SelectTick() {
  return (
    <Checkbox slot="selection" className="check" aria-label="Select">
      <span className="tick" aria-hidden>
        <Check strokeWidth={3} />
      </span>
    </Checkbox>
  );
}

export function ItemFlags({
  item,
  same = [],
}: {
  readonly item: EvidenceItem;
  readonly same?: SameAs['others'];
}) {
  const [first] = same;
  return (
    <>
      {first === undefined ? null : (
        <Chip tone={first.decided ? 'neutral' : 'amber'}>
          {first.decided ? 'same picture as' : 'looks the same as'} {first.exhibitRef}
          {same.length === 1 ? '' : ` and ${same.length - 1} more`}
        </Chip>
      )}
      {item.dateConflict ? <Chip tone="amber">dates disagree</Chip> : null}
      {item.edited ? <Chip tone="amber">edited</Chip> : null}
      {item.preview === 'failed' ? <Chip tone="red">damaged</Chip> : null}
      {item.citedBy > 0 ? (
        <Chip tone="accent">in {item.citedBy === 1 ? '1 entry' : `${item.citedBy} entries`}</Chip>
      ) : null}
    </>
  );
}

/** One exhibit in the grid. */
export function ItemTile({
  item,
  veiled,
  same,
}: {
  readonly item: EvidenceItem;
  readonly veiled: boolean;
  readonly same: SameAs['others'];
}) {
  const [failed, setFailed] = useState(false);
  const shown = item.preview === 'ready' && !failed;
  const Icon = item.kind === 'pdf' ? FileText : item.kind === 'image' ? ImageOff : File;
  return (
    <>
      <div className="thumb" style={item.tone === null ? {} : { background: item.tone }}>
        <div className="tick-corner">
          <SelectTick />
        </div>
        {shown ? (
          <img
            className={veiled && item.kind === 'image' ? 'veiled' : ''}
            src={thumbUrl(item.id)}
            alt=""
            draggable={false}
            onError={() => {
              setFailed(true);
            }}
          />
        ) : (
          <div className="none" style={{ background: 'var(--sunken)' }}>
            <Icon aria-hidden />
          </div>
        )}
        <div className="flags">
          <ItemFlags item={item} same={same} />
        </div>
      </div>
      <div className="words">
        <div className="one-line" dir="auto">
          <span className="ref">{item.exhibitRef}</span> {item.title}
        </div>
        <div className="one-line">{printBestDate(item.bestDate)}</div>
        <div className="one-line quiet small">{item.bestDate?.label ?? item.fileName}</div>
      </div>
    </>
  );
}
