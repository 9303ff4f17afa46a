import { useState } from 'react';
import { handoverSlots } from '../../../shared/models/package-purpose';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Disclose } from '../../components/disclose';
import { SelectField } from '../../components/fields';
import { RadioCards } from '../../components/radio-cards';
import { purposeText, purposeWords } from '../../strings/offices';
import { sendText, sentText, slotText } from '../../strings/send';
import { PackExhibits } from '../pack/pack-exhibits';
import { chronologyOptions } from '../pack/pack-settings';
import { officesOf, purposesUnder, sentBefore } from './send-choice';
import type { ProblemOf, SendChoice, SendFrom } from './send-choice';
import type { CaseToSend } from './use-case-to-send';

interface Props {
  readonly choice: SendChoice;
  readonly onChange: (choice: SendChoice) => void;
  readonly of: CaseToSend;
  readonly from: SendFrom;
  readonly problemOf: ProblemOf;
}

/** What the package is for, and with that what is in it. */
export function SendWhat(props: Props) {
  const { choice, onChange, from, problemOf } = props;
  const isOpen = choice.type === 'passphrase' || from.offices.some(({ standing }) => standing === 'compared');
  if (!isOpen) return null;
  return (
    <>
      {choice.type === 'passphrase' ? <p className="quiet">{sendText.underPassphrase}</p> : null}
      <RadioCards
        label={purposeText.question}
        options={purposesUnder[choice.type].map((id) => ({ id, ...purposeWords[id] }))}
        value={choice.purpose}
        onChange={(purpose) => {
          onChange({ ...choice, purpose });
        }}
        error={problemOf('purpose')}
      />
      {choice.purpose === 'share' ? <Part {...props} /> : null}
      {choice.purpose === 'changes' ? <Since {...props} /> : null}
      {choice.purpose === 'handover' ? <Slots {...props} /> : null}
    </>
  );
}

/** Which exhibits and entries go. */
function Part({ choice, onChange, of, problemOf }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { part } = choice;
  const isNothing = part.itemIds.size === 0 && part.chronology === null;
  const problem = problemOf('part');
  const withEntries = part.chronology !== null && part.chronology !== 'none';
  return (
    <div className="stack">
      <p>
        {isNothing
          ? sendText.partNone
          : sendText.partSome(
              part.itemIds.size,
              withEntries ? sendText.withEntries : sendText.withoutEntries,
            )}
      </p>
      {problem === null ? null : (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <div className="row">
        <Button
          onPress={() => {
            setOpen(true);
          }}
        >
          {sendText.choosePart}
        </Button>
      </div>
      <PartDialog
        choice={choice}
        onChange={onChange}
        of={of}
        isOpen={isOpen}
        onClose={() => {
          setOpen(false);
        }}
      />
    </div>
  );
}

function PartDialog({
  choice,
  onChange,
  of,
  isOpen,
  onClose,
}: Pick<Props, 'choice' | 'onChange' | 'of'> & { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { part } = choice;
  return (
    <Dialog title={sendText.partTitle} isOpen={isOpen} isWide onClose={onClose}>
      <div className="stack">
        <SelectField
          label={sendText.entries}
          placeholder={sendText.chooseEntries}
          options={chronologyOptions(null, of.views)}
          value={part.chronology}
          onChange={(chronology) => {
            onChange({ ...choice, part: { ...part, chronology } });
          }}
        />
        <PackExhibits
          items={of.items}
          redactions={of.redactions}
          choice={part}
          onChange={(next) => {
            onChange({ ...choice, part: next });
          }}
        />
        <div className="actions">
          <Button variant="primary" onPress={onClose}>
            {sendText.partDone}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** Since which package changes are counted. */
function Since({ choice, onChange, from, problemOf }: Props) {
  const before = sentBefore(choice, from);
  if (officesOf(choice, from).length === 0) return null;
  if (before.length === 0) return <p className="quiet">{sendText.noneBefore}</p>;
  return (
    <SelectField
      label={sendText.since}
      placeholder={sendText.chooseSince}
      options={before.map((each) => ({ id: each.packageId, label: sentText(each) }))}
      value={choice.since}
      onChange={(since) => {
        onChange({ ...choice, since });
      }}
      error={problemOf('since')}
    />
  );
}

const missing = 'missing';

/** The papers of a handover between MARAC areas: which exhibit each is, or that it is missing. */
function Slots({ choice, onChange, of }: Props) {
  const options = [
    { id: missing, label: sendText.slotMissing },
    ...of.items.map(({ id, exhibitRef, title }) => ({ id, label: `${exhibitRef} ${title}` })),
  ];
  const open = handoverSlots.filter((slot) => choice.slots[slot] === null).length;
  return (
    <Disclose title={sendText.slotsTitle(open)}>
      <div className="stack">
        <p className="quiet">{sendText.slotsHint}</p>
        {handoverSlots.map((slot) => (
          <SelectField
            key={slot}
            label={slotText[slot]}
            options={options}
            value={choice.slots[slot] ?? missing}
            onChange={(id) => {
              onChange({ ...choice, slots: { ...choice.slots, [slot]: id === missing ? null : id } });
            }}
          />
        ))}
      </div>
    </Disclose>
  );
}
