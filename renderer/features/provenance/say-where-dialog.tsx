import { useRef, useState } from 'react';
import { saysNothing } from '../../../shared/domain/provenance';
import { emptyProvenance } from '../../../shared/models/provenance';
import { call, holdfast } from '../../kit/bridge';
import { today } from '../../kit/today';
import { FormDialog } from '../../components/form-dialog';
import { Notice } from '../../components/parts';
import { ProvenanceFields } from './provenance-fields';
import { fromForm, receivedProblem, toForm } from './provenance-form';
import './provenance.css';

/** Says the same of several exhibits at once: they came together, so nobody should type it twelve times. */
export function SayWhereDialog({
  ids,
  onDone,
  onClose,
}: {
  readonly ids: readonly string[];
  readonly onDone: (changed: number) => void;
  readonly onClose: () => void;
}) {
  const [form, setForm] = useState(() => toForm(emptyProvenance, today()));
  const [checked, setChecked] = useState(false);
  const changed = useRef(0);
  const { checks: _checks, ...said } = fromForm(form);
  const empty = saysNothing(said);
  const dateProblem = receivedProblem(form);
  const many = `${ids.length} ${ids.length === 1 ? 'exhibit' : 'exhibits'}`;
  return (
    <FormDialog
      title={`Where these ${many} came from`}
      submit={`Say it of ${many}`}
      ready={() => {
        setChecked(true);
        return !empty && dateProblem === null;
      }}
      work={async () => {
        const answer = await call(holdfast.provenance.saveMany({ ids: [...ids], provenance: said }));
        changed.current = answer.changed;
      }}
      onDone={() => {
        onDone(changed.current);
      }}
      onClose={onClose}
    >
      <p className="quiet">
        What you fill in is added to each of them. What you leave empty stays as it is. Earlier versions are
        kept.
      </p>
      <ProvenanceFields
        several
        form={form}
        onForm={(change) => {
          setForm((before) => ({ ...before, ...change }));
        }}
        dateProblem={checked ? dateProblem : null}
      />
      {checked && empty ? <Notice tone="amber" title="Fill in at least one thing." isUrgent /> : null}
    </FormDialog>
  );
}
