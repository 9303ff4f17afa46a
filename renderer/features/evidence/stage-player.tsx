import { Mic } from 'lucide-react';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { playableAs } from '../../../shared/domain/playable';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import { Button } from '../../components/button';
import { Notice } from '../../components/parts';
import { playerUrl, thumbUrl } from '../../components/picture/media-url';
import { playerWords as words } from '../../strings/player';
import { PlayerTools, step } from './player-tools';
import type { Manner } from './player-tools';
import { usePlayer } from './use-player';
import type { Player } from './use-player';
import './stage-player.css';

/** True for a recording that can be played here. */
export function isPlayable({ kind, mime }: Pick<EvidenceDetail, 'kind' | 'mime'>): boolean {
  return (kind === 'audio' || kind === 'video') && playableAs(mime) !== null;
}

interface Props {
  readonly item: EvidenceDetail;
  readonly onFail: () => void;
}

/** A recording, played straight from its sealed file: what is heard or seen is never written anywhere. */
export function StagePlayer({ hidden, ...props }: Props & { readonly hidden: boolean }) {
  const { item } = props;
  if (!hidden) return <OpenPlayer {...props} />;
  // Nothing of a film is read until it is asked for, but its blurred picture.
  return (
    <div className="view" role="region" aria-label={words.hidden(nameOf(item))} tabIndex={0}>
      {item.preview === 'ready' ? <img className="player-veil" src={thumbUrl(item.id)} alt="" /> : null}
    </div>
  );
}

const nameOf = ({ exhibitRef, title }: EvidenceDetail): string => `${exhibitRef}, ${title}`;

function OpenPlayer({ item, onFail }: Props) {
  const player = usePlayer(item.id, onFail);
  const { playing, send, seek } = player;
  const [manner, setManner] = useState<Manner>({ speed: '1', volume: 1 });
  const play = (now: boolean): void => {
    send({ type: now ? 'play' : 'pause' });
  };
  const change = (next: Manner): void => {
    setManner(next);
    send({ type: 'speed', speed: Number(next.speed) });
    send({ type: 'volume', volume: next.volume });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'ArrowLeft') seek(playing.at - step);
    else if (event.key === 'ArrowRight') seek(playing.at + step);
    else if (event.key === ' ') play(playing.paused);
    else return;
    event.preventDefault();
  };
  if (player.isLost) return <Stopped onAgain={player.startAgain} />;
  return (
    <div className="player">
      <div
        className="player-view"
        tabIndex={0}
        role="region"
        aria-label={words.recording(nameOf(item))}
        onKeyDown={onKeyDown}
        onClick={() => {
          if (item.kind === 'video') play(playing.paused);
        }}
      >
        <Screen
          item={item}
          player={player}
          onLoad={() => {
            change(manner);
          }}
        />
      </div>
      <PlayerTools
        playing={playing}
        length={playing.length ?? (item.durationMs === null ? null : item.durationMs / 1000)}
        manner={manner}
        onManner={change}
        onPlay={play}
        onSeek={seek}
      />
    </div>
  );
}

/** The frame. Nothing in it can be pressed or focused, so that keys and clicks stay with the page. */
function Screen({
  item,
  player: { frame, token },
  onLoad,
}: {
  readonly item: EvidenceDetail;
  readonly player: Player;
  /** The frame listens now. */
  readonly onLoad: () => void;
}) {
  const isVideo = item.kind === 'video';
  const shown =
    token === null ? null : (
      <iframe
        key={token}
        ref={frame}
        className={isVideo ? 'player-film' : 'player-unseen'}
        src={playerUrl(token, isVideo && item.preview === 'ready')}
        title={nameOf(item)}
        sandbox="allow-scripts"
        allow=""
        referrerPolicy="no-referrer"
        tabIndex={-1}
        onLoad={onLoad}
      />
    );
  if (isVideo) return shown;
  return (
    <div className="player-sound">
      <Mic aria-hidden />
      <p dir="auto">{item.title}</p>
      {shown}
    </div>
  );
}

/** The process that played it is gone: the page, and the vault, are not. */
function Stopped({ onAgain }: { readonly onAgain: () => void }) {
  return (
    <div className="player">
      <div className="player-view">
        <Notice
          tone="red"
          title={words.stopped.title}
          isUrgent
          actions={<Button onPress={onAgain}>{words.stopped.again}</Button>}
        >
          {words.stopped.words}
        </Notice>
      </div>
    </div>
  );
}
