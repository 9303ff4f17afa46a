/** Words of what plays a recording. */
export const playerWords = {
  speeds: [
    { id: '0.5', label: 'Half speed' },
    { id: '0.75', label: 'Slower' },
    { id: '1', label: 'Normal speed' },
    { id: '1.5', label: 'Faster' },
    { id: '2', label: 'Double speed' },
  ],
  recording: (name: string): string => `Recording: ${name}`,
  hidden: (name: string): string => `${name}, hidden`,
  tools: 'Playing',
  play: 'Play',
  pause: 'Pause',
  back: (seconds: number): string => `Back ${seconds} s`,
  on: (seconds: number): string => `On ${seconds} s`,
  speed: 'Speed',
  place: 'Place in the recording',
  placeIs: (at: string, length: string | null): string => (length === null ? at : `${at} of ${length}`),
  volume: 'Volume',
  volumeIs: (percent: number): string => (percent === 0 ? 'silent' : `${percent} %`),
  stopped: {
    title: 'The player has stopped',
    words:
      'Something in this recording made it stop. The recording itself is unchanged, and nothing else was open to it.',
    again: 'Start the player again',
  },
} as const;
