import { playableAs } from '../../../../shared/domain/playable';
import type { EvidenceItem } from '../../../../shared/models/evidence';
import type { VaultContext } from '../../../vault/api';
import { readOriginal } from '../../items/item-rows';
import { storePreview } from '../prepare';
import { askForFilm } from '../preview';
import { keepDrawnFilm } from './rows';
import { noMoreReading, readingFailed } from './wanted';

/** As much of a film as an import looks into. */
const largest = 100 * 1024 * 1024;

type Deps = Pick<VaultContext, 'db' | 'files' | 'lab' | 'now' | 'newId' | 'changed'>;

/** Takes a picture of a film that came from another office. Without one it is played all the same. */
export async function drawFilm(context: Deps, item: EvidenceItem): Promise<void> {
  const original = readOriginal(context, item.id);
  const playedAs = playableAs(item.mime);
  if (playedAs === null || original.bytes > largest) {
    readingFailed(context, item.id, 'unsupported-preview');
    return;
  }
  const bytes = await context.files.readAll(original, largest);
  const { signal } = new AbortController();
  const stored = await storePreview(context.files, await askForFilm(context.lab, bytes, playedAs, signal));
  const old = context.db.transaction(() => {
    const replaced = keepDrawnFilm(context, item, original.sha256, stored);
    noMoreReading(context, item.id);
    return replaced;
  })();
  for (const id of old) await context.files.remove(id);
  context.changed('evidence', item.caseId);
}
