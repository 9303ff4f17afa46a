export type Tone = 'neutral' | 'accent' | 'plum' | 'amber' | 'red' | 'green';
