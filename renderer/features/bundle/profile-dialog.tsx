import { useState } from 'react';
import { bodyOfOwn, copyOf } from '../../../shared/domain/bundle/own-profile';
import type { BundleProfile } from '../../../shared/models/bundle-profile';
import { Button } from '../../components/button';
import { ConfirmDialog, Dialog } from '../../components/dialog';
import { Failure } from '../../components/failure';
import { Chip, FactRow, Facts } from '../../components/parts';
import { call, holdfast } from '../../kit/bridge';
import { useAct } from '../../kit/use-act';
import { profileFacts, profileText as words } from '../../strings/bundle';
import { ownProfileText as ownWords } from '../../strings/own-profile';
import { OwnProfileDialog } from './own-profile-dialog';
import type { OwnProfileEdited } from './own-profile-dialog';

/** The rules that a bundle can be made by, each with where it comes from and what nobody has confirmed. */
export function ProfileDialog({
  profiles,
  chosen,
  onChoose,
  onClose,
}: {
  readonly profiles: readonly BundleProfile[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}) {
  const [edited, setEdited] = useState<OwnProfileEdited | null>(null);
  const [removing, setRemoving] = useState<BundleProfile | null>(null);
  const act = useAct();
  const endEditing = (): void => {
    setEdited(null);
  };
  if (edited !== null) return <OwnProfileDialog edited={edited} onDone={endEditing} onClose={endEditing} />;
  return (
    <Dialog title={words.title} isOpen isWide onClose={onClose}>
      <p>{words.intro}</p>
      <Failure code={act.error} />
      <div className="profiles">
        {profiles.map((profile) => (
          <Profile
            key={profile.id}
            profile={profile}
            isChosen={profile.id === chosen}
            onChoose={() => {
              onChoose(profile.id);
            }}
            onEdit={setEdited}
            onRemove={() => {
              setRemoving(profile);
            }}
          />
        ))}
      </div>
      <div className="actions">
        <Button onPress={onClose}>{words.close}</Button>
      </div>
      <ConfirmDialog
        title={ownWords.removeTitle(removing?.short ?? '')}
        isOpen={removing !== null}
        confirm={ownWords.remove}
        onConfirm={() => {
          const id = removing?.id ?? '';
          setRemoving(null);
          act.run(() => call(holdfast.bundle.removeProfile({ id })));
        }}
        onClose={() => {
          setRemoving(null);
        }}
      >
        {ownWords.removeText}
      </ConfirmDialog>
    </Dialog>
  );
}

interface ProfileProps {
  readonly profile: BundleProfile;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onEdit: (edited: OwnProfileEdited) => void;
  readonly onRemove: () => void;
}

/** What can be done with a profile: used, copied, and an own copy changed or taken out. */
function ProfileActions({ profile, isChosen, onChoose, onEdit, onRemove }: ProfileProps) {
  const { short, own, id } = profile;
  return (
    <>
      {own === null ? null : (
        <>
          <Button
            label={ownWords.editOf(short)}
            onPress={() => {
              onEdit({ body: bodyOfOwn(profile), changes: { id, version: own.version } });
            }}
          >
            {ownWords.edit}
          </Button>
          <Button variant="quiet" label={ownWords.removeOf(short)} onPress={onRemove}>
            {ownWords.remove}
          </Button>
        </>
      )}
      <Button
        label={ownWords.copyOf(short)}
        onPress={() => {
          onEdit({ body: copyOf(profile, ownWords.named), changes: null });
        }}
      >
        {ownWords.copy}
      </Button>
      {isChosen ? (
        <Chip tone="accent">{words.inUse}</Chip>
      ) : (
        <Button label={words.useOf(short)} onPress={onChoose}>
          {words.use}
        </Button>
      )}
    </>
  );
}

function Profile(props: ProfileProps) {
  const { profile } = props;
  const { short, unconfirmed, own } = profile;
  return (
    <section className="card pad stack" aria-label={short}>
      <div className="row">
        <h3 className="grow">{short}</h3>
        <ProfileActions {...props} />
      </div>
      {own === null ? null : <p className="quiet small">{ownWords.says(own)}</p>}
      <Facts>
        {profileFacts(profile).map(([name, text]) => (
          <FactRow key={name} name={name}>
            {text}
          </FactRow>
        ))}
        <FactRow name={words.unconfirmed}>
          {unconfirmed.length === 0 ? (
            words.nothingUnconfirmed
          ) : (
            <ul className="plain">
              {unconfirmed.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          )}
        </FactRow>
      </Facts>
    </section>
  );
}
