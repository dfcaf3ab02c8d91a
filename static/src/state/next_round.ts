import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { StartOptions } from '../api/controller_api';
import type { ControllerView } from '../model/controller';
import { asKept } from '../model/topic';

/** What the next round is to be about, and how long it is to last. */
export class NextRound {
  /** What stands in the field. */
  readonly topic: Signal<string> = signal('');
  /** How long it lasts; 0 is no timer. */
  readonly seconds: Signal<number> = signal(0);
  private readonly offered: Signal<string> = signal('');
  private planned: readonly string[] = [];
  /** What comes next when nobody writes anything else: what was taken, or else what was offered; empty for nothing. */
  readonly next: ReadonlySignal<string> = computed(() => this.asked() || this.offered.value);
  private isKnown = false;
  private usual = 0;

  /** Offers the next of the upcoming topics, unless somebody has written another. */
  follow({ topics, seconds }: Pick<ControllerView, 'topics' | 'seconds'>): void {
    if (!this.isKnown) {
      this.isKnown = true;
      this.usual = seconds;
      this.seconds.value = seconds;
    }
    const next = topics[0] ?? '';
    this.planned = topics;
    const isOurs = this.topic.value === this.offered.value;
    this.offered.value = next;
    if (isOurs) this.topic.value = next;
  }

  /** Puts `topic` into the field. */
  take(topic: string): void {
    this.topic.value = topic;
  }

  /** How the round is to start; `undefined` where nothing is said of it. */
  options(): StartOptions | undefined {
    const topic = this.asked();
    const seconds = this.seconds.value;
    if (topic === '' && seconds === this.usual) return undefined;
    return { topic, seconds };
  }

  /** The round has begun: what was written for it is done with. */
  begun(): void {
    this.topic.value = '';
    this.offered.value = '';
  }

  /** What stands in the field, as topics are kept; one of the list exactly as it stands there, so that it leaves it. */
  private asked(): string {
    const written = this.topic.value.trim();
    return this.planned.includes(written) ? written : asKept(written);
  }
}
