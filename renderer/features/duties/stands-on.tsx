import type { Duty } from '../../../shared/models/duty';
import { TextLink } from '../../components/button';
import { useNavigation } from '../../kit/navigation';
import { duties as words } from '../../strings/duties';
import { routeOfRecord } from './duty-route';
import './duties.css';

/** The records that a line stands on, so many of them, each leading to where it is read. */
export function StandsOn({
  duty: { caseId, standsOn },
  most,
}: {
  readonly duty: Duty;
  readonly most: number;
}) {
  const { go } = useNavigation();
  if (standsOn.length === 0) return null;
  return (
    <div className="small wrap-anywhere duty-links">
      <span className="quiet">{words.standsOn}</span>
      {standsOn.slice(0, most).map((each) => (
        <TextLink
          key={each.id}
          onPress={() => {
            go(routeOfRecord(caseId, each));
          }}
        >
          <bdi>{each.title}</bdi>
        </TextLink>
      ))}
      {standsOn.length > most ? <span className="quiet">{words.andMore(standsOn.length - most)}</span> : null}
    </div>
  );
}
