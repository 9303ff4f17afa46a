import { bufferOf } from '../../electron/formats/buffer-of';
import { cleanedPicture } from '../../electron/formats/clean-picture';
import { readFileSaid } from '../../electron/formats/worker/file-said';
import { readFacts } from '../../electron/services/evidence/facts';
import type { Identity } from '../../shared/models/identity';
import type { LabAnswer, LabRequest } from '../../shared/contract/lab';
import type { PdfInfo, PictureLayout } from '../../shared/contract/picture-said';
import { whatToDraw } from '../../shared/domain/pictures/what-to-draw';
import type { NewFact } from '../../shared/domain/facts/new-fact';
import { HoldfastError } from '../../shared/errors';

type Asked<T extends LabRequest['type']> = Extract<LabRequest, { type: T }>;

/** What the lab's worker answers, which decodes nothing and so runs without Chromium too. */
export function saidAnswer(request: Asked<'facts'> | Asked<'clean'>): Promise<unknown> {
  const bytes = bufferOf(request.bytes);
  return request.type === 'facts'
    ? readFileSaid(bytes, request.mime, null)
    : cleanedPicture(bytes, request.mime, request.orientation).then((clean) => ({ bytes: clean }));
}

/** What a PDF says, for a lab that only pretends to open it. */
export async function pdfSays(bytes: Uint8Array, info: PdfInfo): Promise<readonly NewFact[]> {
  return (await readFileSaid(bufferOf(bytes), 'application/pdf', info)).facts;
}

/** The answer to `examine`, where a test draws the picture itself, or throws why it cannot. */
export async function examined(
  { bytes, mime, turns, thumb }: Asked<'examine'>,
  draw: (picture: Asked<'image'>) => Promise<unknown>,
): Promise<unknown> {
  const { facts, picture } = await readFileSaid(bufferOf(bytes), mime, null);
  if (picture === null) throw new HoldfastError('unreadable-image');
  const wanted = whatToDraw(picture, { mime, bytes: bytes.length, turns });
  if ('reason' in wanted) return { facts, picture, drawn: wanted };
  try {
    const drawn = (await draw({ type: 'image', bytes, mime, ...wanted.lies, thumb })) as LabAnswer<'image'>;
    return { facts, picture, drawn: { ...drawn, isCopyLater: wanted.isCopyLater } };
  } catch (error) {
    if (!(error instanceof HoldfastError) || error.code !== 'unreadable-image') throw error;
    return { facts, picture, drawn: { reason: error.code } };
  }
}

/** Everything a file says, as an import puts it together, and how a picture lies. */
export async function fileFacts(file: {
  readonly name: string;
  readonly identity: Identity;
  readonly bytes: Buffer;
  readonly modified: Date | null;
  readonly now: Date;
}): Promise<{ readonly facts: readonly NewFact[]; readonly layout: PictureLayout | null }> {
  const { name, identity, bytes, modified, now } = file;
  const isLookedInto = identity.kind === 'image' || identity.kind === 'pdf';
  const said = isLookedInto ? await readFileSaid(bytes, identity.mime, null) : { facts: [], picture: null };
  const facts = readFacts({ name, identity, said: said.facts, modified, now });
  return { facts, layout: said.picture?.layout ?? null };
}
