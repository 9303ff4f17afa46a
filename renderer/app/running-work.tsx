import { ProgressPanel } from '../components/progress-panel';
import type { Job } from '../../shared/models/job';
import { holdfast } from '../kit/bridge';
import { useJobs } from '../kit/hooks';
import { useNavigation } from '../kit/navigation';
import type { Route } from '../kit/navigation';

/** Whether the screen that is open shows this work itself: comparing pictures, which goes on quietly, is shown in its own room alone. */
function hasItsPlace({ kind }: Job, route: Route): boolean {
  if (kind === 'likeness' || kind === 'copies') return true;
  return kind === 'transfer-out' && route.name === 'transfer';
}

/** Long work that goes on, at the foot of every screen. */
export function RunningWork() {
  const jobs = useJobs();
  const { route } = useNavigation();
  const running = jobs.filter((job) => job.state === 'running' && !hasItsPlace(job, route));
  if (running.length === 0) return null;
  return (
    <div className="jobs stack" role="region" aria-label="Work going on">
      {running.map((job) => (
        <ProgressPanel key={job.id} job={job} onCancel={() => void holdfast.jobs.cancel({ id: job.id })} />
      ))}
    </div>
  );
}
