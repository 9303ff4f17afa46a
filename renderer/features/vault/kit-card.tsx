import { FileKey } from 'lucide-react';
import { useState } from 'react';
import type { RecoveryState } from '../../../shared/models/vault';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Notice, Skeleton } from '../../components/parts';
import { printDay } from '../../strings/dates';
import { RecoveryKit } from '../recovery/recovery-kit';

/** Whether somebody who has lost every passphrase could still get in. */
export function KitCard() {
  const [open, setOpen] = useState<'make' | 'test' | null>(null);
  const { data, error, reload } = useQuery('kit', () => call(holdfast.recovery.state({})), ['vault']);
  return (
    <section className="card pad stack" aria-labelledby="kit">
      <h2 id="kit">Recovery kit</h2>
      <p className="quiet">Words on paper that open the vault when every passphrase is lost.</p>
      <Failure code={error} onRetry={reload} />
      {data === null && error === null ? <Skeleton height={80} /> : null}
      {data === null ? null : <KitState state={data} />}
      <div className="row">
        {data?.kind == null ? null : (
          <Button
            variant={data.testedAt === null ? 'primary' : 'secondary'}
            onPress={() => {
              setOpen('test');
            }}
          >
            Test the kit
          </Button>
        )}
        <Button
          icon={<FileKey aria-hidden />}
          variant={data?.kind == null ? 'primary' : 'secondary'}
          onPress={() => {
            setOpen('make');
          }}
        >
          {data?.madeAt == null ? 'Make a kit' : 'Make a new kit'}
        </Button>
      </div>
      {open === null ? null : (
        <RecoveryKit
          test={open === 'test' ? (data?.kind ?? null) : null}
          onDone={() => {
            setOpen(null);
            reload();
          }}
        />
      )}
    </section>
  );
}

function KitState({ state: { kind, madeAt, testedAt } }: { readonly state: RecoveryState }) {
  if (kind === null || madeAt === null) {
    return (
      <Notice tone="amber" title="There is none">
        If every passphrase is lost, so is every case. Nobody can reset them.
      </Notice>
    );
  }
  const sheets = kind === 'shares' ? 'Three sheets, any two of which open the vault' : 'One sheet';
  if (testedAt === null) {
    return (
      <Notice tone="amber" title="Made but never tested">
        {sheets}, made on {printDay(madeAt)}. A slip of the pen shows only when it is too late: type the words
        from the paper once.
      </Notice>
    );
  }
  return (
    <Notice tone="green" title={`Tested on ${printDay(testedAt)}`}>
      {sheets}, made on {printDay(madeAt)}. Keep it apart from this laptop, and where you would think of it.
    </Notice>
  );
}
