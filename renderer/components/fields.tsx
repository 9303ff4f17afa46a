import { Check, ChevronDown, Minus, Plus, Search } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import {
  Button,
  Checkbox,
  CheckboxGroup,
  FieldError,
  Group,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  NumberField as AriaNumberField,
  Popover,
  SearchField as AriaSearchField,
  Select,
  SelectValue,
  Text,
  TextArea,
  TextField as AriaTextField,
  ToggleButton,
  ToggleButtonGroup,
} from 'react-aria-components';

interface FieldProps {
  readonly label: string;
  readonly description?: ReactNode;
  readonly error?: string | null;
}

/**
 * Gives the focus to a field in the moment in which it is drawn. The library's own way comes a little later, and letters typed
 * until then would go elsewhere.
 */
function useFocusAtOnce(wanted: boolean): (field: HTMLElement | null) => void {
  const field = useRef<HTMLElement | null>(null);
  const [isWanted] = useState(wanted);
  useLayoutEffect(() => {
    if (isWanted) field.current?.focus();
  }, [isWanted]);
  return (element) => {
    field.current = element;
  };
}

/** A line or box of text with its label, a hint and, when it is wrong, why. */
export function TextField({
  label,
  description,
  error,
  value,
  onChange,
  type = 'text',
  rows,
  isRequired = false,
  autoFocus = false,
  isReadOnly = false,
  maxLength,
}: FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'password';
  readonly rows?: number;
  readonly isRequired?: boolean;
  readonly autoFocus?: boolean;
  readonly isReadOnly?: boolean;
  readonly maxLength?: number;
}) {
  const focusAtOnce = useFocusAtOnce(autoFocus);
  return (
    <AriaTextField
      className="field"
      value={value}
      onChange={onChange}
      type={type}
      isRequired={isRequired}
      isInvalid={error !== undefined && error !== null}
      validationBehavior="aria"
      isReadOnly={isReadOnly}
      {...(maxLength === undefined ? {} : { maxLength })}
    >
      <Label>{label}</Label>
      {rows === undefined ? (
        <Input
          className="input"
          ref={focusAtOnce}
          dir={type === 'text' ? 'auto' : undefined}
          autoComplete="off"
          spellCheck={false}
        />
      ) : (
        <TextArea className="input" ref={focusAtOnce} rows={rows} dir="auto" spellCheck={false} />
      )}
      {description === undefined ? null : (
        <Text slot="description" className="hint">
          {description}
        </Text>
      )}
      <FieldError className="problem">{error}</FieldError>
    </AriaTextField>
  );
}

/** A whole number between two others, typed or stepped; told once it is settled, not at each key. */
export function NumberField({
  label,
  description,
  value,
  onChange,
  min,
  max,
}: FieldProps & {
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly min: number;
  readonly max: number;
}) {
  return (
    <AriaNumberField
      className="field"
      value={value}
      minValue={min}
      maxValue={max}
      onChange={(next) => {
        if (Number.isInteger(next) && next !== value) onChange(next);
      }}
    >
      <Label>{label}</Label>
      <Group className="stepper">
        <Button slot="decrement" className="btn icon">
          <Minus aria-hidden />
        </Button>
        <Input className="input num" />
        <Button slot="increment" className="btn icon">
          <Plus aria-hidden />
        </Button>
      </Group>
      {description === undefined ? null : (
        <Text slot="description" className="hint">
          {description}
        </Text>
      )}
    </AriaNumberField>
  );
}

export interface Option<T extends string> {
  readonly id: T;
  readonly label: string;
}

/** One choice of a list; null while nothing is chosen. */
export function SelectField<T extends string>({
  label,
  description,
  error,
  options,
  value,
  onChange,
  placeholder,
  hideLabel = false,
}: FieldProps & {
  readonly options: readonly Option<T>[];
  readonly value: T | null;
  /** What stands there while nothing is chosen. */
  readonly placeholder?: string;
  readonly hideLabel?: boolean;
  readonly onChange: (value: T) => void;
}) {
  return (
    <Select
      className="field"
      value={value}
      onChange={(key) => {
        const chosen = options.find(({ id }) => id === key);
        if (chosen !== undefined) onChange(chosen.id);
      }}
      isInvalid={error !== undefined && error !== null}
      validationBehavior="aria"
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {hideLabel ? null : <Label>{label}</Label>}
      <Button className="input select-button">
        <SelectValue />
        <ChevronDown size={16} aria-hidden />
      </Button>
      {description === undefined ? null : (
        <Text slot="description" className="hint">
          {description}
        </Text>
      )}
      <FieldError className="problem">{error}</FieldError>
      <Popover className="popover">
        <ListBox items={options}>
          {(option) => (
            <ListBoxItem className="option" id={option.id} textValue={option.label}>
              <bdi>{option.label}</bdi>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}

function Tick() {
  return (
    <span className="tick" aria-hidden>
      <Check strokeWidth={3} />
    </span>
  );
}

export function CheckboxField({
  children,
  value,
  onChange,
}: {
  readonly children: ReactNode;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}) {
  return (
    <Checkbox className="check" isSelected={value} onChange={onChange}>
      <Tick />
      <span>{children}</span>
    </Checkbox>
  );
}

/** Several choices of a list. */
export function CheckboxGroupField<T extends string>({
  label,
  description,
  options,
  value,
  onChange,
}: FieldProps & {
  readonly options: readonly (Option<T> & { readonly detail?: string })[];
  readonly value: readonly T[];
  readonly onChange: (value: T[]) => void;
}) {
  return (
    <CheckboxGroup
      className="field"
      value={[...value]}
      onChange={(chosen) => {
        onChange(options.map(({ id }) => id).filter((id) => chosen.includes(id)));
      }}
    >
      <Label>{label}</Label>
      {description === undefined ? null : (
        <Text slot="description" className="hint">
          {description}
        </Text>
      )}
      {options.map((option) => (
        <Checkbox key={option.id} className="check" value={option.id}>
          <Tick />
          <span dir="auto">
            {option.label}
            {option.detail === undefined ? null : <span className="quiet small"> {option.detail}</span>}
          </span>
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}

export function SearchField({
  label,
  value,
  onChange,
  shortcut,
  onSubmit,
  autoFocus = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly shortcut?: string;
  readonly onSubmit?: () => void;
  readonly autoFocus?: boolean;
}) {
  const focusAtOnce = useFocusAtOnce(autoFocus);
  return (
    <AriaSearchField
      className="search"
      aria-label={label}
      value={value}
      onChange={onChange}
      {...(onSubmit === undefined ? {} : { onSubmit })}
    >
      <Search aria-hidden />
      <Input className="input" ref={focusAtOnce} placeholder={label} autoComplete="off" spellCheck={false} />
      {shortcut === undefined ? null : <kbd aria-hidden>{shortcut}</kbd>}
    </AriaSearchField>
  );
}

/** A few choices side by side, one of them chosen. */
export function Segmented<T extends string>({
  label,
  options,
  value,
  onChange,
}: {
  readonly label: string;
  readonly options: readonly (Option<T> & { readonly icon?: ReactNode })[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}) {
  return (
    <ToggleButtonGroup
      className="segmented"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find(({ id }) => keys.has(id));
        if (chosen !== undefined) onChange(chosen.id);
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.id} id={option.id}>
          {option.icon}
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
