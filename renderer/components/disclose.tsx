import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';

/** Detail that is there for who asks: a line that opens. */
export function Disclose({
  title,
  level = 3,
  isOpenAtFirst = false,
  children,
}: {
  readonly title: string;
  /** Of its heading: 2 for a section of a page. */
  readonly level?: 2 | 3;
  readonly isOpenAtFirst?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <Disclosure className="disclose" defaultExpanded={isOpenAtFirst}>
      <Heading level={level}>
        <Button slot="trigger" className="disclose-button">
          <ChevronRight aria-hidden />
          {title}
        </Button>
      </Heading>
      <DisclosurePanel>{children}</DisclosurePanel>
    </Disclosure>
  );
}
