import { CircleCheck, CircleHelp } from 'lucide-react';
import type { RedactionCheck } from '../../../shared/models/redaction';

/** What reading a stored copy back has shown, in plain words. */
export function RedactionChecks({ checks }: { readonly checks: readonly RedactionCheck[] }) {
  return (
    <ul className="redact-checks">
      {checks.map(({ id, state, text }) => (
        <li key={id} data-state={state}>
          {state === 'ok' ? <CircleCheck aria-hidden /> : <CircleHelp aria-hidden />}
          <span>
            <span className="hidden-visually">{state === 'ok' ? 'Checked: ' : 'For you to look at: '}</span>
            {text}
          </span>
        </li>
      ))}
    </ul>
  );
}
