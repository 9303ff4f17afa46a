import { Plus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from './button';
import { proceedingsForm as words } from '../strings/proceedings';
import './rows-field.css';

/** Rows of a form, as many as somebody adds: each is a group of fields with a name of its own. */
export function RowsField<T>({
  legend,
  add,
  rows,
  empty,
  nameOf,
  takeOutOf,
  onRows,
  draw,
}: {
  readonly legend: string;
  readonly add: string;
  readonly rows: readonly T[];
  /** A row of which nothing is filled in. */
  readonly empty: T;
  /** What the row of a number, from 1, is called, and taking it out. */
  readonly nameOf: (number: number) => string;
  readonly takeOutOf: (number: number) => string;
  readonly onRows: (rows: T[]) => void;
  /** The fields of a row; `isNew` where it was just added and takes the focus. */
  readonly draw: (row: T, change: (change: Partial<T>) => void, index: number, isNew: boolean) => ReactNode;
}) {
  const box = useRef<HTMLFieldSetElement>(null);
  const [added, setAdded] = useState(-1);
  return (
    <fieldset className="rows-field" ref={box} tabIndex={-1}>
      <legend>{legend}</legend>
      {rows.map((row, index) => (
        <div key={index} className="one-row" role="group" aria-label={nameOf(index + 1)}>
          {draw(
            row,
            (change) => {
              onRows(rows.map((each, at) => (at === index ? { ...each, ...change } : each)));
            },
            index,
            index === added,
          )}
          <TakeOut
            label={takeOutOf(index + 1)}
            onPress={() => {
              onRows(rows.filter((_, at) => at !== index));
              setAdded(-1);
              // The button that was pressed goes with its row.
              box.current?.focus();
            }}
          />
        </div>
      ))}
      <div>
        <Button
          icon={<Plus aria-hidden />}
          onPress={() => {
            setAdded(rows.length);
            onRows([...rows, empty]);
          }}
        >
          {add}
        </Button>
      </div>
    </fieldset>
  );
}

function TakeOut({ label, onPress }: { readonly label: string; readonly onPress: () => void }) {
  return (
    <Button variant="quiet" icon={<Trash2 aria-hidden />} label={label} onPress={onPress}>
      {words.takeOut}
    </Button>
  );
}
