import { ClipboardCheck } from 'lucide-react';
import { consentStanding } from '../../../shared/domain/casework/contacts/standing';
import type { ConsentStanding } from '../../../shared/domain/casework/contacts/standing';
import { consentFields } from '../../../shared/records/consent';
import type { Consent } from '../../../shared/records/consent';
import { FirstOfMany } from '../../components/first-of-many';
import { Chip, EmptyState } from '../../components/parts';
import { today } from '../../kit/today';
import type { Tone } from '../../kit/tone';
import { consentStandingText, contactsText as words } from '../../strings/contacts';
import { RecordTools } from '../record-book/record-tools';
import { Said } from '../record-book/said';
import type { Shown } from '../record-book/use-records';

const tones: Readonly<Record<ConsentStanding, Tone>> = {
  given: 'green',
  'ends-soon': 'amber',
  expired: 'red',
  refused: 'neutral',
  withdrawn: 'neutral',
  not_asked: 'amber',
  overridden: 'plum',
};

/** What the client agreed to, refused or took back, the latest first. */
export function ConsentsPart({
  caseId,
  all,
  onChange,
}: {
  readonly caseId: string;
  readonly all: readonly Shown<Consent>[];
  readonly onChange: (id: string) => void;
}) {
  if (all.length === 0)
    return (
      <EmptyState icon={<ClipboardCheck />} title={words.noConsentsTitle}>
        {words.noConsents}
      </EmptyState>
    );
  const day = today();
  const newest = [...all].sort((one, other) => ((one.body.on ?? '') < (other.body.on ?? '') ? 1 : -1));
  return (
    <ul className="log">
      <FirstOfMany
        items={newest}
        draw={(shown) => {
          const standing = consentStanding(shown.body, day);
          return (
            <li key={shown.id} className="card pad">
              <div className="row">
                <h2 className="grow" dir="auto">
                  {shown.title}
                </h2>
                <Chip tone={tones[standing]}>{consentStandingText(standing)}</Chip>
              </div>
              <Said shown={shown} fields={consentFields} />
              <RecordTools
                caseId={caseId}
                shown={shown}
                title={shown.title}
                onChange={() => {
                  onChange(shown.id);
                }}
              />
            </li>
          );
        }}
      />
    </ul>
  );
}
