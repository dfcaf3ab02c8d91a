import { type Signal, signal } from '@preact/signals-core';
import { decoded, or, record, text, texts } from '../api/decode';
import type { LastSession, LastSessions } from '../api/last_sessions';
import { isOver, type Send } from '../api/request';
import type { Place } from '../model/place';

/** What the last sessions stand on. */
export interface RecentDeps {
  readonly place: Place;
  readonly sessions: LastSessions;
  readonly send: Send;
}

/** A session that the reader was in; what the server says of it, if it did. */
export interface RecentSession extends LastSession {
  /** May be empty. */
  readonly title: string;
  readonly choices: readonly string[];
}

/** What was forgotten, and can still be brought back. */
interface Forgotten {
  readonly session: RecentSession;
  readonly bringBack: () => void;
}

const MOST_SHOWN = 6;
const readAbout = record({ title: or(text, ''), choices: texts });

/** The sessions that this device was in last. What they are called the server is asked, and whether they still are. */
export class Recent {
  readonly shown: Signal<readonly RecentSession[]> = signal([]);
  /** What was forgotten last, which can still be brought back. */
  readonly forgotten: Signal<Forgotten | undefined> = signal();

  constructor(private readonly deps: RecentDeps) {}

  /** Shows them as soon as the server has spoken of each; those that are over are forgotten for good. */
  async load(): Promise<void> {
    const { sessions, place } = this.deps;
    // A storage that forgets nothing must not have the server asked for ever.
    const over = new Set<string>();
    while (true) {
      const last = sessions.all(place.base).filter(({ id }) => !over.has(id));
      const asked = last.slice(0, MOST_SHOWN);
      const living = await Promise.all(asked.map((session) => this.look(session)));
      this.shown.value = living.filter((session) => session !== undefined);
      if (this.shown.value.length === asked.length) return;
      for (const [index, { id }] of asked.entries()) if (!living[index]) over.add(id);
    }
  }

  forget(session: RecentSession): void {
    const { sessions, place } = this.deps;
    const bringBack = sessions.forget({ ...place, id: session.id });
    this.shown.value = this.shown.value.filter(({ id }) => id !== session.id);
    this.forgotten.value = { session, bringBack };
  }

  /** It was not meant. */
  bringBack(): void {
    const forgotten = this.forgotten.value;
    if (forgotten === undefined) return;
    forgotten.bringBack();
    this.forgotten.value = undefined;
    this.shown.value = [...this.shown.value, forgotten.session].sort((a, b) => b.date - a.date);
  }

  private async look(session: LastSession): Promise<RecentSession | undefined> {
    const { send, sessions, place } = this.deps;
    const { id } = session;
    const look = await send({ method: 'GET', path: `/${id}`, decode: decoded(readAbout) });
    if (look.ok) return { ...session, ...look.value };
    if (!isOver(look.problem)) return { ...session, title: '', choices: [] };
    sessions.forget({ ...place, id });
    return undefined;
  }
}
