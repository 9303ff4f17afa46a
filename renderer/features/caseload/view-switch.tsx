import { CalendarDays, List } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useNavigation } from '../../kit/navigation';
import { caseloadText as words } from '../../strings/caseload';

const views = [
  { name: 'caseload', label: words.list, icon: <List aria-hidden /> },
  { name: 'calendar', label: words.calendar, icon: <CalendarDays aria-hidden /> },
] as const;

/** From the list of cases to their calendar and back. */
export function ViewSwitch({ at }: { readonly at: 'caseload' | 'calendar' }) {
  const { go } = useNavigation();
  return (
    <div className="view-switch" role="group" aria-label={words.views}>
      {views.map(({ name, label, icon }) => (
        <Button
          key={name}
          className={name === at ? 'btn secondary on' : 'btn quiet'}
          onPress={() => {
            if (name !== at) go({ name });
          }}
          {...(name === at ? { 'aria-current': 'page' as const } : {})}
        >
          {icon}
          {label}
        </Button>
      ))}
    </div>
  );
}
