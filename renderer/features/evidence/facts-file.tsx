import { MapPin, Table2 } from 'lucide-react';
import { useState } from 'react';
import { factName } from '../../../shared/domain/facts/fact-names';
import type { EvidenceDetail, Fact } from '../../../shared/models/evidence';
import { Button } from '../../components/button';
import { FactRow, Facts } from '../../components/parts';
import { factValue } from '../../strings/facts';
import { holdsPictures } from '../../strings/kinds';
import { AllFactsDialog } from './all-facts-dialog';

const unique = (facts: readonly Fact[]): readonly Fact[] =>
  facts.filter((fact, index) => facts.findIndex(({ value }) => value === fact.value) === index);

/** What else is said in one row each, in this order. */
const rows = [
  ['device', 'Device'],
  ['app', 'App'],
  ['software', 'Program'],
  ['duration', 'Length'],
  ['person', 'Names'],
  ['subject', 'Subject'],
  ['orientation', 'Lies'],
] as const;

/** Traces of editing, the place on request, and what else the file says about itself. */
export function FactsFile({ item }: { readonly item: EvidenceDetail }) {
  const [all, setAll] = useState(false);
  const of = (field: Fact['field']): readonly Fact[] =>
    unique(item.facts.filter((fact) => fact.field === field));
  const traces = of('edited');
  const places = of('location');
  // Why a date is missing is said above, from what is known now.
  const notes = of('note').filter(({ code }) => code !== 'file.Undated');
  return (
    <>
      {item.kind !== 'image' && item.kind !== 'pdf' && traces.length === 0 ? null : (
        <Traces traces={traces} />
      )}
      {places.length === 0 ? null : <Places places={places} />}
      <h2>What the file says</h2>
      <Facts>
        <FactRow name="Name">{item.fileName}</FactRow>
        <FactRow name="Kind">
          {item.mime}
          {item.width === null ? '' : `, ${item.width} × ${item.height ?? 0}`}
          {item.pages === null ? '' : `, ${item.pages} ${item.pages === 1 ? 'page' : 'pages'}`}
        </FactRow>
        {item.pictures === null ? null : <FactRow name="Pictures">{holdsPictures(item)}</FactRow>}
        {rows.flatMap(([field, name]) =>
          of(field).map((fact) => (
            <FactRow key={fact.id} name={name}>
              {factValue(fact)}
            </FactRow>
          )),
        )}
      </Facts>
      <div className="stack" style={{ marginTop: 10 }}>
        {notes.map((fact) => (
          <p key={fact.id} className="quiet small wrap-anywhere" dir="auto">
            {fact.value}
          </p>
        ))}
        <div>
          <Button
            icon={<Table2 aria-hidden />}
            onPress={() => {
              setAll(true);
            }}
          >
            Everything it says ({item.facts.length})
          </Button>
        </div>
      </div>
      {all ? (
        <AllFactsDialog
          item={item}
          onClose={() => {
            setAll(false);
          }}
        />
      ) : null}
    </>
  );
}

function Traces({ traces }: { readonly traces: readonly Fact[] }) {
  return (
    <section aria-labelledby="traces">
      <h2 id="traces">Traces of editing</h2>
      {traces.length === 0 ? (
        <p className="quiet small">None found. That is no proof: a file can be changed without a trace.</p>
      ) : (
        <>
          <ul className="traces">
            {traces.map((fact) => (
              <li key={fact.id}>
                {fact.value} <span className="quiet small">({factName(fact)})</span>
              </li>
            ))}
          </ul>
          <p className="quiet small">
            A trace is a reason to ask what was done, and why. It is not a finding that something was
            falsified.
          </p>
        </>
      )}
    </section>
  );
}

/** Where it was taken, which is not on the screen until somebody asks. */
function Places({ places }: { readonly places: readonly Fact[] }) {
  const [isShown, setShown] = useState(false);
  return (
    <section aria-labelledby="place">
      <h2 id="place">Place</h2>
      {isShown ? (
        <>
          {places.map((fact) => (
            <p key={fact.id}>
              <MapPin size={15} aria-hidden /> {fact.value}{' '}
              <span className="quiet small">({factName(fact)})</span>
            </p>
          ))}
          <p className="quiet small">
            Latitude and longitude. They stay in the vault: bundles never carry them, and copies only when you
            ask for the original.
          </p>
        </>
      ) : (
        <Button
          icon={<MapPin aria-hidden />}
          onPress={() => {
            setShown(true);
          }}
        >
          Show where it was taken
        </Button>
      )}
    </section>
  );
}
