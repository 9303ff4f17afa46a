import { FilePlus2, FolderPlus, Images } from 'lucide-react';
import { useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import { call, holdfast } from '../../kit/bridge';
import type { Act } from '../../kit/use-act';
import { Button } from '../../components/button';
import { EmptyState } from '../../components/parts';
import { addExhibits } from '../../strings/evidence';

export function AddFiles({ caseId, act }: { readonly caseId: string; readonly act: Act }) {
  return (
    <Button
      variant="primary"
      icon={<FilePlus2 aria-hidden />}
      onPress={() => {
        act.run(() => call(holdfast.evidence.pickFiles({ caseId })));
      }}
    >
      {addExhibits.files}
    </Button>
  );
}

export function AddFolder({ caseId, act }: { readonly caseId: string; readonly act: Act }) {
  return (
    <Button
      icon={<FolderPlus aria-hidden />}
      onPress={() => {
        act.run(() => call(holdfast.evidence.pickFolder({ caseId })));
      }}
    >
      {addExhibits.folder}
    </Button>
  );
}

/** What can be added, while a case has no exhibit. */
export function NoExhibits({ caseId, act }: { readonly caseId: string; readonly act: Act }) {
  return (
    <EmptyState
      icon={<Images />}
      title={addExhibits.title}
      actions={
        <>
          <AddFiles caseId={caseId} act={act} />
          <AddFolder caseId={caseId} act={act} />
        </>
      }
    >
      {addExhibits.words}
    </EmptyState>
  );
}

/** Where files can be dropped to be added to a case. */
export function DropPlace({
  caseId,
  act,
  children,
}: {
  readonly caseId: string;
  readonly act: Act;
  readonly children: ReactNode;
}) {
  const [over, setOver] = useState(false);

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) act.run(() => call(holdfast.drops.importFiles(caseId, files)));
  }

  return (
    <div
      className="dropzone"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (event.currentTarget === event.target) setOver(false);
      }}
      onDrop={drop}
    >
      {over ? <div className="over">{addExhibits.drop}</div> : null}
      {children}
    </div>
  );
}
