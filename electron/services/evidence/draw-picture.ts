import type { LabAnswer, LabRequest, LabSource } from '../../../shared/contract/lab';
import { HoldfastError } from '../../../shared/errors';
import type { Lab } from '../../vault/api';

/** As little of a thumbnail as the lab makes: nobody looks at it. */
const leastThumb = 16;

/**
 * Has a picture, or a page of several, drawn anew: upright, no larger than asked. Throws `unreadable-image`, and what the lab
 * throws.
 */
export async function drawPicture(
  lab: Lab,
  source: LabSource,
  rendition: Extract<LabRequest, { type: 'image' }>['rendition'],
): Promise<LabAnswer<'pdf-page'>> {
  const answer = await lab.ask({ type: 'image', ...source, thumb: leastThumb, rendition });
  if (answer.rendition === null) throw new HoldfastError('unreadable-image');
  return answer.rendition;
}
