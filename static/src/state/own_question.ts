import type { World } from '../api/world';
import { DOUBLE_TAP_MS } from './double_tap';
import type { VoterFact } from './news';

/** The button by which a reader raises a question and settles it. */
export class OwnQuestion {
  private isRaised = false;
  /** What was asked for last by this page. */
  private asked: boolean | undefined;
  /** When a tap got its present meaning, by the world's clock. */
  private turnedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly world: Pick<World, 'now'>) {}

  /** Hears whether the seat has a question now: raised on any of its devices, or settled by a host. */
  follow(isRaised: boolean): void {
    if (isRaised === this.isRaised) return;
    this.isRaised = isRaised;
    this.turnedAt = this.world.now();
  }

  /** Takes a tap, unless it was aimed at another meaning or is the end of a double tap. */
  async tap(raise: (isRaised: boolean) => Promise<boolean>): Promise<void> {
    const now = this.world.now();
    if (now - this.turnedAt < DOUBLE_TAP_MS) return;
    this.turnedAt = now;
    this.asked = !this.isRaised;
    if (!(await raise(this.asked))) this.asked = undefined;
  }

  /** Whether `fact` is what a tap of whoever sits here by `name` has done. */
  hasDone(fact: VoterFact, name: string | undefined): boolean {
    if (fact.kind !== 'asks' && fact.kind !== 'answered') return false;
    const isOwn = fact.names.length === 1 && fact.names[0] === name;
    return isOwn && this.asked === (fact.kind === 'asks');
  }
}
