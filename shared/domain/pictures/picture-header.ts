import type { PictureCoding } from '../bundle/picture-box';

/** Size and coding of a picture as its header has them, before anything is decoded. */
export type PictureHeader = Pick<PictureCoding, 'width' | 'height' | 'png' | 'jpegComponents' | 'complete'>;
