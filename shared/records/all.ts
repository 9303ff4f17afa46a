import type { Body } from '../domain/records/version';
import { breachKind } from './breach';
import { bundleProfileKind } from './bundle-profile';
import { caseKind } from './case';
import { caseworkKinds } from './casework';
import { columnMappingKind } from './column-mapping';
import { dateChoiceKind } from './date-choice';
import { anyKind } from './define';
import type { AnyKind } from './define';
import { entryKind } from './entry';
import { exhibitKind } from './exhibit';
import { handoverKind } from './handover';
import { languagesKind } from './languages';
import { leavingAnswerKind } from './leaving-answer';
import { partnerOfficeKind } from './partner-office';
import { permissionKind } from './permission';
import { proceedingsKind } from './proceedings';
import { producerKind } from './producer';
import { protectedKind } from './protected';
import { provenanceKind } from './provenance';
import { pageTurnsKind } from './page-turns';
import { pairKind } from './pair';
import { pdfPasswordKind } from './pdf-password';
import { redactionKind } from './redaction';
import { registerKind } from './register';
import { runKind } from './run';
import { correctionKind } from './text-correction';
import { viewKind } from './view';

const kinds: readonly AnyKind[] = [
  anyKind(caseKind),
  anyKind(registerKind),
  anyKind(entryKind),
  anyKind(viewKind),
  anyKind(provenanceKind),
  anyKind(handoverKind),
  anyKind(pairKind),
  anyKind(producerKind),
  anyKind(runKind),
  anyKind(partnerOfficeKind),
  anyKind(columnMappingKind),
  anyKind(dateChoiceKind),
  anyKind(exhibitKind),
  anyKind(correctionKind),
  anyKind(languagesKind),
  anyKind(redactionKind),
  anyKind(protectedKind),
  anyKind(permissionKind),
  anyKind(leavingAnswerKind),
  anyKind(proceedingsKind),
  anyKind(bundleProfileKind),
  anyKind(pdfPasswordKind),
  anyKind(pageTurnsKind),
  anyKind(breachKind),
  ...caseworkKinds,
];
const byName = new Map(kinds.map((each) => [each.kind, each]));

/** A kind by its name; undefined for one of a newer Holdfast. */
export function kindOf(name: string): AnyKind | undefined {
  return byName.get(name);
}

/** What a record says without what only the machine is to know: the password of a file, say. */
export function withoutSecrets(name: string, body: Body): Body {
  const secret = kindOf(name)?.secret ?? [];
  if (secret.length === 0) return body;
  return Object.fromEntries(Object.entries(body).filter(([field]) => !secret.includes(field)));
}

export const recordKinds: readonly string[] = kinds.map(({ kind }) => kind);
