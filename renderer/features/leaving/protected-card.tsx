import { useState } from 'react';
import { protectedKind } from '../../../shared/records/protected';
import { protectedWhatText } from '../../../shared/records/words/leaving-words';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { call, holdfast } from '../../kit/bridge';
import { useAct } from '../../kit/use-act';
import { leavingText as words } from '../../strings/leaving';
import { useRecords } from '../record-book/use-records';
import { ProtectedDialog } from './protected-dialog';
import './leaving.css';

/** The protected list of a case: what is on it, and adding to it. */
export function ProtectedCard({ caseId }: { readonly caseId: string }) {
  const [isAdding, setAdding] = useState(false);
  const { run, error } = useAct({ inTurn: true });
  const list = useRecords(caseId, protectedKind);
  const lines = (list.data ?? []).map(({ id, body }) => ({ ...body, id }));
  const close = (): void => {
    setAdding(false);
  };
  return (
    <section className="card protected-list" aria-label={words.protectedList}>
      <h2>{words.protectedList}</h2>
      <div className="pad stack">
        <p className="quiet small">{words.protectedHint}</p>
        {lines.length === 0 ? <p>{words.protectedNone}</p> : null}
        <ul>
          {lines.map(({ id, what, text, whose }) => (
            <li key={id}>
              <span className="grow">
                <span dir="auto">{text}</span>
                <span className="quiet small">
                  {[protectedWhatText[what], whose].filter((each) => each !== '').join(', ')}
                </span>
              </span>
              <Button
                variant="quiet"
                label={`${words.take}: ${text}`}
                onPress={() => {
                  run(() => call(holdfast.records.remove({ id })));
                }}
              >
                {words.take}
              </Button>
            </li>
          ))}
        </ul>
        <Failure code={list.error ?? error} />
        <div className="row">
          <Button
            onPress={() => {
              setAdding(true);
            }}
          >
            {words.add}
          </Button>
        </div>
      </div>
      {isAdding ? <ProtectedDialog caseId={caseId} onClose={close} /> : null}
    </section>
  );
}
