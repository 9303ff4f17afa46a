import type { EvidenceDetail } from '../../../shared/models/evidence';
import { ItemTextLayer } from '../text/text-layer';
import { pageUrl, previewUrl, thumbUrl } from '../../components/picture/media-url';
import { PictureFrame } from './picture-frame';
import type { StageProps } from './stage-props';

/** A picture, or one page at a time of a file of several. What lies over it (text to select, boxes) goes into `over`, in the size the picture is shown at. */
export function StagePicture({ item, ...props }: StageProps & { readonly item: EvidenceDetail }) {
  const { width, height, pages } = item;
  const { page } = props.view;
  const isMany = pages !== null && pages > 1;
  const natural = isMany || width === null || height === null ? null : { width, height };
  const name = `${item.exhibitRef}, ${item.title}${isMany ? `, page ${page} of ${pages}` : ''}`;
  return (
    <PictureFrame
      {...props}
      // Behind the blur lies the thumbnail only: nothing sharper is even read until it is asked for.
      src={props.hidden ? thumbUrl(item.id) : isMany ? pageUrl(item.id, page) : previewUrl(item.id)}
      alt={name}
      label={name}
      natural={natural}
      meanwhile={props.hidden || natural === null ? null : thumbUrl(item.id)}
      whole={props.hidden ? null : pageUrl(item.id, page)}
      // Nothing may be read through the blur.
      {...(props.hidden ? {} : { over: () => <ItemTextLayer itemId={item.id} page={page} /> })}
    />
  );
}
