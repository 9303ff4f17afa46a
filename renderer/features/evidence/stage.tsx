import { useState } from 'react';
import type { EvidenceDetail, EvidenceKind } from '../../../shared/models/evidence';
import { StageNone } from './stage-none';
import { StagePdf } from './stage-pdf';
import { StagePicture } from './stage-picture';
import { StagePlayer, isPlayable } from './stage-player';
import type { StageProps } from './stage-props';

/** Kinds that show something: what is on them may distress, so they stay blurred until asked for. */
export const veilable: readonly EvidenceKind[] = ['image', 'pdf', 'video'];

/** True when zooming and turning make sense. */
export function isPicture({ kind, preview }: Pick<EvidenceDetail, 'kind' | 'preview'>): boolean {
  return (kind === 'image' || kind === 'pdf') && preview === 'ready';
}

/** One item as it is, whatever it is: one file a kind. */
export function Stage({ item, ...props }: Omit<StageProps, 'onFail'> & { readonly item: EvidenceDetail }) {
  const [failed, setFailed] = useState(false);
  const all = {
    ...props,
    onFail: () => {
      setFailed(true);
    },
  };
  if (!failed && isPlayable(item)) return <StagePlayer item={item} hidden={all.hidden} onFail={all.onFail} />;
  if (!failed && item.preview === 'ready' && item.kind === 'image')
    return <StagePicture item={item} {...all} />;
  if (!failed && item.preview === 'ready' && item.kind === 'pdf') return <StagePdf item={item} {...all} />;
  return <StageNone item={item} failed={failed} />;
}
