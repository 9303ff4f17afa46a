import type { BundleProfile } from '../../../shared/models/bundle-profile';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Chip, FactRow, Facts } from '../../components/parts';
import { profileFacts, profileText as words } from '../../strings/bundle';

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
  return (
    <Dialog title={words.title} isOpen isWide onClose={onClose}>
      <p>{words.intro}</p>
      <div className="profiles">
        {profiles.map((profile) => (
          <Profile
            key={profile.id}
            profile={profile}
            isChosen={profile.id === chosen}
            onChoose={() => {
              onChoose(profile.id);
            }}
          />
        ))}
      </div>
      <div className="actions">
        <Button onPress={onClose}>{words.close}</Button>
      </div>
    </Dialog>
  );
}

function Profile({
  profile,
  isChosen,
  onChoose,
}: {
  readonly profile: BundleProfile;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const { short, unconfirmed } = profile;
  return (
    <section className="card pad stack" aria-label={short}>
      <div className="row">
        <h3 className="grow">{short}</h3>
        {isChosen ? (
          <Chip tone="accent">{words.inUse}</Chip>
        ) : (
          <Button label={words.useOf(short)} onPress={onChoose}>
            {words.use}
          </Button>
        )}
      </div>
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
