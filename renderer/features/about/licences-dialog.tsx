import { useState } from 'react';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Disclose } from '../../components/disclose';
import { Failure } from '../../components/failure';
import { Skeleton } from '../../components/parts';
import { call, holdfast } from '../../kit/bridge';
import { useCommand, useQuery } from '../../kit/hooks';
import { aboutWords } from '../../strings/about';
import { counted } from '../../strings/counts';
import './about.css';

/** The licences of all that is handed out with Holdfast, offline, from the files beside it. */
export function LicencesDialog({ onClose }: { readonly onClose: () => void }) {
  const { data, error, reload } = useQuery('licences', () => call(holdfast.app.licences({})));
  return (
    <Dialog title={aboutWords.open} isOpen isWide onClose={onClose}>
      <Failure code={error} onRetry={reload} />
      {data === null ? (
        error === null && <Skeleton />
      ) : (
        <div className="stack">
          <Disclose title={aboutWords.parts} isOpenAtFirst>
            <Text label={aboutWords.parts}>{data.parts}</Text>
          </Disclose>
          <Disclose title={aboutWords.runtime}>
            <RuntimeParts names={data.runtime} />
          </Disclose>
        </div>
      )}
      <div className="actions">
        <Button onPress={onClose} autoFocus>
          {aboutWords.close}
        </Button>
      </div>
    </Dialog>
  );
}

/** By name; the text of one is fetched when it is opened, for together they are nine megabytes. */
function RuntimeParts({ names }: { readonly names: readonly string[] }) {
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  if (names.length === 0) return <p className="quiet">{aboutWords.noRuntime}</p>;
  return (
    <>
      <p className="quiet">
        {aboutWords.runtimeWhy(counted(names.length, aboutWords.oneRuntimePart, aboutWords.runtimeParts))}
      </p>
      <div className="runtime-parts">
        {names.map((name, index) => (
          <details
            // Several parts of it have one name.
            key={`${index} ${name}`}
            onToggle={() => {
              setOpened((before) => new Set([...before, index]));
            }}
          >
            <summary>{name}</summary>
            {opened.has(index) ? <RuntimeText name={name} index={index} /> : null}
          </details>
        ))}
      </div>
    </>
  );
}

function RuntimeText({ name, index }: { readonly name: string; readonly index: number }) {
  const { data, error, reload } = useQuery(`licence ${index}`, () =>
    call(holdfast.app.runtimeLicence({ index })),
  );
  return (
    <>
      <Failure code={error} onRetry={reload} />
      {data === null ? null : <Text label={name}>{data.text}</Text>}
    </>
  );
}

/** A long text with a scroll bar of its own, which the keyboard reaches. */
function Text({ label, children }: { readonly label: string; readonly children: string }) {
  return (
    <pre className="licence-text" role="region" aria-label={label} tabIndex={0}>
      {children}
    </pre>
  );
}

/** The same by the menu, whether the vault is open or not. */
export function LicencesByMenu() {
  const [isOpen, setOpen] = useState(false);
  useCommand('licences', () => {
    setOpen(true);
  });
  return isOpen ? (
    <LicencesDialog
      onClose={() => {
        setOpen(false);
      }}
    />
  ) : null;
}
