import { Button as AriaButton } from 'react-aria-components';
import { labelOf } from '../../../shared/domain/bundle/labels';
import type { BundleCheck, BundlePlan } from '../../../shared/models/bundle';
import { TextLink } from '../../components/button';
import { useNavigation } from '../../kit/navigation';
import { Chip } from '../../components/parts';
import { checkStates, checksText as words } from '../../strings/bundle';
import { mostNamed } from '../../strings/counts';
import type { CheckAction } from './check-actions';

/** One row of the reading, with the pages it is about: each shows itself. */
export function CheckLine({
  check: { text, state, pages },
  plan,
  actions,
  onPage,
}: {
  readonly check: BundleCheck;
  readonly actions: readonly CheckAction[];
  readonly plan: BundlePlan;
  readonly onPage: (page: number) => void;
}) {
  const [tone, word] = checkStates[state];
  const distinct = [...new Set(pages)];
  const more = distinct.length - mostNamed;
  return (
    <div className="check-line">
      <Chip tone={tone}>{word}</Chip>
      <div>
        <span>{text}</span>
        {distinct.length === 0 ? null : (
          <div className="small check-pages">
            <span className="quiet">{words.onPages}</span>
            {distinct.slice(0, mostNamed).map((page) => {
              const label = labelOf(plan, page);
              return (
                <AriaButton
                  key={page}
                  className="textlink"
                  aria-label={words.showPage(label)}
                  onPress={() => {
                    onPage(page);
                  }}
                >
                  {label}
                </AriaButton>
              );
            })}
            {more > 0 ? <span className="quiet">{words.more(more)}</span> : null}
          </div>
        )}
        <Actions actions={actions} />
      </div>
    </div>
  );
}

/** The places where what it asks is done. */
function Actions({ actions }: { readonly actions: readonly CheckAction[] }) {
  const { go } = useNavigation();
  if (actions.length === 0) return null;
  return (
    <div className="small check-pages">
      {actions.map(({ key, name, route }) => (
        <TextLink
          key={key}
          onPress={() => {
            go(route);
          }}
        >
          {name}
        </TextLink>
      ))}
    </div>
  );
}
