import { FastForward, Mic, Rewind } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, SyntheticEvent } from 'react';
import { clockDuration } from '../../../shared/domain/duration';
import { playableAs } from '../../../shared/domain/playable';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import { Button } from '../../components/button';
import { SelectField } from '../../components/fields';
import { streamUrl, thumbUrl } from '../../components/picture/media-url';
import './stage-player.css';

/** True for a recording that can be played here. */
export function isPlayable({ kind, mime }: Pick<EvidenceDetail, 'kind' | 'mime'>): boolean {
  return (kind === 'audio' || kind === 'video') && playableAs(mime) !== null;
}

const step = 10;
const speeds = [
  { id: '0.5', label: 'Half speed' },
  { id: '0.75', label: 'Slower' },
  { id: '1', label: 'Normal speed' },
  { id: '1.5', label: 'Faster' },
  { id: '2', label: 'Double speed' },
] as const;
type Speed = (typeof speeds)[number]['id'];

/** The element that plays, moved and held by buttons and keys. */
function usePlaying(hidden: boolean) {
  const [speed, setSpeed] = useState<Speed>('1');
  const media = useRef<HTMLMediaElement | null>(null);

  useEffect(() => {
    if (media.current !== null) media.current.playbackRate = Number(speed);
  }, [speed, hidden]);

  function move(by: number): void {
    const { current } = media;
    if (current === null) return;
    const end = Number.isFinite(current.duration) ? current.duration : current.currentTime + step;
    current.currentTime = Math.min(Math.max(0, current.currentTime + by), end);
  }

  function onKeyDown(event: KeyboardEvent): void {
    // The player's own bar has keys of its own.
    if (event.target !== event.currentTarget) return;
    const { current } = media;
    if (event.key === 'ArrowLeft') move(-step);
    else if (event.key === 'ArrowRight') move(step);
    else if (event.key !== ' ') return;
    else if (current?.paused === true) void current.play().catch(() => undefined);
    else current?.pause();
    event.preventDefault();
  }

  function hold(element: HTMLMediaElement | null): void {
    media.current = element;
  }

  return { hold, speed, setSpeed, move, onKeyDown };
}

/** A recording, played straight from its sealed file: what is heard or seen is never written anywhere. */
export function StagePlayer({
  item,
  hidden,
  onFail,
}: {
  readonly item: EvidenceDetail;
  readonly hidden: boolean;
  readonly onFail: () => void;
}) {
  const [at, setAt] = useState(0);
  const { hold, speed, setSpeed, move, onKeyDown } = usePlaying(hidden);
  const isVideo = item.kind === 'video';
  const name = `${item.exhibitRef}, ${item.title}`;

  // Nothing of a film is read until it is asked for, but its blurred picture.
  if (hidden) {
    return (
      <div className="view" role="region" aria-label={`${name}, hidden`} tabIndex={0}>
        {item.preview === 'ready' ? <img className="player-veil" src={thumbUrl(item.id)} alt="" /> : null}
      </div>
    );
  }

  const shared = {
    src: streamUrl(item.id),
    controls: true,
    controlsList: 'nodownload noremoteplayback',
    preload: 'metadata' as const,
    'aria-label': name,
    onTimeUpdate: ({ currentTarget }: SyntheticEvent<HTMLMediaElement>) => {
      setAt(currentTarget.currentTime);
    },
    onError: onFail,
    ref: hold,
  };

  return (
    <div className="player">
      <div
        className="player-view"
        tabIndex={0}
        role="region"
        aria-label={`Recording: ${name}`}
        onKeyDown={onKeyDown}
      >
        {isVideo ? (
          <video
            {...shared}
            disablePictureInPicture
            {...(item.preview === 'ready' ? { poster: thumbUrl(item.id) } : {})}
          />
        ) : (
          <div className="player-sound">
            <Mic aria-hidden />
            <p dir="auto">{item.title}</p>
            <audio {...shared} />
          </div>
        )}
      </div>
      <PlayerTools at={at} item={item} move={move} speed={speed} onSpeed={setSpeed} />
    </div>
  );
}

function PlayerTools({
  at,
  item,
  move,
  speed,
  onSpeed,
}: {
  /** Seconds from the beginning. */
  readonly at: number;
  readonly item: EvidenceDetail;
  readonly move: (seconds: number) => void;
  readonly speed: Speed;
  readonly onSpeed: (speed: Speed) => void;
}) {
  return (
    <div className="tools player-tools" role="group" aria-label="Playing">
      <Button
        icon={<Rewind aria-hidden />}
        onPress={() => {
          move(-step);
        }}
      >
        Back {step} s
      </Button>
      <span className="num player-time">
        {clockDuration(at * 1000)}
        {item.durationMs === null ? '' : ` of ${clockDuration(item.durationMs)}`}
      </span>
      <Button
        icon={<FastForward aria-hidden />}
        onPress={() => {
          move(step);
        }}
      >
        On {step} s
      </Button>
      <SelectField label="Speed" hideLabel options={speeds} value={speed} onChange={onSpeed} />
    </div>
  );
}
