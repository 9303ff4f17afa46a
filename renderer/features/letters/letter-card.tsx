import { FileDown } from 'lucide-react';
import { useState } from 'react';
import type { UiOutput } from '../../../shared/contract/ui-methods';
import { gapsIn } from '../../../shared/domain/casework/letters/blocks';
import { labelOf } from '../../../shared/records/by-fields';
import { letterSorts } from '../../../shared/records/letter';
import type { Letter } from '../../../shared/records/letter';
import { dateWords } from '../../../shared/records/words/date-words';
import { Button } from '../../components/button';
import { Disclose } from '../../components/disclose';
import { Failure } from '../../components/failure';
import { Chip, Notice } from '../../components/parts';
import { Sentence } from '../../components/sentence';
import { call, holdfast } from '../../kit/bridge';
import { useAct } from '../../kit/use-act';
import { leavingText } from '../../strings/leaving';
import { letterText as words } from '../../strings/letters';
import { LeavingDialog } from '../leaving/leaving-dialog';
import { useGate } from '../leaving/use-gate';
import { RecordTools } from '../record-book/record-tools';
import type { Shown } from '../record-book/use-records';
import { LetterShown } from './letter-shown';

/** A letter in the list: what it is, what is not filled, and what can be done with it. */
export function LetterCard({
  caseId,
  shown,
  onChange,
}: {
  readonly caseId: string;
  readonly shown: Shown<Letter>;
  readonly onChange: () => void;
}) {
  const { title, sort, to, on, blocks } = shown.body;
  const gaps = gapsIn(blocks).length;
  const said = [labelOf(letterSorts, sort), to === '' ? '' : words.to(to), on === null ? '' : dateWords(on)];
  return (
    <section className="card pad stack">
      <div className="row">
        <h2 dir="auto">{title}</h2>
        {gaps === 0 ? null : <Chip tone="amber">{words.lacksTag(gaps)}</Chip>}
      </div>
      <p className="quiet">
        <Sentence>{said.filter((each) => each !== '').join(' · ')}</Sentence>
      </p>
      <Disclose title={words.read}>
        <LetterShown blocks={blocks} />
      </Disclose>
      <SaveFile caseId={caseId} shown={shown} />
      <RecordTools caseId={caseId} shown={shown} title={title} onChange={onChange} />
    </section>
  );
}

/** Writes a letter as a file, once the gate lets it go. */
function SaveFile({ caseId, shown }: { readonly caseId: string; readonly shown: Shown<Letter> }) {
  const act = useAct();
  const gate = useGate();
  const [saved, setSaved] = useState<UiOutput<'letters.save'> | null>(null);
  const { id, body } = shown;
  const save = async (format: 'pdf' | 'docx'): Promise<void> => {
    setSaved(null);
    if ((await gate.ask({ output: 'letter', caseId, letterId: id })) === null) return;
    const { reference } = await call(holdfast.cases.get({ id: caseId }));
    const letter = { reference, sort: body.sort };
    const target = await call(holdfast.paths.save({ purpose: `letter-${format}`, letter }));
    if (target === null) return;
    setSaved(await call(holdfast.letters.save({ id, format, target: target.token })));
  };
  return (
    <>
      <div className="row">
        {(['pdf', 'docx'] as const).map((format) => {
          const what = format === 'pdf' ? words.savePdf : words.saveWord;
          return (
            <Button
              key={format}
              icon={<FileDown aria-hidden />}
              label={words.saveOf(what, body.title)}
              isPending={act.busy}
              onPress={() => {
                act.run(() => save(format));
              }}
            >
              {what}
            </Button>
          );
        })}
      </div>
      <LeavingDialog gate={gate} submit={leavingText.saveLetter} />
      <Failure code={act.error} />
      {saved === null ? null : (
        <Notice tone="green" title={words.saved(saved.pages)}>
          {words.savedHint}
        </Notice>
      )}
    </>
  );
}
