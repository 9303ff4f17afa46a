import type { Duty } from '../../../shared/models/duty';
import { TextLink } from '../../components/button';
import { useNavigation } from '../../kit/navigation';
import { caseloadText as words } from '../../strings/caseload';
import { routeOfRecord } from '../duties/duty-route';

/** So many records are named of one line; where it is answered, all of them are. */
const most = 3;

/** The records that a line stands on, each leading to where it is read. */
export function StandsOn({ duty: { caseId, standsOn } }: { readonly duty: Duty }) {
  const { go } = useNavigation();
  if (standsOn.length === 0) return null;
  return (
    <div className="small wrap-anywhere first-records">
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
      {standsOn.length > most ? <span className="quiet">{words.more(standsOn.length - most)}</span> : null}
    </div>
  );
}
