import { filterProblem } from '../../shared/domain/filter-problem';
import { filterProblemText } from '../strings/entry-filter';

/** Says below a filter that it asks for what cannot be looked for. Nothing while it can be. */
export function FilterNote({ filter }: { readonly filter: Parameters<typeof filterProblem>[0] }) {
  const problem = filterProblem(filter);
  return problem === null ? null : (
    <p className="small filter-note" role="status">
      {filterProblemText(problem)}
    </p>
  );
}
