import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { afterEventChart } from '../../../../shared/charts/after-event';
import { timelineChart } from '../../../../shared/charts/timeline';
import { chartsOf } from '../../../../shared/charts/all-charts';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { drawChart } from '../../../../electron/services/print/draw-chart';
import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import { viewCharts } from '../../../../electron/services/chronology/view-entries';
import { bundlePatternsHtml } from '../../../../electron/services/chronology/patterns-html';
import { nothingMore } from '../../../../shared/domain/entry-content';
import type { NewEntry } from '../../../../shared/models/chronology';
import { everyEntry } from '../../../../shared/models/entry-filter';
import { filledCase } from '../../../helpers/filled-vault';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

let vault: TestVault;
let caseId: string;
let emptyId: string;

const entry = (edtf: string, more: Partial<NewEntry> = {}): NewEntry => ({
  ...nothingMore,
  edtf,
  time: { from: '21:10', to: null, precision: 'minute' },
  title: 'He <followed> her',
  behaviours: ['a', 'e'],
  ...more,
});

beforeAll(async () => {
  vault = await makeTestVault();
  const cases = caseHandlers(vault.context);
  caseId = (await cases['cases.create'](filledCase)).id;
  emptyId = (await cases['cases.create']({ ...filledCase, reference: 'FV-2' })).id;
  await chronologyHandlers(vault.context)['chronology.createMany']({
    caseId,
    entries: [
      entry('2026-03-02'),
      entry('2026-03-09', { behaviours: [] }),
      entry('2026-03~', { time: null }),
      entry('2026-03-20', { kind: 'event', title: 'Bail & conditions' }),
      entry('2026-06-01'),
    ],
  });
});
afterAll(() => vault.close());

const patternsOf = async (of: string) =>
  chronologyHandlers(vault.context)['chronology.patterns']({ caseId: of, filter: everyEntry });

describe('the views of a chronology', () => {
  it('are drawn as vectors without a browser, named in words, and hold no markup of what was typed', async () => {
    const patterns = await patternsOf(caseId);
    const [trigger] = patterns.triggers;
    const around = await chronologyHandlers(vault.context)['chronology.around']({
      caseId,
      filter: everyEntry,
      trigger: trigger?.id ?? '',
    });
    for (const chart of [...chartsOf(patterns), afterEventChart(around)]) {
      const svg = drawChart(chart)?.text ?? '';
      expect(svg, chart.id).toMatch(/^<svg/u);
      expect(svg, chart.id).toContain('role="img"');
      expect(svg, chart.id).not.toMatch(/<style|<image|<followed>|var\(--/u);
      // What is drawn is told: a sentence, and a table with something in it.
      expect(chart.words.length, chart.id).toBeGreaterThan(20);
      expect(chart.table.rows.length, chart.id).toBeGreaterThan(0);
      for (const row of chart.table.rows) expect(row, chart.id).toHaveLength(chart.table.head.length);
    }
    expect(
      bundlePatternsHtml(viewCharts(vault.context, caseId, { filter: everyEntry, covering: [] })),
    ).toContain('Before and after: Bail &amp; conditions');
  });

  it('of nothing say so, and draw nothing', async () => {
    for (const chart of chartsOf(await patternsOf(emptyId))) {
      expect(drawChart(chart), chart.id).toBeNull();
      expect(chart.words, chart.id).toMatch(/^(No |There is no )/u);
      expect(chart.table.rows, chart.id).toEqual([]);
    }
  });

  it('draw a part of the time alone, and weeks where there are too many entries to draw one by one', async () => {
    const patterns = await patternsOf(caseId);
    const part = timelineChart(patterns, { from: '2026-03-01', to: '2026-03-31' });
    expect(part.words).toContain('from 01/03/2026 to 31/03/2026');
    const many = timelineChart({ ...patterns, timeline: [] }, null);
    expect(many.words).toContain('each mark is a week');
    expect(drawChart(many)?.text).toMatch(/<circle/u);
    expect(many.table.head).toEqual(['Week from', 'Incidents']);
  });
});
