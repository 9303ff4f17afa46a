import { Scale } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/button';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { aboutWords } from '../../strings/about';
import { LicencesDialog } from './licences-dialog';

/** Which Holdfast this is, and under which licences. */
export function AboutCard() {
  const { data: info } = useQuery('info', () => call(holdfast.app.info({})));
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="card pad stack" aria-labelledby="about">
      <h2 id="about">{aboutWords.title}</h2>
      <p className="quiet">
        {info === null ? null : aboutWords.version(info.version, info.electron)} {aboutWords.licence}
      </p>
      <div className="row">
        <Button
          icon={<Scale aria-hidden />}
          onPress={() => {
            setOpen(true);
          }}
        >
          {aboutWords.open}
        </Button>
      </div>
      {isOpen ? (
        <LicencesDialog
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </section>
  );
}
