import type { EvidenceItem } from '../../../shared/models/evidence';
import { Button } from '../../components/button';
import { Notice } from '../../components/parts';
import { counted, fewNamed } from '../../strings/counts';

/** Nothing goes into a bundle because nobody thought of it, and nothing stays out for that: each exhibit is asked about. */
export function UndecidedNotice({
  undecided,
  chosenAt,
  entries,
  onAll,
  onDecide,
}: {
  readonly undecided: readonly EvidenceItem[];
  /** When something was chosen last; null when nothing ever was. */
  readonly chosenAt: string | null;
  /** Entries of the chronology. */
  readonly entries: number;
  /** The chronology and every exhibit. */
  readonly onAll: () => void;
  readonly onDecide: (isIn: boolean) => void;
}) {
  if (chosenAt === null) {
    return (
      <Notice
        title="Nothing is chosen for this bundle yet"
        actions={
          <Button variant="primary" onPress={onAll}>
            Put everything in
          </Button>
        }
      >
        There {undecided.length === 1 && entries === 0 ? 'is' : 'are'}{' '}
        {counted(undecided.length, 'exhibit', 'exhibits')} and {counted(entries, 'entry', 'entries')} in the
        chronology. Put everything in and take out what must not go, or choose one by one. What you choose is
        kept with the case.
      </Notice>
    );
  }
  if (undecided.length === 0) return null;
  const news = undecided.filter(({ importedAt }) => importedAt > chosenAt).length;
  return (
    <Notice
      tone="amber"
      title={
        news === undecided.length
          ? `New since you chose, ${counted(news, 'exhibit', 'exhibits')}: in or out?`
          : `Not decided yet, ${counted(undecided.length, 'exhibit', 'exhibits')}: in or out?`
      }
      actions={
        <>
          <Button
            onPress={() => {
              onDecide(true);
            }}
          >
            Put {undecided.length === 1 ? 'it' : `all ${undecided.length}`} in
          </Button>
          <Button
            onPress={() => {
              onDecide(false);
            }}
          >
            Leave {undecided.length === 1 ? 'it' : `all ${undecided.length}`} out
          </Button>
        </>
      }
    >
      {fewNamed(undecided.map(({ exhibitRef }) => exhibitRef))}. The bundle can be built once that is said.
    </Notice>
  );
}
