import type { figuresMethods } from '../../../shared/contract/figures-methods';
import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import { figuresReport } from '../../../shared/domain/figures/report';
import type { VaultContext } from '../../vault/api';
import { exportFigures } from './export-figures';
import { readFiguresCases } from './read-cases';

/** Figures over the caseload. */
export function figuresHandlers(context: VaultContext): Pick<VaultHandlers, keyof typeof figuresMethods> {
  return {
    'figures.report': (choice) => figuresReport(readFiguresCases(context), choice),
    'figures.export': ({ format, target, ...choice }) =>
      exportFigures(context, choice, format, context.pathOf(target)),
  };
}
