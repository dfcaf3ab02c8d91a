import { type Signal, signal } from '@preact/signals-core';
import type { Tune } from '../api/sounds';
import type { Summary } from '../model/summary';

/** What festivity stands on: each is fetched when it is wanted first. */
export interface FestivityDeps {
  readonly fetchCheer: () => Promise<() => void>;
  readonly fetchPlay: () => Promise<(tune: Tune) => void>;
  /** Whether this device wants to hear something, as it is remembered. */
  readonly wantsSound: boolean;
  readonly keepSound: (wantsSound: boolean) => void;
}

/** What is seen and heard of a round beside words: a cheer where everybody agrees, and sounds for who wants them. */
export class Festivity {
  /** Off unless somebody has switched it on, on this device. */
  readonly hasSound: Signal<boolean>;

  constructor(private readonly deps: FestivityDeps) {
    this.hasSound = signal(deps.wantsSound);
  }

  /** Switches the sounds on, with one to hear, or off. */
  turnSound(): void {
    const isOn = !this.hasSound.value;
    this.hasSound.value = isOn;
    this.deps.keepSound(isOn);
    this.sound('opened');
  }

  /** Hears of `fact`. */
  follow(fact: { readonly kind: string; readonly summary?: Summary }): void {
    if (fact.kind === 'opened') {
      void this.deps.fetchCheer().catch(() => {}); // so that it comes in time
      return this.sound('opened');
    }
    if (fact.kind !== 'closed') return;
    const isAgreed = fact.summary?.kind === 'agreed';
    this.sound(isAgreed ? 'agreed' : 'closed');
    if (isAgreed)
      void this.deps.fetchCheer().then(
        (cheer) => cheer(),
        () => {},
      );
  }

  private sound(tune: Tune): void {
    if (!this.hasSound.value) return;
    void this.deps.fetchPlay().then(
      (play) => play(tune),
      () => {},
    );
  }
}
