import type { CSSProperties } from 'react';
import type { RunPiece } from '../../../shared/models/likeness';
import { previewUrl } from '../../components/picture/media-url';

/** Some rows of an original, clipped by the page: nothing is cut out of it or stored again. */
export function Slice({
  piece: { item, top, bottom },
  veiled,
}: {
  readonly piece: RunPiece;
  readonly veiled: boolean;
}) {
  const rows = Math.max(1, bottom - top);
  const clip: CSSProperties = { aspectRatio: `${item.width} / ${rows}` };
  const shift: CSSProperties = {
    top: `${(-100 * top) / rows}%`,
    height: `${(100 * item.height) / rows}%`,
  };
  return (
    <div className="clip" style={clip}>
      <img
        className={veiled ? 'veiled' : ''}
        src={previewUrl(item.id)}
        alt={`${item.exhibitRef}, rows ${top + 1} to ${bottom} of ${item.height}`}
        style={shift}
        loading="lazy"
        decoding="async"
        draggable={false}
      />
    </div>
  );
}
