import { paperName } from '../../../shared/domain/paper-name';
import type { EvidenceItem } from '../../../shared/models/evidence';
import { Button } from '../../components/button';
import { Notice } from '../../components/parts';
import { undecidedText as words } from '../../strings/bundle';

interface Props {
  readonly undecided: readonly EvidenceItem[];
  /** When something was chosen last; null when nothing ever was. */
  readonly chosenAt: string | null;
  /** Entries of the chronology. */
  readonly entries: number;
  /** The chronology and every exhibit. */
  readonly onAll: () => void;
  readonly onDecide: (isIn: boolean) => void;
}

/** Nothing goes into a bundle because nobody thought of it, and nothing stays out for that: each exhibit is asked about. */
export function UndecidedNotice(props: Props) {
  const { undecided, chosenAt, entries, onAll } = props;
  if (chosenAt !== null) return undecided.length === 0 ? null : <StillOpen {...props} chosenAt={chosenAt} />;
  return (
    <Notice
      title={words.nothing}
      actions={
        <Button variant="primary" onPress={onAll}>
          {words.everything}
        </Button>
      }
    >
      {words.hint(undecided.length, entries)}
    </Notice>
  );
}

function StillOpen({ undecided, chosenAt, onDecide }: Props & { readonly chosenAt: string }) {
  const { length: count } = undecided;
  const news = undecided.filter(({ importedAt }) => importedAt > chosenAt).length;
  return (
    <Notice
      tone="amber"
      title={news === count ? words.news(news) : words.open(count)}
      actions={
        <>
          <Button
            onPress={() => {
              onDecide(true);
            }}
          >
            {words.putIn(count)}
          </Button>
          <Button
            onPress={() => {
              onDecide(false);
            }}
          >
            {words.leaveOut(count)}
          </Button>
        </>
      }
    >
      {words.which(undecided.map(paperName))}
    </Notice>
  );
}
