import { HardDrive, KeyRound, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { Mark } from '../kit/mark';
import '../features/unlock/unlock.css';

/** The two halves of the door: what Holdfast is, and the form to go in by. */
export function Door({ children }: { readonly children: ReactNode }) {
  return (
    <div className="door">
      <aside className="side" aria-label="About Holdfast">
        <div className="brand">
          <Mark size={30} /> Holdfast
        </div>
        <p className="line">What the client brings, kept whole and in order.</p>
        <ul>
          <li>
            <HardDrive aria-hidden /> Everything stays on this computer, encrypted.
          </li>
          <li>
            <WifiOff aria-hidden /> No account and no connection, ever.
          </li>
          <li>
            <KeyRound aria-hidden /> Without the passphrase nobody can read it.
          </li>
        </ul>
      </aside>
      <main className="form">{children}</main>
    </div>
  );
}
