import { ProgressPanel } from '../components/progress-panel';
import { holdfast } from '../kit/bridge';
import { useJobs } from '../kit/hooks';

/** Long work that goes on, at the foot of every screen. */
export function RunningWork() {
  const jobs = useJobs();
  // Comparing pictures goes on quietly: it is shown in its own room.
  const running = jobs.filter(
    ({ state, kind }) => state === 'running' && kind !== 'likeness' && kind !== 'copies',
  );
  if (running.length === 0) return null;
  return (
    <div className="jobs stack" role="region" aria-label="Work going on">
      {running.map((job) => (
        <ProgressPanel key={job.id} job={job} onCancel={() => void holdfast.jobs.cancel({ id: job.id })} />
      ))}
    </div>
  );
}
