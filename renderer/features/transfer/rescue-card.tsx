import { FileText, KeyRound } from 'lucide-react';
import { useState } from 'react';
import { rescueEnd, rescueIntro, rescueKinds, rescueSteps } from '../../../shared/domain/rescue/rescue-text';
import type { RescueKind } from '../../../shared/domain/rescue/rescue-text';
import { Button } from '../../components/button';
import { Disclose } from '../../components/disclose';
import { Failure } from '../../components/failure';
import { Segmented, TextField } from '../../components/fields';
import { FormDialog } from '../../components/form-dialog';
import { Notice } from '../../components/parts';
import { call, holdfast } from '../../kit/bridge';
import { useAct } from '../../kit/use-act';
import { rescueWords as words } from '../../strings/after';

/** How a package opens without Holdfast, word for word as it stands in README.txt. */
export function RescueCard() {
  const [isSaved, setSaved] = useState(false);
  const [isKey, setKey] = useState(false);
  const act = useAct();
  const saveReadme = (): void => {
    act.run(async () => {
      setSaved(false);
      const target = await call(holdfast.paths.save({ purpose: 'readme' }));
      if (target === null) return;
      await call(holdfast.rescue.saveReadme({ target: target.token }));
      setSaved(true);
    });
  };
  return (
    <section className="card pad full" aria-label={words.title}>
      <Disclose level={2} title={words.title}>
        <div className="stack">
          <p className="quiet">{words.lead}</p>
          <Disclose title={words.open}>
            <Steps />
          </Disclose>
          <Failure code={act.error} />
          {isSaved ? <Notice tone="green" title={words.readmeDone} /> : null}
          <div className="row">
            <Button icon={<FileText aria-hidden />} isPending={act.busy} onPress={saveReadme}>
              {words.readme}
            </Button>
            <Button
              icon={<KeyRound aria-hidden />}
              onPress={() => {
                setKey(true);
              }}
            >
              {words.key}
            </Button>
          </div>
        </div>
      </Disclose>
      {isKey ? (
        <KeyDialog
          onClose={() => {
            setKey(false);
          }}
        />
      ) : null}
    </section>
  );
}

/** What is typed, for a package that was sealed one way or the other. */
function Steps() {
  const [kind, setKind] = useState<RescueKind>('key');
  return (
    <div className="stack">
      <p>{rescueIntro}</p>
      <Segmented
        label={words.kind}
        value={kind}
        onChange={setKind}
        options={rescueKinds.map((id) => ({ id, label: words.kinds[id] }))}
      />
      <ol className="rescue">
        {rescueSteps(kind).map(({ title, text, commands }) => (
          <li key={title}>
            <strong>{title}</strong>
            <p>{text}</p>
            <pre role="region" aria-label={words.commands(title)} tabIndex={0}>
              {commands.join('\n')}
            </pre>
          </li>
        ))}
      </ol>
      <p>{rescueEnd}</p>
    </div>
  );
}

function KeyDialog({ onClose }: { readonly onClose: () => void }) {
  const [passphrase, setPassphrase] = useState('');
  const [own, setOwn] = useState('');
  const [checked, setChecked] = useState(false);
  const missing = passphrase.length < 12 ? words.keyMissing : null;
  const ownMissing = own === '' ? words.keyOwnMissing : null;
  return (
    <FormDialog
      title={words.keyTitle}
      submit={words.keySubmit}
      ready={() => {
        setChecked(true);
        return missing === null && ownMissing === null;
      }}
      work={async () => {
        const target = await call(holdfast.paths.save({ purpose: 'key' }));
        if (target === null) return;
        await call(holdfast.rescue.saveKey({ target: target.token, passphrase, own }));
      }}
      onDone={onClose}
      onClose={onClose}
    >
      <Notice tone="amber">{words.keyWhat}</Notice>
      <TextField
        label={words.keyPassphrase}
        type="password"
        value={passphrase}
        onChange={setPassphrase}
        error={checked ? missing : null}
      />
      <TextField
        label={words.keyOwn}
        type="password"
        value={own}
        onChange={setOwn}
        error={checked ? ownMissing : null}
      />
    </FormDialog>
  );
}
