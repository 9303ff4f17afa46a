import { holdfast } from '../kit/bridge';
import { useCommand, useControlKey, useKey } from '../kit/hooks';
import type { Navigation } from '../kit/navigation';

/** The keys and the commands of the menu that work on every screen. */
export function useShellKeys({
  caseId,
  go,
  onKeys,
  onSearch,
}: Pick<Navigation, 'go'> & {
  readonly caseId: string | null;
  readonly onKeys: () => void;
  readonly onSearch: () => void;
}): void {
  useKey('?', onKeys);
  useKey('/', () => {
    document.querySelector<HTMLInputElement>('.content .search input')?.focus();
  });
  useCommand('keys', onKeys);
  useCommand('search', onSearch);
  useControlKey('k', onSearch);
  useCommand('new-entry', () => {
    if (caseId !== null) go({ name: 'chronology', caseId, draftFrom: [] });
  });
  useCommand('import', () => {
    if (caseId === null) return;
    go({ name: 'evidence', caseId });
    void holdfast.evidence.pickFiles({ caseId });
  });
}
