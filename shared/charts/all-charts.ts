import type { Patterns } from '../models/patterns';
import { calendarChart } from './calendar';
import type { Chart } from './chart';
import { escalationChart } from './escalation';
import { hoursChart } from './hours';
import { silencesChart } from './silences';
import { timelineChart } from './timeline';

/** Every chart that is drawn of a filter, in the order it is shown and printed. */
export function chartsOf(patterns: Patterns): readonly Chart[] {
  return [
    timelineChart(patterns, null),
    escalationChart(patterns),
    calendarChart(patterns),
    hoursChart(patterns),
    silencesChart(patterns),
  ];
}
