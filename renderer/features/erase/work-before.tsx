import type { Job } from '../../../shared/models/job';
import { useJobs } from '../../kit/hooks';
import { Notice } from '../../components/parts';

const words: Readonly<Partial<Record<Job['kind'], string>>> = {
  backup: 'A backup is being made',
  check: 'The vault is being checked',
};

/** What reads the files that would go; null when nothing does. The vault makes an erasure wait for it in any case. */
export function useWorkBefore(): string | null {
  const running = useJobs().find(({ kind, state }) => state === 'running' && words[kind] !== undefined);
  return running === undefined ? null : (words[running.kind] ?? null);
}

/** Says why erasing has to wait, and goes by itself once it need not. */
export function WorkBefore({ work }: { readonly work: string | null }) {
  if (work === null) return null;
  return (
    <Notice tone="amber" title={work}>
      Erase once it has ended, so that nothing of it is kept by accident. You can stop it under Vault and
      safety.
    </Notice>
  );
}
