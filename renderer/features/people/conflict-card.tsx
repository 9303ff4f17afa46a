import { SearchCheck } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ConflictFound } from '../../../shared/models/conflict';
import { conflictCheckFields, conflictCheckKind } from '../../../shared/records/conflict-check';
import type { ConflictCheck } from '../../../shared/records/conflict-check';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { FirstOfMany } from '../../components/first-of-many';
import { Chip, Notice } from '../../components/parts';
import { call, holdfast } from '../../kit/bridge';
import { today } from '../../kit/today';
import { useAct } from '../../kit/use-act';
import { conflictText as words } from '../../strings/people';
import { RecordForm } from '../record-book/record-form';
import { RecordTools } from '../record-book/record-tools';
import { Said } from '../record-book/said';
import type { Shown } from '../record-book/use-records';

type Check = Shown<ConflictCheck>;

/** Looking whether people of this case stand in another: what was found now, and what was decided before. */
export function ConflictCard({
  caseId,
  checks,
  isOffered,
  onLater,
  onRecord,
  onChange,
}: {
  readonly caseId: string;
  readonly checks: readonly Check[];
  /** Somebody was just added. */
  readonly isOffered: boolean;
  readonly onLater: () => void;
  /** Writes down what came of it, with the references that were named. */
  readonly onRecord: (found: ConflictFound) => void;
  readonly onChange: (id: string) => void;
}) {
  const act = useAct();
  const [found, setFound] = useState<ConflictFound | null>(null);
  const check = (): void => {
    onLater();
    act.run(async () => {
      setFound(await call(holdfast.casework.conflict({ caseId })));
    });
  };
  const button = (
    <Button icon={<SearchCheck aria-hidden />} isPending={act.busy} onPress={check}>
      {found === null ? words.run : words.again}
    </Button>
  );
  return (
    <section className="card pad stack conflict-card" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>{words.what}</p>
      <p className="quiet small">{words.courtesy}</p>
      <Offer isOffered={isOffered} button={button} onLater={onLater} />
      <Failure code={act.error} />
      {found === null ? null : (
        <Found
          found={found}
          onRecord={() => {
            onRecord(found);
          }}
        />
      )}
      <Past caseId={caseId} checks={checks} onChange={onChange} />
    </section>
  );
}

/** The press that looks; after somebody was added, asked about. */
function Offer({
  isOffered,
  button,
  onLater,
}: {
  readonly isOffered: boolean;
  readonly button: ReactNode;
  readonly onLater: () => void;
}) {
  if (!isOffered) return <div className="row">{button}</div>;
  return (
    <Notice
      tone="accent"
      title={words.offered}
      actions={
        <>
          {button}
          <Button variant="quiet" onPress={onLater}>
            {words.later}
          </Button>
        </>
      }
    />
  );
}

function Found({ found, onRecord }: { readonly found: ConflictFound; readonly onRecord: () => void }) {
  const { people, cases, found: others } = found;
  if (people === 0) return <p role="status">{words.nobody}</p>;
  return (
    <div className="stack" role="status">
      <p>{others.length === 0 ? words.none(people, cases) : words.found(others.length)}</p>
      {others.length === 0 ? null : (
        <ul>
          <FirstOfMany
            items={others}
            draw={({ reference, ask, on }) => (
              <li key={reference}>
                <p>
                  <strong>{reference}</strong> <Chip tone="amber">{words.on(on)}</Chip>
                </p>
                <p className="quiet small" dir="auto">
                  {words.ask(ask)}
                </p>
              </li>
            )}
          />
        </ul>
      )}
      <div className="row">
        <Button onPress={onRecord}>{words.record}</Button>
      </div>
    </div>
  );
}

function Past({
  caseId,
  checks,
  onChange,
}: {
  readonly caseId: string;
  readonly checks: readonly Check[];
  readonly onChange: (id: string) => void;
}) {
  const newest = [...checks].reverse();
  return (
    <>
      <h3>{words.past}</h3>
      {checks.length === 0 ? <p className="quiet">{words.noneYet}</p> : null}
      <ul>
        <FirstOfMany
          items={newest}
          draw={(shown) => (
            <li key={shown.id}>
              <Said shown={shown} fields={conflictCheckFields} />
              <RecordTools
                caseId={caseId}
                shown={shown}
                title={shown.title}
                onChange={() => {
                  onChange(shown.id);
                }}
              />
            </li>
          )}
        />
      </ul>
    </>
  );
}

/** What came of a conflict check, and who decided it. */
export function ConflictForm({
  caseId,
  shown,
  found,
  onClose,
}: {
  readonly caseId: string;
  readonly shown: Check | null;
  readonly found: ConflictFound | null;
  readonly onClose: () => void;
}) {
  const references = (found?.found ?? []).map(({ reference }) => reference).slice(0, 100);
  const isNothing = found !== null && references.length === 0;
  return (
    <RecordForm
      caseId={caseId}
      kind={conflictCheckKind}
      fields={conflictCheckFields}
      shown={shown}
      start={{ on: today(), references, ...(isNothing ? { outcome: 'nothing' } : {}) }}
      title={words.formTitle}
      intro={words.courtesy}
      onClose={onClose}
    />
  );
}
