import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { breachClock, isUrgent } from '../../../shared/domain/breach/clock';
import type { Breach } from '../../../shared/models/breach';
import type { TransferRecord } from '../../../shared/models/transfer';
import { Button } from '../../components/button';
import { ConfirmDialog } from '../../components/dialog';
import { Disclose } from '../../components/disclose';
import { Failure } from '../../components/failure';
import { Chip, FactRow, Facts } from '../../components/parts';
import { call, holdfast } from '../../kit/bridge';
import { nowIso } from '../../kit/today';
import { useAct } from '../../kit/use-act';
import { breachText as words, clockChip, onItText, toldText } from '../../strings/breaches';
import { printMoment } from '../../strings/dates';
import { HistoryDialog } from '../records/history-dialog';
import { BreachDialog } from './breach-dialog';

type Open =
  { readonly is: 'change' | 'history' | 'remove'; readonly breach: Breach } | { readonly is: 'new' } | null;

/** What was lost or stolen, each with the hours that are left to tell the ICO; open where these run or are over. */
export function BreachesCard({
  breaches,
  records,
  onChanged,
}: {
  readonly breaches: readonly Breach[];
  readonly records: readonly TransferRecord[];
  readonly onChanged: () => void;
}) {
  const [open, setOpen] = useState<Open>(null);
  const waits = breaches.some(({ body }) => isUrgent(breachClock(body, nowIso())));
  return (
    <section className="card pad full" aria-label={words.title}>
      <Disclose level={2} title={words.title} isOpenAtFirst={waits}>
        <Breaches breaches={breaches} onOpen={setOpen} />
      </Disclose>
      <OpenDialog
        open={open}
        records={records}
        onDone={() => {
          setOpen(null);
          onChanged();
        }}
        onClose={() => {
          setOpen(null);
        }}
      />
    </section>
  );
}

function Breaches({
  breaches,
  onOpen,
}: {
  readonly breaches: readonly Breach[];
  readonly onOpen: (open: Open) => void;
}) {
  return (
    <div className="stack">
      <p className="quiet">{words.lead}</p>
      {breaches.length === 0 ? <p className="quiet">{words.none}</p> : null}
      {breaches.map((breach) => (
        <BreachShown key={breach.id} breach={breach} onOpen={onOpen} />
      ))}
      <div className="row">
        <Button
          icon={<CircleAlert aria-hidden />}
          onPress={() => {
            onOpen({ is: 'new' });
          }}
        >
          {words.add}
        </Button>
      </div>
      <Disclose title={words.why}>
        <ul className="plain">
          {[words.rule, words.people, words.kept, words.asAt].map((line) => (
            <li key={line} className="small">
              {line}
            </li>
          ))}
        </ul>
      </Disclose>
    </div>
  );
}

function OpenDialog({
  open,
  records,
  onDone,
  onClose,
}: {
  readonly open: Open;
  readonly records: readonly TransferRecord[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const act = useAct();
  if (open === null) return <Failure code={act.error} />;
  if (open.is === 'new')
    return <BreachDialog breach={null} records={records} onDone={onDone} onClose={onClose} />;
  const { breach } = open;
  if (open.is === 'change')
    return <BreachDialog breach={breach} records={records} onDone={onDone} onClose={onClose} />;
  if (open.is === 'history')
    return (
      <HistoryDialog id={breach.id} title={words.historyOf(breach.body.what)} isReadOnly onClose={onClose} />
    );
  return (
    <ConfirmDialog
      title={words.removeTitle}
      isOpen
      confirm={words.removeConfirm}
      onConfirm={() => {
        onClose();
        act.run(() => call(holdfast.breaches.remove({ id: breach.id })), onDone);
      }}
      onClose={onClose}
    >
      {words.removeWhat}
    </ConfirmDialog>
  );
}

function BreachShown({ breach, onOpen }: { readonly breach: Breach; readonly onOpen: (open: Open) => void }) {
  const { body } = breach;
  const [tone, text] = clockChip(breachClock(body, nowIso()));
  const press = (is: 'change' | 'history' | 'remove') => () => {
    onOpen({ is, breach });
  };
  return (
    <div className="card pad stack">
      <div className="row">
        <strong dir="auto">{body.what}</strong>
        <Chip tone={tone}>{text}</Chip>
      </div>
      <Facts>
        <FactRow name={words.foundOut}>{printMoment(body.foundAt)}</FactRow>
        <FactRow name={words.onIt}>{onItText(breach)}</FactRow>
        {body.circumstances === '' ? null : (
          <FactRow name={words.circumstances}>{body.circumstances}</FactRow>
        )}
        <FactRow name={words.risk}>
          {words.risks.find(({ id }) => id === body.risk)?.label}
          {body.riskWhy === '' ? null : <p className="small">{body.riskWhy}</p>}
        </FactRow>
        <FactRow name={words.told}>{toldText(body)}</FactRow>
        {body.notes === '' ? null : <FactRow name={words.notes}>{body.notes}</FactRow>}
        <FactRow name={words.writtenBy}>{words.by(breach)}</FactRow>
      </Facts>
      <div className="row">
        <Button label={words.changeOf(body.what)} onPress={press('change')}>
          {words.change}
        </Button>
        <Button variant="quiet" label={words.historyOf(body.what)} onPress={press('history')}>
          {words.history}
        </Button>
        <Button variant="quiet" label={words.removeOf(body.what)} onPress={press('remove')}>
          {words.remove}
        </Button>
      </div>
    </div>
  );
}
