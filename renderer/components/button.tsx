import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly icon?: ReactNode;
  readonly isDisabled?: boolean;
  readonly isPending?: boolean;
  readonly autoFocus?: boolean;
}

/** A button with words; `isPending` keeps its place and says that the work goes on. */
export function Button({ children, onPress, variant = 'secondary', icon, ...rest }: ButtonProps) {
  return (
    <AriaButton className={`btn ${variant}`} onPress={onPress} {...rest}>
      {icon}
      {children}
    </AriaButton>
  );
}

/** A submit button for forms. */
export function SubmitButton({
  children,
  icon,
  isPending = false,
}: Pick<ButtonProps, 'children' | 'icon' | 'isPending'>) {
  return (
    <AriaButton type="submit" className="btn primary" isPending={isPending}>
      {icon}
      {children}
    </AriaButton>
  );
}

/** A button that shows only a picture; `label` is what it is called. */
export function IconButton({
  label,
  icon,
  onPress,
  isDisabled = false,
}: {
  readonly label: string;
  readonly icon: ReactNode;
  readonly onPress: () => void;
  readonly isDisabled?: boolean;
}) {
  return (
    <AriaButton className="btn icon" aria-label={label} onPress={onPress} isDisabled={isDisabled}>
      {icon}
    </AriaButton>
  );
}

/** A press that reads as a link inside text. */
export function TextLink({
  children,
  onPress,
}: {
  readonly children: ReactNode;
  readonly onPress: () => void;
}) {
  return (
    <AriaButton className="textlink" onPress={onPress}>
      {children}
    </AriaButton>
  );
}
