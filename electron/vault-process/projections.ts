import { caseProjection } from '../services/cases/project-case';
import { entryProjection } from '../services/chronology/project-entry';
import { registerProjection } from '../services/chronology/project-register';
import { reindexCiting } from '../services/chronology/reindex';
import { viewProjection } from '../services/chronology/project-view';
import { handoverProjection } from '../services/continuity/project-handover';
import { pairProjection, runProjection } from '../services/likeness/project-likeness';
import { dateChoiceProjection } from '../services/items/file-under';
import { exhibitProjection } from '../services/items/name-item';
import { pageTurnsProjection, pdfPasswordProjection } from '../services/items/shown-as';
import { producerProjection } from '../services/items/project-producer';
import { columnMappingProjection } from '../services/messages/project-mapping';
import { partnerOfficeProjection } from '../services/offices/project-office';
import { correctionProjection } from '../services/text/project-correction';
import type { Projection } from '../vault/records/heads';

/** The narrow tables of every kind, in the order in which they are made again: what is named comes before what names it. */
export const projections: readonly Projection[] = [
  caseProjection,
  producerProjection,
  registerProjection,
  entryProjection,
  viewProjection,
  handoverProjection,
  pairProjection,
  runProjection,
  dateChoiceProjection,
  // Which entries an exhibit is cited by, the room of exhibits does not know.
  exhibitProjection(reindexCiting),
  partnerOfficeProjection,
  columnMappingProjection,
  correctionProjection,
  pdfPasswordProjection,
  pageTurnsProjection,
];
