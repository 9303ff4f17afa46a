import { Sparkles } from 'lucide-react';
import { useEffect, useState } from 'react';
import { call, holdfast } from '../../kit/bridge';
import { Button } from '../button';
import { CheckboxField, TextField } from '../fields';
import { passphraseStrength, prepareStrength } from './strength';
import { passphraseProblems } from './new-passphrase';
import type { NewPassphrase } from './new-passphrase';

/** A new passphrase, twice, with how good it is; or one that the computer makes up. */
export function NewPassphraseFields({
  value,
  onChange,
  checked,
  whose,
  about = [],
}: {
  readonly value: NewPassphrase;
  readonly onChange: (value: NewPassphrase) => void;
  readonly checked: boolean;
  /** `Your new` or `Their`. */
  readonly whose: string;
  /** Names that whoever guesses would try first. */
  readonly about?: readonly string[];
}) {
  const { show, setShow, suggested, suggest } = useSuggestion(onChange);
  const strength = useStrength(value.first, about);
  const problems = passphraseProblems(value, about);
  const isSuggested = suggested !== null && suggested === value.first;
  const hint = isSuggested
    ? 'Seven words chosen at random. Write them down now, then type them again below.'
    : strength.words;

  return (
    <>
      <div className="stack">
        <TextField
          label={`${whose} passphrase`}
          type={show ? 'text' : 'password'}
          value={value.first}
          onChange={(first) => {
            onChange({ ...value, first });
          }}
          {...(checked && problems.first !== null ? {} : { description: hint })}
          error={checked ? problems.first : null}
        />
        <StrengthBar level={strength.level} />
      </div>
      <TextField
        label="The same again"
        type={show ? 'text' : 'password'}
        value={value.again}
        onChange={(again) => {
          onChange({ ...value, again });
        }}
        error={checked ? problems.again : null}
      />
      <div className="row">
        <Button icon={<Sparkles aria-hidden />} onPress={() => void suggest()}>
          Suggest one
        </Button>
        <CheckboxField value={show} onChange={setShow}>
          Show what is typed
        </CheckboxField>
      </div>
      <span className="hidden-visually" role="status">
        {isSuggested ? hint : ''}
      </span>
    </>
  );
}

/** A passphrase that the computer makes up, and whether what is typed can be read. */
function useSuggestion(onChange: (value: NewPassphrase) => void) {
  const [show, setShow] = useState(false);
  const [suggested, setSuggested] = useState<string | null>(null);

  async function suggest(): Promise<void> {
    const { passphrase } = await call(holdfast.door.suggestPassphrase({}));
    // The second field stays empty: typing it is how somebody notices that it was written down wrongly.
    onChange({ first: passphrase, again: '' });
    setShow(true);
    setSuggested(passphrase);
  }

  return { show, setShow, suggested, suggest };
}

/** How good a passphrase is. What that is judged by is large, and made ready while nobody waits for it. */
function useStrength(passphrase: string, about: readonly string[]) {
  useEffect(() => {
    const idle = requestIdleCallback(prepareStrength);
    return () => {
      cancelIdleCallback(idle);
    };
  }, []);
  return passphraseStrength(passphrase, about);
}

function StrengthBar({ level }: { readonly level: number }) {
  return (
    <div className="strength" aria-hidden>
      {[1, 2, 3, 4].map((each) => (
        <i key={each} className={level >= each ? 'on' : ''} />
      ))}
    </div>
  );
}
