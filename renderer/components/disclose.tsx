import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';

/** Detail that is there for who asks: a line that opens. */
export function Disclose({
  title,
  isOpenAtFirst = false,
  children,
}: {
  readonly title: string;
  readonly isOpenAtFirst?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <Disclosure className="disclose" defaultExpanded={isOpenAtFirst}>
      <Heading level={3}>
        <Button slot="trigger" className="disclose-button">
          <ChevronRight aria-hidden />
          {title}
        </Button>
      </Heading>
      <DisclosurePanel>{children}</DisclosurePanel>
    </Disclosure>
  );
}
