import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** What it is called where its words alone would not say which of several it is. Begins with those words. */
  readonly label?: string;
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly icon?: ReactNode;
  readonly isDisabled?: boolean;
  readonly isPending?: boolean;
  readonly autoFocus?: boolean;
  /** Of a button that shows and hides something: whether it is shown. */
  readonly isExpanded?: boolean;
}

/**
 * A button with words. While `isPending` it keeps its place and the focus, and does nothing. The library's own pending
 * state is not used: it announces the button by an id that is gone when the work is done quickly.
 */
export function Button({
  children,
  onPress,
  variant = 'secondary',
  icon,
  label,
  isPending = false,
  isExpanded,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton
      className={`btn ${variant}${isPending ? ' pending' : ''}`}
      onPress={() => {
        if (!isPending) onPress();
      }}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(isExpanded === undefined ? {} : { 'aria-expanded': isExpanded })}
      {...rest}
    >
      {icon}
      {children}
    </AriaButton>
  );
}

/** A submit button for forms. The form itself ignores a second submit while the first goes on. */
export function SubmitButton({
  children,
  icon,
  variant = 'primary',
  isPending = false,
}: Pick<ButtonProps, 'children' | 'icon' | 'isPending' | 'variant'>) {
  return (
    <AriaButton type="submit" className={`btn ${variant}${isPending ? ' pending' : ''}`}>
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
