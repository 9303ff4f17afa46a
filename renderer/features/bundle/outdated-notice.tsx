import type { Outdated } from '../../../shared/domain/bundle/choices';
import { Notice } from '../../components/parts';
import { fewNamed } from '../../strings/counts';

/** References of exhibits in words; one that has been erased has none any more. */
export function refsText(ids: readonly string[], refs: ReadonlyMap<string, string>): string {
  return fewNamed(ids.map((id) => refs.get(id) ?? 'an exhibit that is gone'));
}

/** The pages on the screen are not what is chosen now: they may show what was taken out since. */
export function OutdatedNotice({
  outdated: { shown, missing },
  refs,
}: {
  readonly outdated: Outdated;
  readonly refs: ReadonlyMap<string, string>;
}) {
  return (
    <Notice
      tone={shown.length > 0 ? 'red' : 'amber'}
      title={
        shown.length > 0
          ? `These pages still show ${refsText(shown, refs)}`
          : 'These pages were built before your last changes'
      }
    >
      {shown.length > 0 ? 'You have not put that in. ' : ''}
      {missing.length > 0 ? `They are without ${refsText(missing, refs)}. ` : ''}
      Build the PDF again before you save a copy.
    </Notice>
  );
}
