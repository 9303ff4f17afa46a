import { Check, File, FileText, ImageOff } from 'lucide-react';
import { useState } from 'react';
import { Checkbox } from 'react-aria-components';
import type { EvidenceItem } from '../../../shared/models/evidence';
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

export function ItemFlags({ item }: { readonly item: EvidenceItem }) {
  return (
    <>
      {item.dateConflict ? <Chip tone="amber">dates disagree</Chip> : null}
      {item.edited ? <Chip tone="amber">edited</Chip> : null}
      {item.preview === 'failed' ? <Chip tone="red">damaged</Chip> : null}
      {item.redactions > 0 ? <Chip>redacted copy</Chip> : null}
      {item.citedBy > 0 ? (
        <Chip tone="accent">in {item.citedBy === 1 ? '1 entry' : `${item.citedBy} entries`}</Chip>
      ) : null}
    </>
  );
}

/** One exhibit in the grid. */
export function ItemTile({ item, veiled }: { readonly item: EvidenceItem; readonly veiled: boolean }) {
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
          <ItemFlags item={item} />
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
