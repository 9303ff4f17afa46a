import { Button as AriaButton } from 'react-aria-components';
import type { Bundle, BundleCheck } from '../../../shared/models/bundle';
import { Chip } from '../../components/parts';
import { printMoment } from '../../strings/dates';
import type { Tone } from '../../kit/tone';

const states: Readonly<Record<BundleCheck['state'], readonly [Tone, string]>> = {
  ok: ['green', 'ok'],
  decide: ['amber', 'you'],
  fix: ['red', 'fix'],
};

/** What the reading of the finished file has found, and the bundles that were built before. */
export function ChecksCard({
  shown,
  bundles,
  onChoose,
}: {
  readonly shown: Bundle | null;
  readonly bundles: readonly Bundle[];
  readonly onChoose: (id: string) => void;
}) {
  return (
    <section className="card checks" aria-label="Before it goes to court">
      <div className="body" role="region" aria-label="Checks" tabIndex={0}>
        <h2 style={{ marginBottom: 8 }}>Before it goes to court</h2>
        {shown === null ? (
          <p className="quiet">The finished file is read back and held against the guidance here.</p>
        ) : null}
        {shown?.checks.map((check) => (
          <div className="check-line" key={check.id}>
            <Chip tone={states[check.state][0]}>{states[check.state][1]}</Chip>
            <span>{check.text}</span>
          </div>
        ))}
        <p className="quiet small" style={{ marginTop: 10 }}>
          Form only. Holdfast does not decide what is admissible. “You” means: look, and decide.
        </p>
        {bundles.length < 2 ? null : (
          <>
            <h2 style={{ margin: '18px 0 6px' }}>Built before</h2>
            {bundles.map((each) => (
              <AriaButton
                key={each.id}
                className="earlier"
                {...(each.id === shown?.id ? { 'aria-current': 'true' as const } : {})}
                onPress={() => {
                  onChoose(each.id);
                }}
              >
                {printMoment(each.createdAt)}, {each.pages} pages
              </AriaButton>
            ))}
          </>
        )}
      </div>
    </section>
  );
}
