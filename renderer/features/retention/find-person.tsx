import { Search } from 'lucide-react';
import { useState } from 'react';
import type { UiOutput } from '../../../shared/contract/ui-methods';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { TextField } from '../../components/fields';
import { call, holdfast } from '../../kit/bridge';
import { useNavigation } from '../../kit/navigation';
import { useAct } from '../../kit/use-act';
import { retentionText as words } from '../../strings/retention';

type Found = UiOutput<'retention.find'>;

/** Looks through all cases for somebody who asked for their own data. In which cases is shown by a second press alone. */
export function FindPerson() {
  const act = useAct();
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const look = async (byCase: boolean): Promise<void> => {
    setFound(await call(holdfast.retention.find({ text: text.trim(), byCase })));
  };
  return (
    <section className="card pad stack" aria-label={words.findTitle}>
      <h2>{words.findTitle}</h2>
      <TextField
        label={words.findLabel}
        value={text}
        maxLength={200}
        onChange={(typed) => {
          setText(typed);
          setFound(null);
        }}
      />
      <div className="row">
        <Button
          icon={<Search aria-hidden />}
          isPending={act.busy}
          isDisabled={text.trim().length < 2}
          onPress={() => {
            act.run(() => look(false));
          }}
        >
          {words.find}
        </Button>
      </div>
      <Failure code={act.error} />
      {found === null ? null : (
        <Result
          found={found}
          onShow={() => {
            act.run(() => look(true));
          }}
        />
      )}
    </section>
  );
}

function Result({ found: { cases, found }, onShow }: { readonly found: Found; readonly onShow: () => void }) {
  const { go } = useNavigation();
  if (cases === 0)
    return (
      <p role="status" className="quiet">
        {words.findNone}
      </p>
    );
  if (found.length === 0)
    return (
      <div className="stack">
        <p role="status">{words.findSome(cases)}</p>
        <div className="row">
          <Button onPress={onShow}>{words.findShow}</Button>
        </div>
      </div>
    );
  return (
    <ul className="retention-list">
      {found.map(({ caseId, reference, hits, more }) => (
        <li key={caseId}>
          <span dir="auto">
            {reference}: {words.findCase(hits, more)}
          </span>
          <div className="row">
            <Button
              label={words.findOpen(reference)}
              onPress={() => {
                go({ name: 'evidence', caseId });
              }}
            >
              {words.redact}
            </Button>
            <Button
              variant="quiet"
              onPress={() => {
                go({ name: 'pack', caseId });
              }}
            >
              {words.pack}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
