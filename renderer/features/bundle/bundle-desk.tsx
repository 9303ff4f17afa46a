import { BookOpenText } from 'lucide-react';
import { useState } from 'react';
import { decide } from '../../../shared/domain/bundle/choices';
import { bundleSets } from '../../../shared/models/bundle';
import type { BundleSet } from '../../../shared/models/bundle';
import type { VaultOutput } from '../../../shared/contract/vault-methods';
import { useNavigation } from '../../kit/navigation';
import { Button } from '../../components/button';
import { Segmented } from '../../components/fields';
import { ConfirmDialog } from '../../components/dialog';
import { EmptyState } from '../../components/parts';
import { bundleText as words, refsText, setText } from '../../strings/bundle';
import { BundleHeader } from './bundle-header';
import { BundleLeaves } from './bundle-leaves';
import type { BundleOf } from './bundle-of';
import { ChoicesCard } from './choices-card';
import { DeskNotices } from './desk-notices';
import { Paper } from './paper';
import { ReadCard } from './read-card';
import { useDesk } from './use-desk';
import type { Desk } from './use-desk';

/** The desk a bundle is made on. What is chosen here is kept with the case. */
export function BundleDesk({
  of,
  kept,
  onSet,
}: {
  readonly of: BundleOf;
  readonly kept: VaultOutput<'bundle.choices'>;
  readonly onSet: (set: BundleSet) => void;
}) {
  const { items, owner } = of;
  const desk = useDesk(of, kept);
  const { choices, change, leaving } = desk;
  const saving = useSaving(desk);
  if (leaving.gate.asked !== null)
    return (
      <BundleLeaves
        of={leaving}
        onRecipient={(recipient) => {
          change({ ...choices, recipient });
        }}
        onLeaveOut={(ids) => {
          change(decide(items, choices, ids, false));
        }}
      />
    );
  const nothing = items.length === 0 && owner.entryCount === 0;
  return (
    <div className="bundle">
      <BundleHeader of={of} desk={desk} nothing={nothing} onSave={saving.save} />
      {nothing ? (
        <NothingToBundle caseId={owner.id} />
      ) : (
        <>
          <div>
            <Segmented
              label={setText.switch}
              options={bundleSets.map((id) => ({ id, label: setText.names[id] }))}
              value={choices.set}
              onChange={onSet}
            />
          </div>
          <DeskNotices of={of} desk={desk} />
          <Cards of={of} desk={desk} onSave={saving.save} />
        </>
      )}
      {saving.dialog}
    </div>
  );
}

/** Saving a file of the bundle on the screen, behind a question where it shows what was taken out since. */
function useSaving({ shown, old, refs, job, leaving }: Desk) {
  /** The file that is asked about: its position, null for the whole. */
  const [asked, setAsked] = useState<{ readonly file: number | null } | null>(null);
  const send = (file: number | null): void => {
    if (shown !== null) job.save({ id: shown.id, file }, () => leaving.beforeSaving(shown.id));
  };
  const close = (): void => {
    setAsked(null);
  };
  return {
    save: (file: number | null): void => {
      if (old !== null && old.shown.length > 0) setAsked({ file });
      else send(file);
    },
    dialog: (
      <ConfirmDialog
        title={words.saveOldTitle}
        isOpen={asked !== null && shown !== null}
        confirm={words.saveOldConfirm}
        onConfirm={() => {
          close();
          if (asked !== null) send(asked.file);
        }}
        onClose={close}
      >
        {words.saveOld(refsText(old?.shown ?? [], refs))}
      </ConfirmDialog>
    ),
  };
}

/** What goes in, the pages that were built, and what was read in them. Which page is shown begins anew with each bundle. */
function Cards({
  of,
  desk,
  onSave,
}: {
  readonly of: BundleOf;
  readonly desk: Desk;
  readonly onSave: (file: number | null) => void;
}) {
  const { shown } = desk;
  const [at, setAt] = useState({ id: '', page: 1 });
  const page = at.id === shown?.id ? at.page : 1;
  const setPage = (next: number): void => {
    setAt({ id: shown?.id ?? '', page: next });
  };
  return (
    <div className="three">
      <ChoicesCard
        of={of}
        desk={desk}
        onShow={(key) => {
          const row = shown?.plan.rows.find((each) => each.kind === 'document' && each.key === key);
          if (row !== undefined) setPage(row.firstPage);
        }}
      />
      <Paper key={shown?.id ?? 'none'} bundle={shown} page={page} onPage={setPage} />
      <ReadCard of={of} desk={desk} onPage={setPage} onSave={onSave} />
    </div>
  );
}

function NothingToBundle({ caseId }: { readonly caseId: string }) {
  const { go } = useNavigation();
  return (
    <EmptyState
      icon={<BookOpenText />}
      title={words.emptyTitle}
      actions={
        <Button
          variant="primary"
          onPress={() => {
            go({ name: 'evidence', caseId });
          }}
        >
          {words.toEvidence}
        </Button>
      }
    >
      {words.empty}
    </EmptyState>
  );
}
