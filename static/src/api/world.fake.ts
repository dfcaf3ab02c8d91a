import type { Cancel, LineEvents, World } from './world';

/** A websocket whose other end is the test. */
export class FakeLine {
  closed = false;

  constructor(
    readonly url: string,
    private readonly events: LineEvents,
  ) {}

  accept(): this {
    if (!this.closed) this.events.onOpen();
    return this;
  }

  send(kind: string, seq: number, data: object = {}): this {
    return this.sendText(JSON.stringify({ Kind: kind, Data: data, Seq: seq }));
  }

  sendText(data: string): this {
    if (!this.closed) this.events.onMessage(data);
    return this;
  }

  drop(code: number): void {
    if (!this.closed) this.events.onClose(code);
  }
}

/** A world in which time passes only when the test says so, and chance always takes its most. */
export class FakeWorld implements World {
  readonly lines: FakeLine[] = [];
  /** Whether there is no network. */
  offline = false;
  private time = 0;
  private slept = 0;
  private timers: { readonly at: number; readonly action: () => void }[] = [];
  private wakers: (() => void)[] = [];
  private offliners: (() => void)[] = [];

  /** The line that was opened last. */
  get line(): FakeLine {
    const last = this.lines.at(-1);
    if (last === undefined) throw new Error('no line was opened');
    return last;
  }

  connect(url: string, events: LineEvents): Cancel {
    const line = new FakeLine(url, events);
    this.lines.push(line);
    return () => {
      line.closed = true;
    };
  }

  now(): number {
    return this.time;
  }

  /** The test begins in 1970. */
  date(): number {
    return this.time + this.slept;
  }

  random(): number {
    return 1;
  }

  after(ms: number, action: () => void): Cancel {
    const timer = { at: this.time + ms, action };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  onWake(action: () => void): Cancel {
    this.wakers.push(action);
    return () => {
      this.wakers = this.wakers.filter((other) => other !== action);
    };
  }

  onOffline(action: () => void): Cancel {
    this.offliners.push(action);
    return () => {
      this.offliners = this.offliners.filter((other) => other !== action);
    };
  }

  isOffline(): boolean {
    return this.offline;
  }

  /** The network goes, and the browser says so. */
  goOffline(): void {
    this.offline = true;
    for (const offliner of [...this.offliners]) offliner();
  }

  /** The network is back. */
  goOnline(): void {
    this.offline = false;
    this.wake();
  }

  /** Lets `ms` pass; timers fire in their order. */
  pass(ms: number): void {
    const end = this.time + ms;
    for (;;) {
      const due = this.timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.timers = this.timers.filter((timer) => timer !== due);
      this.time = due.at;
      due.action();
    }
    this.time = end;
  }

  /** Milliseconds until the next timer fires. */
  nextTimer(): number {
    return Math.min(...this.timers.map((timer) => timer.at)) - this.time;
  }

  /** The machine sleeps for `ms`, in which only the date goes on. */
  sleep(ms: number): void {
    this.slept += ms;
  }

  /** The reader comes back after `ms`, in which the page was frozen. */
  wake(ms = 0): void {
    this.time += ms;
    for (const waker of [...this.wakers]) waker();
  }
}

/** Lets everything happen that waits for no time to pass. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
