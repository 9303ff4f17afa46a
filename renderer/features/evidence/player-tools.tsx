import { FastForward, Pause, Play, Rewind, Volume2 } from 'lucide-react';
import { clockDuration } from '../../../shared/domain/duration';
import { Button } from '../../components/button';
import { SelectField } from '../../components/fields';
import { playerWords as words } from '../../strings/player';
import type { Playing } from './use-player';

/** By how many seconds it is moved at a press. */
export const step = 10;
export type Speed = (typeof words.speeds)[number]['id'];

/** How fast, and how loud from 0 to 1. */
export interface Manner {
  readonly speed: Speed;
  readonly volume: number;
}

interface Props {
  readonly playing: Playing;
  /** Seconds, where they are known. */
  readonly length: number | null;
  readonly manner: Manner;
  readonly onManner: (manner: Manner) => void;
  readonly onPlay: (now: boolean) => void;
  readonly onSeek: (to: number) => void;
}

/** What a recording is played by. They stand in the page: the frame that plays it shows a picture and nothing to press. */
export function PlayerTools({ playing, length, manner, onManner, onPlay, onSeek }: Props) {
  const { at, paused } = playing;
  const time = words.placeIs(clockDuration(at * 1000), length === null ? null : clockDuration(length * 1000));
  return (
    <div className="tools player-tools" role="group" aria-label={words.tools}>
      <Place at={at} length={length} time={time} onSeek={onSeek} />
      <Button
        icon={paused ? <Play aria-hidden /> : <Pause aria-hidden />}
        onPress={() => {
          onPlay(paused);
        }}
      >
        {paused ? words.play : words.pause}
      </Button>
      <Button
        icon={<Rewind aria-hidden />}
        onPress={() => {
          onSeek(at - step);
        }}
      >
        {words.back(step)}
      </Button>
      <span className="num player-time">{time}</span>
      <Button
        icon={<FastForward aria-hidden />}
        onPress={() => {
          onSeek(at + step);
        }}
      >
        {words.on(step)}
      </Button>
      <SelectField
        label={words.speed}
        hideLabel
        options={words.speeds}
        value={manner.speed}
        onChange={(speed) => {
          onManner({ ...manner, speed });
        }}
      />
      <Volume
        volume={manner.volume}
        onVolume={(volume) => {
          onManner({ ...manner, volume });
        }}
      />
    </div>
  );
}

function Place({
  at,
  length,
  time,
  onSeek,
}: {
  readonly at: number;
  readonly length: number | null;
  /** In words. */
  readonly time: string;
  readonly onSeek: (to: number) => void;
}) {
  return (
    <input
      type="range"
      className="player-place"
      aria-label={words.place}
      aria-valuetext={time}
      min={0}
      max={Math.max(length ?? at, 0.1)}
      step="any"
      value={at}
      disabled={length === null}
      onChange={({ currentTarget }) => {
        onSeek(currentTarget.valueAsNumber);
      }}
    />
  );
}

function Volume({
  volume,
  onVolume,
}: {
  /** From 0 to 1. */
  readonly volume: number;
  readonly onVolume: (volume: number) => void;
}) {
  const percent = Math.round(volume * 100);
  return (
    <span className="player-volume">
      <Volume2 aria-hidden />
      <input
        type="range"
        aria-label={words.volume}
        aria-valuetext={words.volumeIs(percent)}
        min={0}
        max={100}
        step={5}
        value={percent}
        onChange={({ currentTarget }) => {
          onVolume(currentTarget.valueAsNumber / 100);
        }}
      />
    </span>
  );
}
