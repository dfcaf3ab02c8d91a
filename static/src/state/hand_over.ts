import { type Signal, signal } from '@preact/signals-core';
import type { ControllerApi } from '../api/controller_api';
import type { Answer, Problem, ProblemKind } from '../api/request';
import type { World } from '../api/world';
import { controlWords } from '../i18n/words';
import { announce } from './announcer';
import { DOUBLE_TAP_MS, Question } from './question';

/** What handing over control stands on. */
export interface HandOverDeps {
  readonly world: World;
  readonly api: Pick<ControllerApi, 'mintKey' | 'takeBackKeys'>;
  /** The server did as it was asked. */
  readonly onDone: () => void;
  readonly onProblem: (problem: Problem) => void;
}

/**
 * Makes control links for others, and takes them back. Always fresh ones: the reader's own key is the browser's
 * secret, and so all others can be taken back without it.
 */
export class HandOver {
  /** The key that was made last, as long as it may be valid. */
  readonly freshKey: Signal<string | undefined> = signal(undefined);
  /** Whether it is at work, or was just now, and takes no tap. */
  readonly isResting: Signal<boolean> = signal(false);
  readonly trouble: Signal<ProblemKind | undefined> = signal(undefined);
  /** Whether the first tap asked to take the keys back. */
  readonly question: Question;

  constructor(private readonly deps: HandOverDeps) {
    this.question = new Question(deps.world);
  }

  /** Makes a control key for somebody else. */
  async mint(): Promise<void> {
    const { api } = this.deps;
    await this.ask(api.mintKey, (key) => {
      this.freshKey.value = key;
      announce(controlWords.handOver.made);
    });
  }

  /** The first tap asks, the second takes back all keys but the reader's own. */
  async tapTakeBack(): Promise<void> {
    const { api } = this.deps;
    if (!this.question.tap('all')) return;
    await this.ask(api.takeBackKeys, () => {
      this.forget();
      announce(controlWords.handOver.tookBack);
    });
  }

  /** The key that was made is not valid any more. */
  forget(): void {
    this.freshKey.value = undefined;
  }

  /** One at a time: a key must not be taken back while it is on its way. */
  private async ask<T>(question: () => Promise<Answer<T>>, onValue: (value: T) => void) {
    const { world, onDone, onProblem } = this.deps;
    if (this.isResting.value) return;
    this.isResting.value = true;
    this.trouble.value = undefined;
    const answer = await question();
    // The second half of a double tap must not make a second link.
    world.after(DOUBLE_TAP_MS, () => {
      this.isResting.value = false;
    });
    if (!answer.ok) return onProblem(answer.problem);
    onValue(answer.value);
    onDone();
  }
}
