import { Download } from 'lucide-react';
import { useState } from 'react';
import type { FiguresChoice } from '../../../shared/models/figures';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Notice } from '../../components/parts';
import { call, holdfast } from '../../kit/bridge';
import { useAct } from '../../kit/use-act';
import { figuresText as words } from '../../strings/figures';

/** Saves the figures for somebody else: anonymised, whatever is on the screen. */
export function SaveFigures({ choice }: { readonly choice: FiguresChoice }) {
  const act = useAct();
  const [isSaved, setSaved] = useState(false);
  const save = async (format: 'pdf' | 'csv'): Promise<void> => {
    setSaved(false);
    const target = await call(holdfast.paths.save({ purpose: `figures-${format}` }));
    if (target === null) return;
    await call(holdfast.figures.export({ ...choice, format, target: target.token }));
    setSaved(true);
  };
  return (
    <div className="stack">
      <div className="row">
        <Button
          variant="primary"
          icon={<Download aria-hidden />}
          isPending={act.busy}
          onPress={() => {
            act.run(() => save('pdf'));
          }}
        >
          {words.savePdf}
        </Button>
        <Button
          icon={<Download aria-hidden />}
          isPending={act.busy}
          onPress={() => {
            act.run(() => save('csv'));
          }}
        >
          {words.saveCsv}
        </Button>
      </div>
      <Failure code={act.error} />
      {isSaved ? (
        <Notice tone="green" title={words.savedTitle}>
          {words.saved}
        </Notice>
      ) : null}
    </div>
  );
}
