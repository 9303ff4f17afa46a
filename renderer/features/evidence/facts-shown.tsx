import { shownFacts, showsTheFuture } from '../../../shared/domain/facts/best-date';
import type { EvidenceDetail, EvidenceKind } from '../../../shared/models/evidence';
import type { DateChoice } from '../../../shared/models/provenance';
import { TextLink } from '../../components/button';
import { Disclose } from '../../components/disclose';
import { Notice } from '../../components/parts';
import { Claim, EarlierChoice } from './facts-when';

/** Kinds that are a view of something older than themselves: a message, a letter, a call. */
const shows: readonly EvidenceKind[] = ['image', 'pdf', 'video', 'audio', 'document'];

/** The time of what it shows, which is never the time it was made (domain 6.1): a message is older than its screenshot. */
export function FactsShown({
  item,
  choices,
  onSay,
}: {
  readonly item: EvidenceDetail;
  readonly choices: readonly DateChoice[];
  readonly onSay: () => void;
}) {
  const facts = shownFacts(item.facts);
  // What a person said last goes before what they said earlier and before what a machine read.
  const typed = facts.findLast(({ source }) => source === 'typed');
  const read = facts.filter(({ source }) => source !== 'typed');
  const all = typed === undefined ? read : [typed, ...read];
  const said = choices.filter(({ field }) => field === 'shown');
  if (!shows.includes(item.kind) && all.length === 0) return null;
  const { bestDate } = item;
  const tooLate = bestDate === null ? undefined : all.find((fact) => showsTheFuture(bestDate, fact));
  return (
    <section aria-labelledby="time-shown">
      <h2 id="time-shown">What time it shows</h2>
      {tooLate === undefined ? null : (
        <Notice tone="amber" title="It shows a time after it was made. One of the two is wrong.">
          A clock that was set wrong, or a date read wrongly, would explain it.
        </Notice>
      )}
      {all.length === 0 ? (
        <p className="quiet small">
          Nobody has said. The time a message was sent is not the time its screenshot was taken.
        </p>
      ) : null}
      {all.map((fact) => (
        <Claim key={fact.id} fact={fact} used={fact === typed} beside={null} />
      ))}
      {said[0] === undefined ? null : (
        <p className="small" dir="auto">
          “{said[0].reason}” <span className="quiet">{said[0].author}</span>
        </p>
      )}
      <TextLink onPress={onSay}>{typed === undefined ? 'Say what time it shows' : 'Correct it'}</TextLink>
      {said.length < 2 ? null : (
        <Disclose title={`Said earlier (${said.length - 1})`}>
          {said.slice(1).map((choice) => (
            <EarlierChoice key={choice.id} choice={choice} />
          ))}
        </Disclose>
      )}
    </section>
  );
}
