import { useEffect, useState } from 'react';
import type { VaultStatus } from '../../shared/contract/vault-methods';
import { errorCodes } from '../../shared/errors';
import type { ErrorCode } from '../../shared/errors';
import { LicencesByMenu } from '../features/about/licences-dialog';
import { FirstKitScreen } from '../features/recovery/first-kit-screen';
import { CreateScreen } from '../features/unlock/create-screen';
import { UnlockScreen } from '../features/unlock/unlock-screen';
import { call, holdfast } from '../kit/bridge';
import { Shell } from './shell';

/** What there is to see, and over it, from the menu, what Holdfast is made of. */
export function App() {
  return (
    <>
      <Rooms />
      <LicencesByMenu />
    </>
  );
}

/** No vault yet, a locked one, or an open one: the vault's own status decides what there is to see. */
function Rooms() {
  const [status, setStatus] = useState<VaultStatus | null>(null);
  useEffect(() => {
    call(holdfast.vault.status({})).then(setStatus, () => undefined);
    return holdfast.events.on((event) => {
      if (event.type === 'status') setStatus(event.status);
    });
  }, []);
  // Only while a vault is being made: the step that follows needs it once more.
  const [own, setOwn] = useState<string | null>(null);
  if (status === null) return null;
  switch (status.state) {
    case 'none':
      return <CreateScreen onMaking={setOwn} stopped={stopOf(status)} />;
    case 'locked':
      return <UnlockScreen stopped={stopOf(status)} />;
    case 'unlocked':
      if (own !== null) {
        return (
          <FirstKitScreen
            own={own}
            onDone={() => {
              setOwn(null);
            }}
          />
        );
      }
      return <Shell notices={status.notices} onLock={() => void holdfast.vault.lock({})} />;
  }
}

/** What the status of a closed vault says about how it came to be closed, if nobody asked for that. */
function stopOf({ notices }: VaultStatus): ErrorCode | null {
  return errorCodes.find((code) => notices.includes(code)) ?? null;
}
