import type { LabAnswer, LabRequest } from '../../shared/contract/lab';
import type { PictureSaid } from '../../shared/contract/picture-said';
import { whatToDraw } from '../../shared/domain/pictures/what-to-draw';
import { readSaid } from './facts';
import { makePictures } from './image';
import { LabProblem } from './kit/problem';

type Examine = Extract<LabRequest, { type: 'examine' }>;

/** Reads what a picture says about itself, and draws what an import needs of it. */
export async function examine(request: Examine): Promise<LabAnswer<'examine'>> {
  const { facts, picture } = await readSaid(request.bytes, request.mime);
  if (picture === null) throw new LabProblem('unreadable-image');
  return { facts, picture, drawn: await draw(request, picture) };
}

async function draw(
  { bytes, mime, turns, thumb }: Examine,
  picture: PictureSaid,
): Promise<LabAnswer<'examine'>['drawn']> {
  const wanted = whatToDraw(picture, { mime, bytes: bytes.length, turns });
  if ('reason' in wanted) return wanted;
  try {
    const made = await makePictures({ type: 'image', bytes, mime, ...wanted.lies, thumb });
    return { ...made, isCopyLater: wanted.isCopyLater };
  } catch (error) {
    const code = error instanceof LabProblem ? error.code : 'unreadable-image';
    return {
      reason: code === 'file-too-large' || code === 'unsupported-preview' ? code : 'unreadable-image',
    };
  }
}
