import { Printer } from 'lucide-react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { call, holdfast } from '../../kit/bridge';
import { useAct, useActReading } from '../../kit/use-act';
import { Button, SubmitButton } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Failure } from '../../components/failure';
import { RadioCards } from '../../components/radio-cards';
import { Notice } from '../../components/parts';
import type { RecoveryKind, RecoveryKit as Kit } from '../../../shared/models/vault';
import { OwnPassphrase } from '../../components/passphrase/own-passphrase';
import { PaperSheets } from './paper-sheets';
import { problemOf } from './problem-of';
import { printingText } from '../../strings/recovery';
import { SheetFields, sheetProblem } from './sheet-fields';
import './recovery.css';

/** The kit in a dialog, for a vault that is in use. */
export function RecoveryKit({
  test = null,
  onDone,
}: {
  /** The kind of the kit there is, to test it; null to make a new one. */
  readonly test?: RecoveryKind | null;
  readonly onDone: () => void;
}) {
  return (
    <Dialog title="Recovery kit" isOpen onClose={onDone} isWide>
      {test === null ? (
        <RecoveryKitSteps own={null} onDone={onDone} later="Close" />
      ) : (
        <TestKit kind={test} back="Close" onBack={onDone} onPassed={onDone} />
      )}
    </Dialog>
  );
}

/**
 * Makes a kit, shows and prints it, and ends with a test: the words typed back from the paper. `own` is the passphrase where
 * it has just been typed; else it is asked for.
 */
export function RecoveryKitSteps({
  own,
  onDone,
  later,
}: {
  readonly own: string | null;
  readonly onDone: () => void;
  /** What the way out is called. */
  readonly later: string;
}) {
  const [kit, setKit] = useState<Kit | null>(null);
  const [testing, setTesting] = useState(false);
  const [done, setDone] = useState(false);
  if (kit === null) return <ChooseKit own={own} onMade={setKit} onDone={onDone} later={later} />;
  if (done) {
    return (
      <div className="stack">
        <Notice tone="green" title="The kit opens this vault">
          Now put it where it is to stay, away from this laptop.
        </Notice>
        <div className="row">
          <Button variant="primary" onPress={onDone} autoFocus>
            Done
          </Button>
        </div>
      </div>
    );
  }
  return testing ? (
    <TestKit
      kind={kit.kind}
      back="Show the words again"
      onBack={() => {
        setTesting(false);
      }}
      onPassed={() => {
        setDone(true);
      }}
    />
  ) : (
    <ShowKit
      kit={kit}
      onNext={() => {
        setTesting(true);
      }}
      onDone={onDone}
      later={later}
    />
  );
}

function ChooseKit({
  own,
  onMade,
  onDone,
  later,
}: {
  readonly own: string | null;
  readonly onMade: (kit: Kit) => void;
  readonly onDone: () => void;
  readonly later: string;
}) {
  const [kind, setKind] = useState<RecoveryKind>('words');
  const [typed, setTyped] = useState('');
  const [checked, setChecked] = useState(false);
  const act = useAct({ once: true });

  function make(event: SyntheticEvent): void {
    event.preventDefault();
    setChecked(true);
    act.setError(null);
    const passphrase = own ?? typed;
    if (passphrase === '') return;
    act.run(() => call(holdfast.recovery.make({ own: passphrase, kind })), onMade);
  }

  return (
    <form className="stack" onSubmit={make} noValidate>
      <p>
        The kit is words on paper that open the vault when a passphrase is forgotten. It also opens the
        backups. Without it, and without a passphrase, every case is lost: nobody can reset them.
      </p>
      <RadioCards
        label="How do you want to keep it?"
        value={kind}
        onChange={setKind}
        options={[
          {
            id: 'words',
            label: 'One sheet',
            description: 'Twelve words. Simple, for a safe or a sealed envelope with a manager.',
          },
          {
            id: 'shares',
            label: 'Three sheets, any two open',
            description: 'For three people. One sheet that is lost or stolen opens nothing.',
          },
        ]}
      />
      {own === null ? <OwnPassphrase value={typed} onChange={setTyped} checked={checked} /> : null}
      <Failure code={act.error} />
      <div className="row">
        <SubmitButton isPending={act.busy}>Make the kit</SubmitButton>
        <Button variant="quiet" onPress={onDone}>
          {later}
        </Button>
      </div>
    </form>
  );
}

function ShowKit({
  kit,
  onNext,
  onDone,
  later,
}: {
  readonly kit: Kit;
  readonly onNext: () => void;
  readonly onDone: () => void;
  readonly later: string;
}) {
  return (
    <div className="stack">
      <p>
        Print {kit.sheets.length === 1 ? 'the sheet' : 'the three sheets'}, or write the words down by hand.
        They are shown only now. Do not photograph them and do not save them on a computer.
      </p>
      <div className="sheets">
        {kit.sheets.map(({ number, of, words }) => (
          <section
            key={number}
            className="sheet"
            aria-label={of === 1 ? 'The sheet' : `Sheet ${number} of ${of}`}
          >
            <h2>
              {of === 1 ? 'The sheet' : `Sheet ${number} of ${of}`}{' '}
              <span className="quiet num">{kit.label}</span>
            </h2>
            <ol>
              {words.map((word, index) => (
                <li key={`${index} ${word}`}>{word}</li>
              ))}
            </ol>
          </section>
        ))}
      </div>
      <PaperSheets kit={kit} />
      <BeforePrinting />
      <div className="row">
        <Button variant="primary" onPress={onNext}>
          I have it on paper
        </Button>
        <Button
          icon={<Printer aria-hidden />}
          onPress={() => {
            window.print();
            void holdfast.recovery.printed({});
          }}
        >
          Print
        </Button>
        <Button variant="quiet" onPress={onDone}>
          {later}
        </Button>
      </div>
    </div>
  );
}

/** Printers and what stands between keep copies: said before the words go there. */
function BeforePrinting() {
  return (
    <Notice tone="amber" title={printingText.title}>
      <ul>
        {printingText.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </Notice>
  );
}

function TestKit({
  kind,
  back,
  onBack,
  onPassed,
}: {
  readonly kind: RecoveryKind;
  /** What the way back is called. */
  readonly back: string;
  readonly onBack: () => void;
  readonly onPassed: () => void;
}) {
  const [sheets, setSheets] = useState<readonly string[]>([]);
  const act = useActReading(problemOf, { once: true });

  function test(event: SyntheticEvent): void {
    event.preventDefault();
    if (act.busy) return;
    const typed = sheets.filter((text) => text.trim() !== '');
    if (typed.length === 0) {
      act.setError({ code: 'words-wrong', sheet: null, position: null });
      return;
    }
    act.run(() => call(holdfast.recovery.test({ sheets: typed })), onPassed);
  }

  return (
    <form className="stack" onSubmit={test} noValidate>
      <p>
        Type the words from the paper. This opens the vault with them for trial, so that a slip shows today.
      </p>
      <SheetFields kind={kind} value={sheets} onChange={setSheets} problem={act.error} />
      {act.error === null || sheetProblem(act.error) !== null ? null : <Failure code={act.error.code} />}
      <div className="row">
        <SubmitButton isPending={act.busy}>Test the kit</SubmitButton>
        <Button variant="quiet" onPress={onBack}>
          {back}
        </Button>
      </div>
    </form>
  );
}
