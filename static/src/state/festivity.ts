import type { ReadonlySignal } from '@preact/signals-core';
import type { Tune } from '../api/sounds';
import { summary } from '../model/summary';
import type { Revealed } from './news';

/** What festivity stands on: each is fetched when it is wanted first. */
export interface FestivityDeps {
  readonly fetchCheer: () => Promise<() => void>;
  readonly fetchPlay: () => Promise<(tune: Tune) => void>;
  readonly hasSound: ReadonlySignal<boolean>;
}

/** What may be seen or heard of. */
interface Fact {
  readonly kind: string;
  readonly revealed?: Revealed;
}

/** What is seen and heard of a round beside words: a cheer where everybody agrees, and sounds for who wants them. */
export class Festivity {
  constructor(private readonly deps: FestivityDeps) {}

  /** Hears of `fact`. */
  follow({ kind, revealed }: Fact): void {
    if (kind === 'opened') {
      void this.deps.fetchCheer().catch(() => {}); // so that it comes in time
      this.play('opened');
    }
    if (kind === 'closed') this.close(isAgreed(revealed));
  }

  /** Plays `tune` where somebody wants to hear it. */
  play(tune: Tune): void {
    if (!this.deps.hasSound.peek()) return;
    void this.deps.fetchPlay().then(
      (play) => play(tune),
      () => {},
    );
  }

  private close(isAgreed: boolean): void {
    this.play(isAgreed ? 'agreed' : 'closed');
    if (!isAgreed) return;
    void this.deps.fetchCheer().then(
      (cheer) => cheer(),
      () => {},
    );
  }
}

function isAgreed(revealed: Revealed | undefined): boolean {
  return revealed !== undefined && summary(revealed.choices, revealed.result).kind === 'agreed';
}
