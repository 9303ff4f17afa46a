import { Eye, FastForward, Mic, Rewind, Video } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, SyntheticEvent } from 'react';
import { clockDuration } from '../../../shared/domain/duration';
import { playableAs } from '../../../shared/domain/playable';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import { Button } from '../../components/button';
import { SelectField } from '../../components/fields';
import { reasonText } from '../../strings/errors';
import { streamUrl, thumbUrl } from './media-url';
import { useVeil } from './veil';
import './player.css';

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

/** A recording, played straight from its sealed file: what is heard or seen is never written anywhere. */
export function Player({ item }: { readonly item: EvidenceDetail }) {
  const { veiled } = useVeil();
  const [revealed, setRevealed] = useState(false);
  const [failed, setFailed] = useState(false);
  const [at, setAt] = useState(0);
  const [speed, setSpeed] = useState<Speed>('1');
  const media = useRef<HTMLMediaElement | null>(null);
  const isVideo = item.kind === 'video';
  const hidden = isVideo && veiled && !revealed;
  const name = `${item.exhibitRef}, ${item.title}`;

  useEffect(() => {
    if (media.current !== null) media.current.playbackRate = Number(speed);
  }, [speed, hidden]);

  if (failed) {
    return (
      <div className="stage">
        <div className="view">
          <p className="player-failed">
            {reasonText('unreadable-media')} The file itself is stored, whole and unchanged: save a copy to
            play it with another program.
          </p>
        </div>
      </div>
    );
  }

  function move(by: number): void {
    const { current } = media;
    if (current === null) return;
    const end = Number.isFinite(current.duration) ? current.duration : current.currentTime + step;
    current.currentTime = Math.min(Math.max(0, current.currentTime + by), end);
  }

  function onKeyDown(event: KeyboardEvent): void {
    // The player's own bar and the buttons have keys of their own.
    if (event.target !== event.currentTarget || media.current === null) return;
    const does: Readonly<Partial<Record<string, () => void>>> = {
      ArrowLeft: () => {
        move(-step);
      },
      ArrowRight: () => {
        move(step);
      },
      ' ': () => {
        const { current } = media;
        if (current?.paused === true) void current.play();
        else current?.pause();
      },
    };
    const act = does[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
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
    onError: () => {
      setFailed(true);
    },
    ref: (element: HTMLMediaElement | null) => {
      media.current = element;
    },
  };

  return (
    <div className="stage player">
      <div
        className="view"
        tabIndex={0}
        role="region"
        aria-label={`Recording: ${name}`}
        onKeyDown={onKeyDown}
      >
        {hidden ? (
          <div className="player-hidden">
            {item.preview === 'ready' ? <img className="veiled" src={thumbUrl(item.id)} alt="" /> : null}
          </div>
        ) : isVideo ? (
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
      {hidden ? (
        <div className="veil">
          <Button
            icon={<Eye aria-hidden />}
            onPress={() => {
              setRevealed(true);
            }}
          >
            Show this video
          </Button>
        </div>
      ) : (
        <div className="tools" role="group" aria-label="Playing">
          <Button
            icon={<Rewind aria-hidden />}
            onPress={() => {
              move(-step);
            }}
          >
            Back {step} s
          </Button>
          <span className="num player-time">
            {isVideo ? <Video aria-hidden size={15} /> : <Mic aria-hidden size={15} />}
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
          <SelectField label="Speed" hideLabel options={speeds} value={speed} onChange={setSpeed} />
        </div>
      )}
    </div>
  );
}
