import {
  AtSign,
  Banknote,
  CalendarDays,
  Clock,
  Link as LinkIcon,
  Mail,
  Phone,
  Smartphone,
} from 'lucide-react';
import type { ComponentType } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Suggestion, SuggestionKind } from '../../../shared/domain/suggestions/suggestion';
import { TextLink } from '../../components/button';
import { doubtText, kindText, understoodText } from '../../strings/text';

const icons: Readonly<Record<SuggestionKind, ComponentType<{ readonly size: number }>>> = {
  clock: Smartphone,
  date: CalendarDays,
  time: Clock,
  phone: Phone,
  email: Mail,
  link: LinkIcon,
  handle: AtSign,
  money: Banknote,
};

const saysWhen: readonly SuggestionKind[] = ['clock', 'date', 'time'];

/** What was found in the text. Pressing one shows its place; nothing is applied by itself. */
export function SuggestionsList({
  suggestions,
  chosen,
  onShow,
  onUse,
}: {
  readonly suggestions: readonly Suggestion[];
  readonly chosen: Suggestion | null;
  readonly onShow: (suggestion: Suggestion) => void;
  readonly onUse: (suggestion: Suggestion) => void;
}) {
  if (suggestions.length === 0) return null;
  return (
    <section aria-label="Found in the text">
      <h3>Found in it</h3>
      <ul className="plain finds">
        {suggestions.map((each) => {
          const Icon = icons[each.kind];
          const understood = understoodText(each);
          return (
            <li key={`${each.start} ${each.kind}`} className={each === chosen ? 'chosen' : ''}>
              <AriaButton
                className="find"
                isDisabled={each.box === null}
                aria-label={`Show the place of ${each.raw}, ${kindText(each.kind).toLowerCase()}`}
                onPress={() => {
                  onShow(each);
                }}
              >
                <Icon size={17} aria-hidden />
                <span className="grow wrap-anywhere">
                  <span className="quiet small">{kindText(each.kind)}</span>
                  <br />
                  <bdi>{each.raw}</bdi>
                  {understood === null ? null : <span className="quiet"> {understood}</span>}
                </span>
              </AriaButton>
              {each.doubts.map((doubt) => (
                <p key={doubt} className="doubt small">
                  {doubtText(doubt)}
                </p>
              ))}
              {saysWhen.includes(each.kind) ? (
                <TextLink
                  onPress={() => {
                    onUse(each);
                  }}
                >
                  Use as the time shown<span className="hidden-visually">: {each.raw}</span>
                </TextLink>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
