/** A note: Hertz, and when it begins, in seconds. */
type Note = readonly [pitch: number, at: number];

/** Two notes up as a vote opens, two down as it closes, three where everybody agrees. */
const TUNES = {
  opened: [
    [523, 0],
    [659, 0.09],
  ],
  closed: [
    [392, 0],
    [330, 0.09],
  ],
  agreed: [
    [523, 0],
    [659, 0.08],
    [784, 0.16],
  ],
} as const satisfies Record<string, readonly Note[]>;

/** What can be heard. */
export type Tune = keyof typeof TUNES;

const LOUDNESS = 0.12;
const NOTE_SECONDS = 0.16;

let context: AudioContext | undefined;

/** Plays `tune`, softly. A browser that has no sound, or gives none yet, stays silent. */
export function play(tune: Tune): void {
  context ??= new AudioContext();
  void context.resume();
  for (const [pitch, at] of TUNES[tune]) playNote(context, pitch, context.currentTime + at);
}

function playNote(on: AudioContext, pitch: number, at: number): void {
  const tone = new OscillatorNode(on, { type: 'triangle', frequency: pitch });
  const loudness = new GainNode(on, { gain: 0 });
  loudness.gain.setValueAtTime(LOUDNESS, at);
  loudness.gain.exponentialRampToValueAtTime(0.001, at + NOTE_SECONDS);
  tone.connect(loudness).connect(on.destination);
  tone.start(at);
  tone.stop(at + NOTE_SECONDS);
}
