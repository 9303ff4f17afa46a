import type { EvidenceDetail } from '../../../shared/models/evidence';
import { ItemTextLayer } from '../text/text-layer';
import { previewUrl, thumbUrl } from './media-url';
import { PictureFrame } from './picture-frame';
import type { StageProps } from './stage';

/** A picture. What lies over it (text to select, boxes) goes into `over`, in the size the picture is shown at. */
export function StagePicture({ item, ...props }: StageProps & { readonly item: EvidenceDetail }) {
  const { width, height } = item;
  const name = `${item.exhibitRef}, ${item.title}`;
  return (
    <PictureFrame
      {...props}
      // Behind the blur lies the thumbnail only: nothing sharper is even read until it is asked for.
      src={props.hidden ? thumbUrl(item.id) : previewUrl(item.id)}
      alt={name}
      label={name}
      natural={width === null || height === null ? null : { width, height }}
      // Nothing may be read through the blur.
      {...(props.hidden ? {} : { over: () => <ItemTextLayer itemId={item.id} page={1} /> })}
    />
  );
}
