import { useState } from 'react';
import { Button } from './button';
import { Notice } from './parts';
import { noticesOf } from '../strings/notices';
import { call, holdfast } from '../kit/bridge';
import { useQuery } from '../kit/hooks';
import { useNavigation } from '../kit/navigation';

/** What was found when the vault was opened. Each can be put away until the next unlock, or goes once it is seen to. */
export function Notices({ codes }: { readonly codes: readonly string[] }) {
  const { route, go } = useNavigation();
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const { data } = useQuery(
    'seen-to',
    async () => {
      const [kit, backup] = await Promise.all([
        call(holdfast.recovery.state({})),
        call(holdfast.backup.state({})),
      ]);
      return [
        ...(kit.testedAt === null ? [] : ['kit-untested']),
        ...(backup.overdue ? [] : ['backup-overdue']),
      ];
    },
    ['vault', 'backup'],
  );
  const shown = noticesOf(codes).filter(
    ({ code }) => !dismissed.includes(code) && data?.includes(code) !== true,
  );
  if (shown.length === 0) return null;
  return (
    <div className="stack notices">
      {shown.map(({ code, tone, title, words, to }) => (
        <Notice
          key={code}
          tone={tone}
          title={title}
          actions={
            <>
              {to === undefined || to.screen === route.name ? null : (
                <Button
                  onPress={() => {
                    go({ name: to.screen });
                  }}
                >
                  {to.label}
                </Button>
              )}
              <Button
                onPress={() => {
                  setDismissed((before) => [...before, code]);
                  // The button goes with the notice, and the focus would go with the button.
                  document.getElementById('content')?.focus();
                }}
              >
                Not now
              </Button>
            </>
          }
        >
          {words}
        </Notice>
      ))}
    </div>
  );
}
