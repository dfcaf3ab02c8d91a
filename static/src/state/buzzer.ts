import { computed, effect, type ReadonlySignal } from '@preact/signals-core';
import type { Phone } from '../api/phone';
import type { Cancel, World } from '../api/world';
import { SHORT_SECONDS } from '../model/timer';
import type { DeviceSettings } from './device_settings';
import type { HostFact, Told } from './news';

/** What a buzzer stands on. */
export interface BuzzerDeps {
  readonly phone: Phone;
  readonly world: Pick<World, 'onWake'>;
  readonly settings: Pick<DeviceSettings, 'awake' | 'buzz'>;
  /** Whether the reader is one of those who vote. */
  readonly hasSeat: ReadonlySignal<boolean>;
  /** Whether a round is open. */
  readonly isOpen: ReadonlySignal<boolean>;
  readonly told: ReadonlySignal<Told<HostFact> | undefined>;
}

/** Once as a round opens, twice as its time runs out. */
const OPENED = [150];
const SHORT = [80, 80, 80];

/** Makes a device in the hand of who votes a buzzer: its screen stays on in a round, and it is felt. */
export function beBuzzer(deps: BuzzerDeps): Cancel {
  const stops = [stayAwake(deps), vibrateAt(deps)];
  return () => {
    for (const stop of stops) stop();
  };
}

function stayAwake({ phone, world, settings, hasSeat, isOpen }: BuzzerDeps): Cancel {
  const { keepAwake } = phone;
  if (keepAwake === undefined) return () => {};
  const isWanted = computed(() => settings.awake.value && hasSeat.value && isOpen.value);
  return effect(() => (isWanted.value ? hold(keepAwake, world) : undefined));
}

/** Holds on until it is cancelled: who hides the page lets go, and holds on again when the page is back. */
function hold(keepAwake: () => Promise<Cancel>, world: BuzzerDeps['world']): Cancel {
  let asked = 0;
  let letGo: Cancel = () => {};
  const take = async () => {
    asked += 1;
    const mine = asked;
    const taken = await keepAwake().catch(() => undefined); // as where the battery is low
    if (taken === undefined) return;
    if (mine !== asked) return taken();
    letGo();
    letGo = taken;
  };
  void take();
  const cancel = world.onWake(() => void take());
  return () => {
    asked += 1;
    cancel();
    letGo();
  };
}

function vibrateAt({ phone: { vibrate }, settings, hasSeat, told }: BuzzerDeps): Cancel {
  let last = told.peek();
  return effect(() => {
    const news = told.value;
    if (news === last || news === undefined) return;
    last = news;
    const pattern = patternOf(news.fact);
    if (pattern && settings.buzz.peek() && hasSeat.peek()) vibrate?.(pattern);
  });
}

function patternOf(fact: HostFact): readonly number[] | undefined {
  if (fact.kind === 'opened') return OPENED;
  return fact.kind === 'timeLeft' && fact.seconds <= SHORT_SECONDS ? SHORT : undefined;
}
