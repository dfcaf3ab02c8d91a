import { type Signal, signal } from '@preact/signals-core';
import type { ControllerApi } from '../api/controller_api';
import type { Problem, ProblemKind } from '../api/request';
import type { World } from '../api/world';
import { DOUBLE_TAP_MS } from './double_tap';
import { Errand } from './errand';
import type { HostFact, Tell } from './news';
import { Question } from './question';

/** What handing over control stands on. */
export interface HandOverDeps {
  readonly world: World;
  readonly api: Pick<ControllerApi, 'mintKey' | 'takeBackKeys'>;
  /** The server did as it was asked. */
  readonly onDone: () => void;
  readonly onProblem: (problem: Problem) => void;
  readonly tell: Tell<HostFact>;
}

/**
 * Makes control links for others, and takes them back. Always fresh ones: the reader's own key is the browser's
 * secret, and so all others can be taken back without it.
 */
export class HandOver {
  /** The key that was made last, as long as it may be valid. */
  readonly freshKey: Signal<string | undefined> = signal();
  /** Whether a key is being made, or was just now, and no other can be. */
  readonly isResting: Signal<boolean> = signal(false);
  readonly trouble: Signal<ProblemKind | undefined> = signal();
  /** Whether the first tap asked to take the keys back. */
  readonly question: Question;
  private readonly errand: Errand;

  constructor(private readonly deps: HandOverDeps) {
    const { trouble } = this;
    this.question = new Question(deps.world);
    this.errand = new Errand({ trouble, onProblem: deps.onProblem });
  }

  /** Makes a control key for somebody else. */
  async mint(): Promise<void> {
    const { world, api, onDone, tell } = this.deps;
    if (this.isResting.value) return;
    this.isResting.value = true;
    await this.errand.run('', api.mintKey, (key) => {
      this.freshKey.value = key;
      tell({ kind: 'keyMade' });
      onDone();
    });
    // The second half of a double tap must not make a second link.
    world.after(DOUBLE_TAP_MS, () => {
      this.isResting.value = false;
    });
  }

  /** The first tap asks, the second takes back all keys but the reader's own. */
  async tapTakeBack(): Promise<void> {
    const { api, onDone, tell } = this.deps;
    if (!this.question.tap('all')) return;
    // A key that is on its way must not be taken back before it is here: it waits for that.
    await this.errand.run('', api.takeBackKeys, () => {
      this.forget();
      tell({ kind: 'keysTakenBack' });
      onDone();
    });
  }

  /** The key that was made is not valid any more. */
  forget(): void {
    this.freshKey.value = undefined;
  }
}
