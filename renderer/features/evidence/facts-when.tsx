import { capturedFacts } from '../../../shared/domain/facts/best-date';
import { explainZone } from '../../../shared/domain/facts/clock';
import { differs, distance, reasonsForDifference, seenFrom } from '../../../shared/domain/facts/difference';
import { factName } from '../../../shared/domain/facts/fact-names';
import { printAsGiven } from '../../../shared/domain/facts/uk-date';
import { whyNoDate } from '../../../shared/domain/facts/usual';
import type { EvidenceDetail, Fact } from '../../../shared/models/evidence';
import type { DateChoice } from '../../../shared/models/provenance';
import { Button, TextLink } from '../../components/button';
import { Disclose } from '../../components/disclose';
import { Chip, Notice } from '../../components/parts';
import { printBestDate, printMoment } from '../../strings/dates';
import { sourceText } from '../../strings/facts';

/** How far apart the times named are, and all that would explain it. A time named twice is explained once. */
function conflictOf(claims: readonly Fact[]): {
  readonly apart: string | null;
  readonly reasons: readonly string[];
} {
  const times = claims.filter((claim, index) =>
    claims.slice(0, index).every((earlier) => differs(earlier, claim)),
  );
  const pairs = times.flatMap((a, index) => times.slice(index + 1).map((b) => [a, b] as const));
  const [disagree] = pairs;
  return {
    apart: disagree === undefined ? null : distance(...disagree),
    reasons: [...new Set(pairs.flatMap(([a, b]) => reasonsForDifference(a, b)))],
  };
}

/** One claim about a time: the time itself, which clock it was read on, who says so and how far to trust that. */
export function Claim({
  fact,
  used,
  beside,
}: {
  readonly fact: Fact;
  readonly used: boolean;
  /** The claim it is compared with, or null. */
  readonly beside: Fact | null;
}) {
  const zone = explainZone(fact, fact.source === 'typed' ? 'person' : 'file');
  const apart = beside === null || beside.id === fact.id ? null : seenFrom(fact, beside);
  return (
    <div className="fact">
      <div className="row">
        <span className="when">{printAsGiven({ ...fact, edtf: fact.value })}</span>
        {used ? <Chip tone="accent">used</Chip> : null}
        {apart === null ? null : <Chip tone="neutral">{apart}</Chip>}
      </div>
      <div>
        {factName(fact)} <span className="quiet small">rank {fact.rank}</span>
      </div>
      <div className={`small ${zone.trust === 'doubt' ? 'doubt' : 'quiet'}`}>{zone.words}</div>
      <div className="quiet small">
        {sourceText(fact.source)}
        {fact.source === 'file-system' ? '. Copying a file can change this.' : ''}
        {fact.source === 'file-name' ? '. Anybody can change a name.' : ''}
      </div>
    </div>
  );
}

/** When it was made: every source, where they disagree, how far and what would explain it; and what was decided. */
export function FactsWhen({
  item,
  choices,
  onChoose,
}: {
  readonly item: EvidenceDetail;
  readonly choices: readonly DateChoice[];
  readonly onChoose: () => void;
}) {
  const facts = capturedFacts(item.facts);
  const claims = facts.filter(({ source }) => source !== 'file-system' && source !== 'typed');
  const { apart, reasons } = conflictOf(claims);
  const usual = whyNoDate(item);
  const best = item.bestDate;
  const used = facts.findLast(
    (fact) =>
      best?.code === fact.code &&
      best.detail === fact.detail &&
      best.edtf === fact.value &&
      best.time === fact.time,
  );
  const made = choices.filter(({ field }) => field === 'captured');
  const earlier = best?.chosen === true ? made.slice(1) : made;
  return (
    <section aria-labelledby="when-made">
      <h2 id="when-made">When it was made</h2>
      {item.dateConflict ? (
        <Notice
          tone="amber"
          title={`${claims.length === 2 ? 'Two sources' : 'Its sources'} disagree${apart === null ? '' : ` by ${apart}`}. Choose, and say why.`}
          actions={<Button onPress={onChoose}>Choose the date</Button>}
        >
          {reasons.length === 0 ? undefined : reasons.map((reason) => <p key={reason}>{reason}</p>)}
        </Notice>
      ) : null}
      {best?.chosen === true ? (
        <Notice tone="green" title={`${printBestDate(best)}, chosen by ${made[0]?.author ?? 'an advocate'}`}>
          <p dir="auto">“{item.dateReason}”</p>
          {made[0]?.at == null ? null : <p className="small">{printMoment(made[0].at)}</p>}
        </Notice>
      ) : null}
      {facts.map((fact) => (
        <Claim key={fact.id} fact={fact} used={fact === used} beside={claims[0] ?? null} />
      ))}
      {usual === null ? null : <p className="quiet small usual">{usual}</p>}
      {item.dateConflict ? null : (
        <TextLink onPress={onChoose}>{facts.length === 0 ? 'Type a date' : 'Use another date'}</TextLink>
      )}
      <EarlierChoices choices={earlier} />
    </section>
  );
}

function EarlierChoices({ choices }: { readonly choices: readonly DateChoice[] }) {
  if (choices.length === 0) return null;
  return (
    <Disclose title={`Earlier choices (${choices.length})`}>
      {choices.map((choice) => (
        <EarlierChoice key={choice.id} choice={choice} />
      ))}
    </Disclose>
  );
}

export function EarlierChoice({ choice }: { readonly choice: DateChoice }) {
  return (
    <div className="fact">
      <div className="when">{printAsGiven(choice)}</div>
      <div>{factName(choice)}</div>
      <div dir="auto">“{choice.reason}”</div>
      <div className="quiet small">
        {choice.author}
        {choice.at === null ? '' : `, ${printMoment(choice.at)}`}
      </div>
    </div>
  );
}
