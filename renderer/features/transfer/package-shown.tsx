import { useEffect, useRef, useState } from 'react';
import { openToDecision, verifiedSenders } from '../../../shared/models/office';
import type { PackagePreview } from '../../../shared/models/office';
import type { PackageNote } from '../../../shared/models/package-purpose';
import { Button } from '../../components/button';
import { Disclose } from '../../components/disclose';
import { Failure } from '../../components/failure';
import { CheckboxField } from '../../components/fields';
import { FactRow, Facts, Notice } from '../../components/parts';
import { counted } from '../../strings/counts';
import { printDay, printMoment } from '../../strings/dates';
import { purposeText, receivedPurpose, senderWords } from '../../strings/offices';
import { comparisonText } from '../../strings/comparison';
import { basisText, missingPapers, noteText, papersThere } from '../../strings/send';
import { printSize } from '../../strings/sizes';
import { WordsList } from './words-list';

/** A package before anything of it is taken in: who sent it, as far as can be known, and what it says it holds. */
export function PackageShown({
  preview,
  isPending,
  onLook,
  onLeave,
}: {
  readonly preview: PackagePreview;
  readonly isPending: boolean;
  /** All of it is read and compared with what is here. */
  readonly onLook: () => void;
  readonly onLeave: () => void;
}) {
  const { standing, sender, counts, problem } = preview;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const [known, setKnown] = useState(false);
  const [asked, setAsked] = useState(false);
  const isVerified = verifiedSenders.includes(standing);
  const mayTake = problem === null && (isVerified || openToDecision.includes(standing));
  const name = sender.known?.name ?? sender.callsItself;
  const { tone, title, text } = senderWords(standing, name, sender.callsItself);
  return (
    <div className="package-shown stack">
      <h3 ref={heading} tabIndex={-1}>
        Nothing is taken in yet
      </h3>
      <Notice tone={tone} title={title} isUrgent={!isVerified}>
        {text}
      </Notice>
      <Facts>
        <FactRow name="Calls itself">{sender.callsItself}</FactRow>
        <FactRow name="For">
          {preview.sealedFor === 'our-key' ? 'This office alone' : 'Whoever was told the passphrase'}
        </FactRow>
        {preview.purpose === null ? null : (
          <FactRow name={purposeText.question}>{receivedPurpose[preview.purpose]}</FactRow>
        )}
        <NoteRows note={preview.note} />
        <FactRow name="Case">{preview.caseReference}</FactRow>
        <FactRow name="Says it holds">
          {counted(counts.items, 'exhibit', 'exhibits')}, {counted(counts.entries, 'entry', 'entries')},{' '}
          {printSize(preview.bytes)}
        </FactRow>
        <FactRow name="Written">{printMoment(preview.createdAt)}, by the sender’s clock</FactRow>
      </Facts>
      {isVerified ? null : (
        <Disclose title="Words of the key it is signed with">
          <p className="quiet">
            Whoever sent it sees these words under “Our card”, if the package is theirs.
          </p>
          <WordsList words={sender.words} label="Words of the sender’s key" />
        </Disclose>
      )}
      {preview.erasedHereAt === null ? null : (
        <Notice
          tone="amber"
          title={`This case was erased here on ${printDay(preview.erasedHereAt)}`}
          isUrgent
        >
          Taking it in brings it back, with what was erased. Ask whoever erased it before you do.
        </Notice>
      )}
      <Failure code={problem} />
      {mayTake && !isVerified ? (
        <Notice tone="amber">
          <CheckboxField value={known} onChange={setKnown}>
            I know that this may be from somebody else, and want it all the same. It is recorded as from an
            unknown sender.
          </CheckboxField>
          {asked && !known ? (
            <strong role="alert">Tick this, or leave the package where it is.</strong>
          ) : null}
        </Notice>
      ) : null}
      <div className="row">
        {mayTake ? (
          <Button
            variant={isVerified ? 'primary' : 'secondary'}
            isPending={isPending}
            onPress={() => {
              setAsked(true);
              if (isVerified || known) onLook();
            }}
          >
            {comparisonText.look}
          </Button>
        ) : null}
        <Button onPress={onLeave}>{mayTake ? comparisonText.leave : comparisonText.close}</Button>
      </div>
    </div>
  );
}

/** Why it could go and which papers are in it, as far as its sender says so. */
function NoteRows({ note }: { readonly note: PackageNote | null }) {
  if (note === null) return null;
  const papers = note.slots === null ? [] : [papersThere(note.slots), missingPapers(note.slots)];
  return (
    <>
      <FactRow name={noteText.theirWhy}>{basisText(note)}</FactRow>
      {note.slots === null ? null : (
        <FactRow name={noteText.papers}>{papers.filter((each) => each !== null).join(' ')}</FactRow>
      )}
    </>
  );
}
