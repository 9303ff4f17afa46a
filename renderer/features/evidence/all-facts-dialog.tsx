import { useState } from 'react';
import { explainZone } from '../../../shared/domain/facts/clock';
import { factName } from '../../../shared/domain/facts/fact-names';
import type { EvidenceDetail, Fact } from '../../../shared/models/evidence';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { factValue, fieldOrder, fieldText, rankText, sourceText } from '../../strings/facts';

const times: readonly Fact['field'][] = ['captured', 'shown', 'modified'];

/** Every fact with its source, as it stands in the file, most important first. The place is shown only when asked for. */
export function AllFactsDialog({
  item,
  onClose,
}: {
  readonly item: EvidenceDetail;
  readonly onClose: () => void;
}) {
  const [place, setPlace] = useState(false);
  const facts = [...item.facts].sort(
    (a, b) => fieldOrder.indexOf(a.field) - fieldOrder.indexOf(b.field) || a.rank - b.rank,
  );
  const hasPlace = facts.some(({ field }) => field === 'location');
  return (
    <Dialog title={`Everything ${item.exhibitRef} says about itself`} isOpen isWide onClose={onClose}>
      <FactsTable facts={facts} place={place} />
      <div className="actions">
        {hasPlace ? (
          <Button
            onPress={() => {
              setPlace(!place);
            }}
          >
            {place ? 'Hide the place' : 'Show the place'}
          </Button>
        ) : null}
        <Button variant="primary" onPress={onClose} autoFocus>
          Close
        </Button>
      </div>
    </Dialog>
  );
}

/** Each fact with its source and how far it is trusted. */
function FactsTable({ facts, place }: { readonly facts: EvidenceDetail['facts']; readonly place: boolean }) {
  return (
    <div className="all-facts" tabIndex={0} role="region" aria-label="All facts">
      <table>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Read as</th>
            <th scope="col">As it stands there</th>
            <th scope="col">Where, and how far it is trusted</th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => {
            const secret = fact.field === 'location' && !place;
            return (
              <tr key={fact.id}>
                <th scope="row">{fieldText(fact.field)}</th>
                <td dir="auto">
                  {secret ? 'Hidden' : factValue(fact)}
                  {times.includes(fact.field) ? (
                    <div className="quiet small">
                      {explainZone(fact, fact.source === 'typed' ? 'person' : 'file').words}
                    </div>
                  ) : null}
                </td>
                <td className="mono" dir="auto">
                  {secret ? 'Hidden' : fact.raw}
                </td>
                <td>
                  {factName(fact)}
                  <div className="quiet small">
                    {sourceText(fact.source)}, {rankText(fact.rank)}
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
