import type { Outdated } from '../../../shared/domain/bundle/choices';
import { Notice } from '../../components/parts';
import { outdatedText as words, refsText } from '../../strings/bundle';

/** The pages on the screen are not what is chosen now: they may show what was taken out since. */
export function OutdatedNotice({
  outdated: { shown, missing },
  refs,
  isLate,
}: {
  readonly outdated: Outdated;
  readonly refs: ReadonlyMap<string, string>;
  /** Pages are being added behind a bundle that was built. */
  readonly isLate: boolean;
}) {
  const stillShows = shown.length > 0;
  return (
    <Notice
      tone={stillShows ? 'red' : 'amber'}
      title={stillShows ? words.stillShow(refsText(shown, refs)) : words.before}
    >
      {words.hint(stillShows, missing.length > 0 ? refsText(missing, refs) : null, isLate)}
    </Notice>
  );
}
