import { type Signal, signal } from '@preact/signals-core';
import { isOver, isRefusal, type ProblemKind, type Send } from '../api/request';
import { type Here, readWayIn } from '../model/way_in';

/** What the way in stands on. */
export interface WayInDeps {
  readonly here: Here;
  readonly send: Send;
  /** Goes to a page of this server. */
  readonly go: (path: string) => void;
}

/** Why what was written leads nowhere. */
export type WayInFault =
  | { readonly kind: 'empty' | 'unclear' | 'unknown' }
  | { readonly kind: 'foreign'; readonly host: string }
  | { readonly kind: 'problem'; readonly problem: ProblemKind };

/** A field that takes a link or a code, and goes there. */
export class WayIn {
  readonly text: Signal<string> = signal('');
  readonly fault: Signal<WayInFault | undefined> = signal();
  /** Whether the server is being asked. */
  readonly isAsking: Signal<boolean> = signal(false);

  constructor(private readonly deps: WayInDeps) {}

  write(text: string): void {
    this.text.value = text;
    this.fault.value = undefined;
  }

  /** Goes where the text leads, if the server knows of it; if not, `fault` says why. */
  async enter(): Promise<void> {
    if (this.isAsking.value) return;
    const text = this.text.value;
    const way = readWayIn(text, this.deps.here);
    if (way.kind !== 'page') {
      this.fault.value = way;
      return;
    }
    this.isAsking.value = true;
    const fault = way.id === undefined ? undefined : await this.faultOf(way.id);
    this.isAsking.value = false;
    if (text !== this.text.value) return; // what was found out is about another text
    this.fault.value = fault;
    if (fault === undefined) this.deps.go(way.path);
  }

  private async faultOf(id: string): Promise<WayInFault | undefined> {
    const look = await this.deps.send({ method: 'GET', path: `/${id}`, decode: () => true });
    if (look.ok || isRefusal(look.problem)) return undefined;
    return isOver(look.problem)
      ? { kind: 'unknown' }
      : { kind: 'problem', problem: look.problem.kind };
  }
}
