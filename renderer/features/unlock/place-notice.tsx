import { Notice } from '../../components/parts';
import type { PlaceWarning } from '../../../shared/models/vault';

/** Why the folder of the vault is a bad place for it, and what to do. */
export function PlaceNotice({ warning }: { readonly warning: PlaceWarning | null }) {
  if (warning === null) return null;
  return warning === 'cloud-folder' ? (
    <Notice tone="amber" title="This folder is copied to the internet">
      A cloud service copies it while Holdfast writes, and may damage it; copies stay with that service. Ask
      whoever looks after the computer for a folder that is not synchronised.
    </Notice>
  ) : (
    <Notice tone="amber" title="This folder is on another computer">
      A network drive may lose what was just saved when the connection drops. Use a folder on this computer,
      and keep backups on a stick.
    </Notice>
  );
}
