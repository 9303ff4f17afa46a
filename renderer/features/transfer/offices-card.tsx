import { Building2, Plus } from 'lucide-react';
import { useState } from 'react';
import { printDate } from '../../../shared/domain/dates/print';
import type { PartnerOffice } from '../../../shared/models/office';
import { call, holdfast } from '../../kit/bridge';
import { useAct } from '../../kit/use-act';
import { Button } from '../../components/button';
import { ConfirmDialog } from '../../components/dialog';
import { Disclose } from '../../components/disclose';
import { Failure } from '../../components/failure';
import { Chip, EmptyState } from '../../components/parts';
import { printMoment } from '../../strings/dates';
import { officeChip } from '../../strings/offices';
import { AddOfficeDialog } from './add-office-dialog';
import { CompareDialog } from './compare-dialog';
import { WordsList } from './words-list';

/** The offices whose cards are here, and what each counts for. */
export function OfficesCard({
  offices,
  onChanged,
}: {
  readonly offices: readonly PartnerOffice[];
  readonly onChanged: () => void;
}) {
  const [isAdding, setAdding] = useState(false);
  const [comparing, setComparing] = useState<string | null>(null);
  const [retiring, setRetiring] = useState<PartnerOffice | null>(null);
  const act = useAct();
  const office = offices.find(({ id }) => id === comparing);
  const inUse = offices.filter(({ standing }) => standing === 'compared' || standing === 'new');
  const others = offices.filter((each) => !inUse.includes(each));
  const rows = (shown: readonly PartnerOffice[]) => (
    <ul className="offices">
      {shown.map((each) => (
        <OfficeRow
          key={each.id}
          office={each}
          onCompare={() => {
            setComparing(each.id);
          }}
          onRetire={() => {
            setRetiring(each);
          }}
        />
      ))}
    </ul>
  );
  return (
    <section className="card pad stack" aria-label="Other offices">
      <h2>Other offices</h2>
      <Failure code={act.error} />
      {inUse.length === 0 ? (
        <EmptyState icon={<Building2 />} title="No office yet">
          Packages go only to offices whose words were compared. Ask the other office for its card.
        </EmptyState>
      ) : (
        rows(inUse)
      )}
      {others.length === 0 ? null : (
        <Disclose title={`Refused or not used any more: ${others.length}`}>{rows(others)}</Disclose>
      )}
      <div className="row">
        <Button
          icon={<Plus aria-hidden />}
          onPress={() => {
            setAdding(true);
          }}
        >
          Add an office
        </Button>
      </div>
      {isAdding ? (
        <AddOfficeDialog
          onAdded={(id) => {
            setAdding(false);
            setComparing(id);
            onChanged();
          }}
          onClose={() => {
            setAdding(false);
          }}
        />
      ) : null}
      {office === undefined || office.standing === 'compared' ? null : (
        <CompareDialog
          office={office}
          known={offices.find(({ id }) => id === office.takesPlaceOf?.id) ?? null}
          onClose={() => {
            setComparing(null);
            onChanged();
          }}
        />
      )}
      <ConfirmDialog
        title={`Stop using the keys of ${retiring?.name ?? ''}?`}
        isOpen={retiring !== null}
        confirm="Stop using them"
        onConfirm={() => {
          if (retiring === null) return;
          setRetiring(null);
          act.run(() => call(holdfast.offices.retire({ id: retiring.id })), onChanged);
        }}
        onClose={() => {
          setRetiring(null);
        }}
      >
        Nothing can be sent to it and nothing it signs is taken in, until its card is added and compared
        again. Do this when their laptop was lost or stolen.
      </ConfirmDialog>
    </section>
  );
}

function OfficeRow({
  office,
  onCompare,
  onRetire,
}: {
  readonly office: PartnerOffice;
  readonly onCompare: () => void;
  readonly onRetire: () => void;
}) {
  const [tone, text] = officeChip[office.standing];
  const { name, standing, compared, takesPlaceOf } = office;
  return (
    <li>
      <div className="row">
        <strong className="wrap-anywhere" dir="auto">
          {name}
        </strong>
        <Chip tone={tone}>{text}</Chip>
      </div>
      <p className="quiet small">
        Card of {printDate(office.made, null)}, added by {office.addedBy} on {printMoment(office.addedAt)}.
        {compared === null ? null : ` Words compared by ${compared.by} on ${printMoment(compared.at)}.`}
      </p>
      {takesPlaceOf === null ? null : (
        <p className="small">
          {takesPlaceOf.because === 'other-keys'
            ? `You know ${takesPlaceOf.name} with other keys. Those stay until the words of this card were compared.`
            : `It has the keys of ${takesPlaceOf.name} under another name.`}
        </p>
      )}
      <div className="row">
        {standing === 'new' || standing === 'refused' ? (
          <Button
            variant={standing === 'new' ? 'primary' : 'secondary'}
            label={`Compare words of ${name}`}
            onPress={onCompare}
          >
            Compare words
          </Button>
        ) : null}
        {standing === 'new' || standing === 'compared' ? (
          <Button variant="quiet" label={`Stop using ${name}`} onPress={onRetire}>
            Stop using
          </Button>
        ) : null}
      </div>
      {standing === 'compared' ? (
        <Disclose title="Its words">
          <WordsList words={office.words} label={`The words of ${name}`} />
        </Disclose>
      ) : null}
    </li>
  );
}
