import { MapPin } from 'lucide-react';
import { useState } from 'react';
import { capturedFacts, distance, explainDifference } from '../../../shared/domain/facts/best-date';
import type { EvidenceDetail, Fact } from '../../../shared/models/evidence';
import { useNavigation } from '../../app/navigation';
import { Button, TextLink } from '../../components/button';
import { Chip, FactRow, Facts, Notice } from '../../components/parts';
import { printBestDate, printMoment } from '../../strings/dates';
import { inGroups, printSize } from '../../strings/sizes';

function zoneWords(fact: Fact): string {
  if (fact.time === null) return 'day only';
  if (fact.zone === null) return 'no zone given';
  return fact.zone === 'Z' ? 'UTC' : `UTC${fact.zone}`;
}

/** All that the file says about when; where sources disagree, how far and what would explain it. */
function When({ item, onChoose }: { readonly item: EvidenceDetail; readonly onChoose: () => void }) {
  const facts = capturedFacts(item.facts);
  const claims = facts.filter(({ source }) => source !== 'file-system');
  const [first, second] = claims;
  const apart = first === undefined || second === undefined ? null : distance(first, second);
  const why = first === undefined || second === undefined ? null : explainDifference(first, second);
  return (
    <>
      <h2>When</h2>
      {item.dateConflict ? (
        <Notice
          tone="amber"
          title={`${claims.length === 2 ? 'Two' : 'Several'} sources disagree${apart === null ? '' : ` by ${apart}`}. Choose, and say why.`}
          actions={<Button onPress={onChoose}>Choose the date</Button>}
        >
          {why ?? undefined}
        </Notice>
      ) : null}
      {item.bestDate?.chosen === true ? (
        <Notice tone="green" title="Chosen by an advocate">
          {item.dateReason}
        </Notice>
      ) : null}
      {facts.length === 0 ? <p className="quiet">Nothing in the file says when it was made.</p> : null}
      {facts.map((fact) => {
        const used =
          item.bestDate?.label === fact.label &&
          item.bestDate.edtf === fact.value &&
          item.bestDate.time === fact.time;
        return (
          <div className="fact" key={fact.id}>
            <div className="row">
              <span className="when">{printBestDate({ edtf: fact.value, time: fact.time })}</span>
              {used ? <Chip tone="accent">used</Chip> : null}
            </div>
            <div className="quiet small">
              {fact.label}, {zoneWords(fact)}
              {fact.source === 'file-system' ? '. Copying a file can change this.' : ''}
            </div>
          </div>
        );
      })}
      {item.dateConflict ? null : (
        <TextLink onPress={onChoose}>{facts.length === 0 ? 'Type a date' : 'Use another date'}</TextLink>
      )}
    </>
  );
}

function Says({ item }: { readonly item: EvidenceDetail }) {
  const [showPlace, setShowPlace] = useState(false);
  const of = (field: Fact['field']): readonly Fact[] => item.facts.filter((fact) => fact.field === field);
  const unique = (facts: readonly Fact[]): readonly Fact[] =>
    facts.filter((fact, index) => facts.findIndex(({ value }) => value === fact.value) === index);
  const location = of('location')[0];
  return (
    <>
      <h2>What the file says</h2>
      <Facts>
        <FactRow name="Name">{item.fileName}</FactRow>
        <FactRow name="Kind">
          {item.mime}
          {item.width === null ? '' : `, ${item.width} × ${item.height ?? 0}`}
          {item.pages === null ? '' : `, ${item.pages} ${item.pages === 1 ? 'page' : 'pages'}`}
        </FactRow>
        {unique(of('device')).map((fact) => (
          <FactRow key={fact.id} name="Device">
            {fact.value}
          </FactRow>
        ))}
        {unique(of('app')).map((fact) => (
          <FactRow key={fact.id} name="App">
            {fact.value}
          </FactRow>
        ))}
        {unique(of('software')).map((fact) => (
          <FactRow key={fact.id} name="Software">
            {fact.value}
          </FactRow>
        ))}
      </Facts>
      <div className="stack" style={{ marginTop: 10 }}>
        {unique(of('edited')).map((fact) => (
          <Notice key={fact.id} tone="amber" title="Trace of editing">
            {fact.value}
          </Notice>
        ))}
        {unique(of('note')).map((fact) => (
          <p key={fact.id} className="quiet small wrap-anywhere" dir="auto">
            {fact.value}
          </p>
        ))}
        {location === undefined ? null : showPlace ? (
          <p>
            <MapPin size={15} aria-hidden /> {location.value}{' '}
            <span className="quiet small">({location.label})</span>
          </p>
        ) : (
          <div>
            <Button
              icon={<MapPin aria-hidden />}
              onPress={() => {
                setShowPlace(true);
              }}
            >
              Show where it was taken
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

/** Beside the picture: when, where from, whole or not, and where it is cited. */
export function FactsPanel({
  item,
  onChoose,
}: {
  readonly item: EvidenceDetail;
  readonly onChoose: () => void;
}) {
  const { go } = useNavigation();
  return (
    <>
      <When item={item} onChoose={onChoose} />
      <Says item={item} />
      <h2>Integrity</h2>
      <Facts>
        <FactRow name="Taken in">{printMoment(item.importedAt)}</FactRow>
        <FactRow name="Size">{printSize(item.bytes)}</FactRow>
        <FactRow name="SHA-256">
          <span className="mono">{inGroups(item.sha256)}</span>
        </FactRow>
      </Facts>
      <h2>Cited in</h2>
      {item.entries.length === 0 ? <p className="quiet">No chronology entry yet.</p> : null}
      {item.entries.map((entry) => (
        <div className="fact" key={entry.id}>
          <TextLink
            onPress={() => {
              go({ name: 'chronology', caseId: item.caseId, entryId: entry.id });
            }}
          >
            {entry.printedDate}: {entry.title}
          </TextLink>
        </div>
      ))}
    </>
  );
}
