import { Printer, SquareDashed } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Redaction } from '../../../shared/models/redaction';
import { useState } from 'react';
import { isDoubtful } from '../../../shared/domain/redaction/doubtful';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { Button, TextLink } from '../../components/button';
import { Failure } from '../../components/failure';
import { Skeleton } from '../../components/parts';
import { printMoment } from '../../strings/dates';
import { boxesText } from '../../strings/redaction';
import { RedactionChecks } from './redaction-checks';
import { LogTable, PaperLog } from './redaction-log';
import { SaveRedacted } from './save-redacted';
import './redaction.css';

/** Beside an exhibit: its redacted copies, what was covered and why, and what was checked. */
export function RedactionPanel({ item }: { readonly item: EvidenceDetail }) {
  const { go } = useNavigation();
  const [chosen, setChosen] = useState<string | null>(null);
  const { data, error, reload } = useQuery(
    `redactions-${item.id}`,
    () => call(holdfast.redaction.list({ itemId: item.id })),
    ['redactions'],
  );
  if (error !== null) return <Failure code={error} onRetry={reload} />;
  if (data === null) return <Skeleton height={80} />;
  const shown = data.find(({ id }) => id === chosen) ?? data[0];
  const canRedact = item.preview === 'ready' && (item.kind === 'image' || item.kind === 'pdf');
  const redactButton = (
    <Button
      icon={<SquareDashed aria-hidden />}
      isDisabled={!canRedact}
      onPress={() => {
        go({ name: 'redact', caseId: item.caseId, itemId: item.id });
      }}
    >
      {shown === undefined ? 'Cover parts of it' : 'Redact again'}
    </Button>
  );
  if (shown === undefined) {
    return <NoCopyYet canRedact={canRedact} redactButton={redactButton} />;
  }
  return (
    <>
      <h2>Redacted copy, version {shown.version}</h2>
      <p className="quiet">
        {boxesText(shown.boxes)}, by {shown.author}, {printMoment(shown.createdAt)}.
        {shown.id !== data[0]?.id
          ? ' A newer version is in use.'
          : isDoubtful(shown)
            ? ' It is not used: see what was checked.'
            : ' Bundles show this one.'}
      </p>
      <LogActions redactButton={redactButton} itemId={item.id} />
      <div className="stack">
        <SaveRedacted key={shown.id} caseId={item.caseId} redaction={shown} />
      </div>
      <h2>What is covered, and why</h2>
      <LogTable redaction={shown} />
      <h2>Read back and checked</h2>
      <RedactionChecks checks={shown.checks} />
      <Versions data={data} shown={shown} setChosen={setChosen} />
      <PaperLog redaction={shown} exhibitRef={item.exhibitRef} />
    </>
  );
}

/** Every version, with the one on the screen marked. */
function Versions({
  data,
  shown,
  setChosen,
}: {
  readonly data: readonly Redaction[];
  readonly shown: Redaction;
  readonly setChosen: (id: string) => void;
}) {
  return (
    <>
      {' '}
      {data.length < 2 ? null : (
        <>
          <h2>Versions</h2>
          <ul className="plain">
            {data.map(({ id, version, createdAt, boxes }) => (
              <li key={id}>
                {id === shown.id ? (
                  <strong>Version {version}</strong>
                ) : (
                  <TextLink
                    onPress={() => {
                      setChosen(id);
                    }}
                  >
                    Version {version}
                  </TextLink>
                )}
                , {boxesText(boxes)}, {printMoment(createdAt)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Redacting again, and printing what was covered. */
function LogActions({ redactButton, itemId }: { readonly redactButton: ReactNode; readonly itemId: string }) {
  return (
    <div className="row redact-actions">
      {redactButton}
      <Button
        icon={<Printer aria-hidden />}
        onPress={() => {
          window.print();
          void holdfast.redaction.printed({ itemId });
        }}
      >
        Print the log
      </Button>
    </div>
  );
}

/** What covering is for, or why it cannot be done here. */
function NoCopyYet({
  canRedact,
  redactButton,
}: {
  readonly canRedact: boolean;
  readonly redactButton: ReactNode;
}) {
  return (
    <div className="stack" style={{ paddingTop: 16 }}>
      <p className="quiet">
        {canRedact
          ? 'There is no redacted copy. Cover an address, a number, a face or another person’s name before this goes to a court or the other side. The original stays as it is.'
          : 'Only pictures and PDFs that can be shown can be redacted.'}
      </p>
      <div>{redactButton}</div>
    </div>
  );
}
