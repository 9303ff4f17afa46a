import { ScrollText } from 'lucide-react';
import { useNavigation } from '../../kit/navigation';
import { Button } from '../../components/button';
import { PageHeader } from '../../components/parts';
import { AboutCard } from '../about/about-card';
import { ReadingCard } from '../text/reading-card';
import { BackupCard } from './backup-card';
import { CheckCard } from './check-card';
import { KitCard } from './kit-card';
import { LockingCard } from './locking-card';
import { PeopleCard } from './people-card';
import { ScreenCard } from './screen-card';
import './vault.css';

/** Who can open the vault, what if a passphrase is lost, where the copies are, and whether all is whole. */
export function VaultScreen() {
  const { go } = useNavigation();
  return (
    <>
      <PageHeader
        title="Vault and safety"
        summary="Who can open it, what helps when a passphrase is lost, and where the copies are."
      />
      <div className="vault">
        <BackupCard />
        <div className="column">
          <KitCard />
          <CheckCard />
          <ReadingCard />
        </div>
        <div className="column">
          <PeopleCard />
          <LockingCard />
          <ScreenCard />
          <section className="card pad stack" aria-labelledby="record">
            <h2 id="record">Record of acts</h2>
            <p className="quiet">
              Who unlocked, looked at, changed, gave out or erased what, and when. Each line is sealed to the
              one before, so that a line changed later shows.
            </p>
            <div className="row">
              <Button
                icon={<ScrollText aria-hidden />}
                onPress={() => {
                  go({ name: 'audit' });
                }}
              >
                Open the record
              </Button>
            </div>
          </section>
          <AboutCard />
        </div>
      </div>
    </>
  );
}
