import type { BreachBody } from '../../models/breach';

/** How strongly what was lost was sealed. */
export const breachStrengthText: Readonly<Record<BreachBody['strength'], string>> = {
  key: 'sealed for the key of an office',
  passphrase: 'sealed under a passphrase',
  'not-sealed': 'not sealed at all',
  'not-known': 'not known',
};

/** What a person has found the risk to people to be. */
export const breachRiskText: Readonly<Record<BreachBody['risk'], string>> = {
  open: 'not decided yet',
  unlikely: 'a risk is unlikely',
  likely: 'a risk is likely',
  high: 'a high risk is likely',
};
