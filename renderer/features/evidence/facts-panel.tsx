import type { UiOutput } from '../../../shared/contract/ui-methods';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { TextLink } from '../../components/button';
import { Disclose } from '../../components/disclose';
import { FactRow, Facts } from '../../components/parts';
import { printMoment } from '../../strings/dates';
import { inGroups, printSize } from '../../strings/sizes';
import { FactsFile } from './facts-file';
import { FactsShown } from './facts-shown';
import { FactsWhen } from './facts-when';

/** Beside the picture: when it was made, what time it shows, what else the file says, whole or not, where it is cited. */
export function FactsPanel({
  item,
  onChoose,
  onSayShown,
}: {
  readonly item: EvidenceDetail;
  readonly onChoose: () => void;
  readonly onSayShown: () => void;
}) {
  const { data: history } = useQuery(
    `history-${item.id}`,
    () => call(holdfast.evidence.history({ id: item.id })),
    ['evidence'],
  );
  const choices = history?.choices ?? [];
  const copies = history?.copies ?? [];
  return (
    <>
      <FactsWhen item={item} choices={choices} onChoose={onChoose} />
      <FactsShown item={item} choices={choices} onSay={onSayShown} />
      <FactsFile item={item} />
      <h2>Integrity</h2>
      <Facts>
        <FactRow name="Taken in">{printMoment(item.importedAt)}</FactRow>
        <FactRow name="Size">{printSize(item.bytes)}</FactRow>
        <FactRow name="SHA-256">
          <span className="mono">{inGroups(item.sha256)}</span>
        </FactRow>
      </Facts>
      {copies.length === 0 ? null : <CopiesOut copies={copies} />}
      <CitedIn item={item} />
    </>
  );
}

/** Which copies left the vault, when, and by whom. */
function CopiesOut({ copies }: { readonly copies: UiOutput<'evidence.history'>['copies'] }) {
  return (
    <Disclose title={`Copies that left the vault (${copies.length})`}>
      {copies.map((copy) => (
        <div className="fact" key={`${copy.at} ${copy.sha256 ?? ''}`}>
          <div>
            {printMoment(copy.at)}, {copy.author}:{' '}
            {copy.form === 'clean' ? 'without the place and device details' : 'the original, unchanged'}
          </div>
          {copy.sha256 === null ? null : (
            <div className="quiet small">
              SHA-256 <span className="mono">{inGroups(copy.sha256)}</span>
            </div>
          )}
        </div>
      ))}
    </Disclose>
  );
}

/** The entries of the chronology that stand on it. */
function CitedIn({ item: { caseId, entries } }: { readonly item: EvidenceDetail }) {
  const { go } = useNavigation();
  return (
    <>
      <h2>Cited in</h2>
      {entries.length === 0 ? <p className="quiet">No chronology entry yet.</p> : null}
      {entries.map((entry) => (
        <div className="fact" key={entry.id}>
          <TextLink
            onPress={() => {
              go({ name: 'chronology', caseId, entryId: entry.id });
            }}
          >
            {entry.printedDate}: {entry.title}
          </TextLink>
        </div>
      ))}
    </>
  );
}
