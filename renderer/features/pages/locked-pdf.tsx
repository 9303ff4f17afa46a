import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { longestPassword } from '../../../shared/models/page-turn';
import { call, holdfast } from '../../kit/bridge';
import { useAct } from '../../kit/use-act';
import { SubmitButton } from '../../components/button';
import { Failure } from '../../components/failure';
import { TextField } from '../../components/fields';
import { Notice } from '../../components/parts';
import { errorWords } from '../../strings/errors';
import { pagesText as words } from '../../strings/pages';

/** Asks for the password of a PDF. A wrong one is said, and can be typed again. */
export function LockedPdf({ itemId }: { readonly itemId: string }) {
  const [password, setPassword] = useState('');
  const [isChecked, setChecked] = useState(false);
  const act = useAct();
  const isWrong = act.error === 'wrong-file-password';
  const open = (event: SyntheticEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (password === '') return;
    act.run(() => call(holdfast.pages.open({ id: itemId, password })));
  };
  return (
    <Notice tone="amber" title={words.lockedTitle}>
      <form onSubmit={open} noValidate className="stack">
        <p>{words.locked}</p>
        <TextField
          label={words.password}
          type="password"
          value={password}
          maxLength={longestPassword}
          onChange={(typed) => {
            setPassword(typed);
            act.setError(null);
          }}
          error={isWrong ? wrongText() : isChecked && password === '' ? words.noPassword : null}
        />
        <Failure code={isWrong ? null : act.error} />
        <div className="row">
          <SubmitButton isPending={act.busy}>{words.open}</SubmitButton>
        </div>
      </form>
    </Notice>
  );
}

function wrongText(): string {
  const { what, next } = errorWords('wrong-file-password');
  return `${what} ${next}`;
}
