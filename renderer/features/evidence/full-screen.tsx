import { ChevronLeft, ChevronRight, Minimize2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button, IconButton } from '../../components/button';

/** The exhibit over the whole window and nothing else in reach; Escape or F leads back. */
export function FullScreen({
  title,
  onLeave,
  onPrevious,
  onNext,
  children,
}: {
  readonly title: string;
  readonly onLeave: () => void;
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
  readonly children: ReactNode;
}) {
  return (
    <ModalOverlay
      className="full-overlay"
      isOpen
      isDismissable={false}
      onOpenChange={(open) => {
        if (!open) onLeave();
      }}
    >
      <Modal className="full-screen">
        <Dialog className="full-dialog">
          <div className="full-head stage-tools">
            <Heading slot="title" dir="auto" className="one-line">
              {title}
            </Heading>
            <IconButton
              label="Previous exhibit"
              icon={<ChevronLeft aria-hidden />}
              isDisabled={onPrevious === null}
              onPress={() => onPrevious?.()}
            />
            <IconButton
              label="Next exhibit"
              icon={<ChevronRight aria-hidden />}
              isDisabled={onNext === null}
              onPress={() => onNext?.()}
            />
            <Button icon={<Minimize2 aria-hidden />} onPress={onLeave}>
              Leave full screen
            </Button>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
