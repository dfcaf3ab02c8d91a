import { type Mock, vi } from 'vitest';
import { voterView } from '../model/view.fake';
import type { ControllerApi } from './controller_api';
import type { Answer, ProblemKind } from './request';
import type { VoterApi } from './voter_api';

/** What an API calls, each to be answered by the test. */
export type Fake<Api> = {
  [K in keyof Api]: Api[K] extends (...ask: never[]) => unknown ? Mock<Api[K]> : never;
};

/** The answer that `value` is, of version `seq`. */
export const good = <T>(value: T, seq = 1): Answer<T> => ({ ok: true, value, seq });

/** The refusal of `kind`. */
export const bad = (kind: ProblemKind, status: number): Answer<never> => ({
  ok: false,
  problem: { kind, status },
});

/** Does whatever it is told, and knows nothing (but what the test lets it know). */
export function fakeControllerApi(): Fake<ControllerApi> {
  const yes = async () => good(true as const);
  return {
    look: vi.fn<ControllerApi['look']>(),
    act: vi.fn<ControllerApi['act']>(yes),
    start: vi.fn<ControllerApi['start']>(yes),
    timer: vi.fn<ControllerApi['timer']>(yes),
    setTopics: vi.fn<ControllerApi['setTopics']>(yes),
    history: vi.fn<ControllerApi['history']>(),
    agree: vi.fn<ControllerApi['agree']>(yes),
    undo: vi.fn<ControllerApi['undo']>(yes),
    setTitle: vi.fn<ControllerApi['setTitle']>(yes),
    setDeck: vi.fn<ControllerApi['setDeck']>(yes),
    answer: vi.fn<ControllerApi['answer']>(yes),
    kick: vi.fn<ControllerApi['kick']>(yes),
    setDoor: vi.fn<ControllerApi['setDoor']>(yes),
    mintKey: vi.fn<ControllerApi['mintKey']>(async () => good('fresh')),
    takeBackKeys: vi.fn<ControllerApi['takeBackKeys']>(yes),
  };
}

/** Does whatever it is told, and knows nothing (but what the test lets it know). */
export function fakeVoterApi(): Fake<VoterApi> {
  const yes = async () => good(true as const);
  return {
    look: vi.fn<VoterApi['look']>(),
    resume: vi.fn<VoterApi['resume']>(),
    resumeByCookie: vi.fn<VoterApi['resumeByCookie']>(async () => good(voterView())),
    join: vi.fn<VoterApi['join']>(),
    leave: vi.fn<VoterApi['leave']>(yes),
    vote: vi.fn<VoterApi['vote']>(yes),
    rename: vi.fn<VoterApi['rename']>(async (_, name) => good(name)),
    raise: vi.fn<VoterApi['raise']>(yes),
    requestControl: vi.fn<VoterApi['requestControl']>(yes),
    objectToRequest: vi.fn<VoterApi['objectToRequest']>(yes),
    takeControl: vi.fn<VoterApi['takeControl']>(async () => good('fresh')),
  };
}
