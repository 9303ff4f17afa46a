import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import type { CaseSummary } from '../../../shared/models/case';
import { noSafeRule } from '../../../shared/records/words/case-words';
import { Button } from '../../components/button';
import { FactRow, Facts } from '../../components/parts';
import { safeContactText as words } from '../../strings/safe-contact';
import './safe-contact.css';

type SafeContact = CaseSummary['safeContact'];

/** A text longer than this is cut on the screen until somebody asks for all of it. */
const long = 140;

/** How the client can be reached safely. The code word stays hidden until it is asked for: others may be looking. */
export function SafeContactBox({ safeContact }: { readonly safeContact: SafeContact }) {
  const { rule, safeNumbers, safeTimes, nameToUse, codeWord, textOk, voicemailOk, emailOk, notes } =
    safeContact;
  const [isWhole, setWhole] = useState(false);
  const isLong = [rule, safeNumbers, safeTimes, notes].some((each) => each.length > long);
  const cut = isLong && !isWhole ? 'cut' : '';
  const told = (name: string, text: string) =>
    text === '' ? null : (
      <FactRow name={name}>
        <span className={cut}>{text}</span>
      </FactRow>
    );
  return (
    <section className="card pad safe-box" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className={`big ${cut}`} dir="auto">
        {rule === '' ? noSafeRule : rule}
      </p>
      <div className="safe-answers">
        <Facts>
          {told(words.numbers, safeNumbers)}
          {told(words.times, safeTimes)}
          {told(words.nameToUse, nameToUse)}
          {codeWord === '' ? null : (
            <FactRow name={words.codeWord}>
              <CodeWord word={codeWord} />
            </FactRow>
          )}
        </Facts>
        <Facts>
          <FactRow name={words.texts}>{words.answer(textOk)}</FactRow>
          <FactRow name={words.voicemail}>{words.answer(voicemailOk)}</FactRow>
          <FactRow name={words.email}>{words.answer(emailOk)}</FactRow>
          {told(words.notes, notes)}
        </Facts>
      </div>
      {isLong ? (
        <Button
          variant="quiet"
          isExpanded={isWhole}
          onPress={() => {
            setWhole(!isWhole);
          }}
        >
          {isWhole ? words.showLess : words.showAll}
        </Button>
      ) : null}
    </section>
  );
}

function CodeWord({ word }: { readonly word: string }) {
  const [isShown, setShown] = useState(false);
  return (
    <span className="row">
      {isShown ? <strong dir="auto">{word}</strong> : null}
      <Button
        variant="quiet"
        icon={isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
        isExpanded={isShown}
        onPress={() => {
          setShown(!isShown);
        }}
      >
        {isShown ? words.hide : words.show}
      </Button>
    </span>
  );
}
