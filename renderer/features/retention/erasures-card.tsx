import { Download } from 'lucide-react';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useAct } from '../../kit/use-act';
import { retentionText as words } from '../../strings/retention';

/** What was erased, by numbers, each with its certificate to save. */
export function ErasuresCard() {
  const act = useAct();
  const { data, error, reload } = useQuery('erasures', () => call(holdfast.retention.erasures({})), [
    'cases',
    'evidence',
  ]);
  const save = async (seq: number): Promise<void> => {
    const target = await call(holdfast.paths.save({ purpose: 'erasure' }));
    if (target !== null) await call(holdfast.retention.certificate({ seq, target: target.token }));
  };
  return (
    <section className="card pad stack" aria-label={words.erasuresTitle}>
      <h2>{words.erasuresTitle}</h2>
      {error === null ? null : <Failure code={error} onRetry={reload} />}
      {data?.length === 0 ? <p className="quiet">{words.noErasures}</p> : null}
      <Failure code={act.error} />
      <ul className="retention-list">
        {(data ?? []).map((each) => (
          <li key={each.seq}>
            <span dir="auto">{words.erasure(each)}</span>
            <div className="row">
              <Button
                icon={<Download aria-hidden />}
                label={words.saveCertificateOf(each.seq)}
                onPress={() => {
                  act.run(() => save(each.seq));
                }}
              >
                {words.saveCertificate}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
