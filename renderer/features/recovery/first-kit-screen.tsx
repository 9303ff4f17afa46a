import { Door } from '../../components/door';
import { RecoveryKitSteps } from './recovery-kit';

/** The last step of making a vault. */
export function FirstKitScreen({ own, onDone }: { readonly own: string; readonly onDone: () => void }) {
  return (
    <Door>
      <div className="first-kit stack">
        <h1>Make your recovery kit</h1>
        <RecoveryKitSteps own={own} onDone={onDone} later="Do this later" />
        <p className="quiet small">
          Later is possible under Vault and safety. Until then a forgotten passphrase means that every case is
          lost.
        </p>
      </div>
    </Door>
  );
}
