import { FileSpreadsheet } from 'lucide-react';
import { useMemo, useState } from 'react';
import { mostAtOnce } from '../../../shared/contract/chronology-methods';
import { guessFields, hasHeadings, rowsAbove } from '../../../shared/domain/table-import/columns';
import type { TableField } from '../../../shared/domain/table-import/columns';
import { planTable } from '../../../shared/domain/table-import/mapping';
import type { NumericOrder } from '../../../shared/domain/table-import/read-date';
import { HoldfastError } from '../../../shared/errors';
import type { TableRead } from '../../../shared/models/chronology-export';
import { call, holdfast } from '../../kit/bridge';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Failure } from '../../components/failure';
import { TextField } from '../../components/fields';
import { Notice } from '../../components/parts';
import { counted, inWordsList } from '../../strings/counts';
import { TableMapping } from './table-mapping';
import type { RowChoices } from './table-questions';
import { today } from '../../kit/today';
import { useAct } from '../../kit/use-act';

type Table = Extract<TableRead, { kind: 'table' }>;

/** A file that Holdfast wrote in full. */
interface FullFile extends Pick<Extract<TableRead, { kind: 'full' }>, 'entries' | 'unused'> {
  readonly source: string;
}

/** Takes entries in from a spreadsheet, pasted or chosen, or from a chronology that Holdfast wrote in full. */
export function ImportDialog({ caseId, onClose }: { readonly caseId: string; readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const [table, setTable] = useState<Table | null>(null);
  const [full, setFull] = useState<FullFile | null>(null);
  const [withHead, setWithHead] = useState(true);
  const [fields, setFields] = useState<readonly TableField[]>([]);
  const [order, setOrder] = useState<NumericOrder | null>(null);
  const [choices, setChoices] = useState<RowChoices>(new Map());
  const act = useAct();
  const [done, setDone] = useState<{ readonly entries: number; readonly missing: readonly string[] } | null>(
    null,
  );

  const above = table === null ? 0 : rowsAbove(table.rows);
  const first = above + (withHead ? 1 : 0);
  const plan = useMemo(
    () =>
      planTable(table?.rows.slice(first) ?? [], fields, {
        today: today(),
        order,
        firstNumber: first + 1,
        numbers: table?.numbers.slice(first) ?? [],
        head: withHead ? (table?.rows[first - 1] ?? []) : [],
        choices,
      }),
    [table, fields, order, withHead, first, choices],
  );
  const ready = plan.rows.flatMap(({ entry }) => (entry === null ? [] : [entry]));

  function take(read: TableRead, source: string | null): void {
    if (read.kind === 'full') {
      if (source === null) throw new HoldfastError('table-unreadable');
      setFull({ source, entries: read.entries, unused: read.unused });
      return;
    }
    const rows = read.rows.slice(rowsAbove(read.rows));
    const isHead = hasHeadings(rows, today());
    setTable(read);
    setWithHead(isHead);
    setChoices(new Map());
    const width = read.rows.reduce((widest, { length }) => Math.max(widest, length), 0);
    const head = Array.from({ length: width }, (_, index) => (isHead ? (rows[0]?.[index] ?? '') : ''));
    setFields(
      isHead
        ? guessFields(head, rows.slice(1))
        : head.map((_, index) => (['date', 'title'] as const)[index] ?? 'ignore'),
    );
  }
  const chooseFile = async (): Promise<void> => {
    const source = await call(holdfast.paths.pick({ purpose: 'table' }));
    if (source === null) return;
    take(await call(holdfast.chronology.readTable({ source: source.token })), source.token);
  };
  const readPasted = async (): Promise<void> => {
    take(await call(holdfast.chronology.readTable({ text })), null);
  };
  const store = async (): Promise<void> => {
    if (full !== null) {
      setDone(await call(holdfast.chronology.importFull({ caseId, source: full.source })));
      return;
    }
    const { ids } = await call(
      holdfast.chronology.createMany({ caseId, entries: ready.slice(0, mostAtOnce) }),
    );
    setDone({ entries: ids.length, missing: [] });
  };

  return (
    <Dialog title="Entries from a table" isOpen isWide onClose={onClose}>
      <div className="stack">
        {done !== null ? (
          <Done done={done} left={full === null ? plan.rows.length - done.entries : 0} />
        ) : full !== null ? (
          <FullFound full={full} />
        ) : table === null ? (
          <PasteRows text={text} setText={setText} />
        ) : (
          <TableMapping
            table={table}
            withHead={withHead}
            onWithHead={setWithHead}
            fields={fields}
            onFields={(next) => {
              setFields(next);
              setChoices(new Map());
            }}
            plan={plan}
            order={order}
            onOrder={(next) => {
              // What was decided about a row was decided on what the other order made of it.
              setOrder(next);
              setChoices(new Map());
            }}
            above={above}
            choices={choices}
            onChoices={setChoices}
          />
        )}
        <Failure code={act.error} />
      </div>
      <div className="actions">
        <Button onPress={onClose}>{done === null ? 'Cancel' : 'Close'}</Button>
        {done !== null ? null : table === null && full === null ? (
          <>
            <Button
              icon={<FileSpreadsheet aria-hidden />}
              isPending={act.busy}
              onPress={() => {
                act.run(chooseFile);
              }}
            >
              Choose a file
            </Button>
            <Button
              variant="primary"
              isPending={act.busy}
              isDisabled={text.trim() === ''}
              onPress={() => {
                act.run(readPasted);
              }}
            >
              Go on
            </Button>
          </>
        ) : (
          <Button
            variant="primary"
            isPending={act.busy}
            isDisabled={full === null && ready.length === 0}
            onPress={() => {
              act.run(store);
            }}
          >
            Take in {counted(full?.entries ?? ready.length, 'entry', 'entries')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function Done({
  done,
  left,
}: {
  readonly done: { readonly entries: number; readonly missing: readonly string[] };
  readonly left: number;
}) {
  return (
    <>
      <Notice tone="green" title={`${counted(done.entries, 'entry', 'entries')} went in`}>
        {left === 0
          ? 'That is every row.'
          : `${counted(left, 'row was', 'rows were')} left out, as was shown.`}
      </Notice>
      {done.missing.length === 0 ? null : (
        <Notice tone="amber" title="Some exhibits are not in this case">
          The entries are there without {inWordsList(done.missing)}. Add those files and cite them again.
        </Notice>
      )}
    </>
  );
}

/** What a chronology written in full brings, and what of it is not used. */
function FullFound({ full }: { readonly full: FullFile }) {
  return (
    <>
      <Notice
        title={`A chronology of ${counted(full.entries, 'entry', 'entries')} that Holdfast wrote in full`}
      >
        All of them are taken in, with the people, places and orders they name. Exhibits are found by their
        fingerprint; those this case does not have are named afterwards.
      </Notice>
      {full.unused.length === 0 ? null : (
        <Notice tone="amber" title="Not used">
          Columns that somebody added: {inWordsList(full.unused.map((name) => `“${name}”`))}.
        </Notice>
      )}
    </>
  );
}

/** Where rows of a spreadsheet go. */
function PasteRows({ text, setText }: { readonly text: string; readonly setText: (text: string) => void }) {
  return (
    <>
      <p>
        Copy the rows in the spreadsheet and paste them here, or choose a file saved as CSV. Nothing goes in
        before you have seen what it becomes.
      </p>
      <TextField
        label="Rows of the spreadsheet"
        rows={6}
        value={text}
        onChange={(next) => {
          setText(next.slice(0, 5_000_000));
        }}
        autoFocus
      />
    </>
  );
}
