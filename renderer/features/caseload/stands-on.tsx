import type { Duty } from '../../../shared/models/duty';
import { isRecordForm } from '../../../shared/models/record-form';
import { TextLink } from '../../components/button';
import { useNavigation } from '../../kit/navigation';
import type { Route } from '../../kit/navigation';
import { caseloadText as words } from '../../strings/caseload';
import { routeOf } from '../drafts/route-of';

type Named = Duty['standsOn'][number];

/** So many records are named of one line; where it is answered, all of them are. */
const most = 3;

function routeTo(caseId: string, { id, kind }: Named): Route {
  if (kind === 'entry') return { name: 'chronology', caseId, entryId: id };
  if (kind === 'proceedings') return { name: 'proceedings', caseId, form: id };
  // Of the register only orders are named.
  if (kind === 'register') return { name: 'protection', caseId, record: id };
  const form = `record-${kind}`;
  return isRecordForm(form) ? routeOf({ form, subject: id, caseId }) : { name: 'case', caseId };
}

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
            go(routeTo(caseId, each));
          }}
        >
          <bdi>{each.title}</bdi>
        </TextLink>
      ))}
      {standsOn.length > most ? <span className="quiet">{words.more(standsOn.length - most)}</span> : null}
    </div>
  );
}
