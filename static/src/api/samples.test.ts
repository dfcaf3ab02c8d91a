/**
 * The frames that the server's own tests write (tests/wire/samples.json), held to the description of the API, and read
 * as the page reads them.
 */
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020';
import { describe, expect, test } from 'vitest';
import { applyController, type ControllerView } from '../model/controller';
import { applyVoter, type VoterView, youIn } from '../model/voter';
import { decodeControllerEvent } from './controller_wire';
import { decodeFrame, type Frame } from './frame';
import { isObject } from './guard';
import { decodeHistory } from './history_wire';
import { HOST_SLUGS } from './host_slugs';
import { sender } from './request';
import { decodeVoterEvent } from './voter_wire';

type Listener = 'controller' | 'watcher' | 'seat';

/** One for each frame that somebody hears; a session begins with `seq` 1. */
interface Sample {
  readonly to: Listener;
  readonly frame: Frame;
  /** As it came. */
  readonly raw: unknown;
}

const read = (path: string) =>
  JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as unknown;

const written = read('../../../tests/wire/samples.json') as Record<string, unknown>[];
const histories = written.filter(({ History }) => History !== undefined);
const samples = written.flatMap(({ To: to, Frame: raw }): Sample[] => {
  const frame = raw === undefined ? undefined : decodeFrame(JSON.stringify(raw));
  return frame === undefined ? [] : [{ to: to as Listener, frame, raw }];
});

const clocks = { now: () => 0, date: () => 0 };
const openapi = read('../../public/openapi.json') as {
  components: { schemas: Record<string, Record<string, unknown>> };
};

/** The same schema, but nothing may be there that it does not describe. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (!isObject(schema)) return schema;
  const parts = Object.fromEntries(Object.entries(schema).map(([key, of]) => [key, closed(of)]));
  const isOpen = schema['type'] === 'object' && schema['additionalProperties'] === undefined;
  return isOpen ? { ...parts, additionalProperties: false } : parts;
}

const ajv = new Ajv({ allErrors: true, strictTypes: false });
ajv.addVocabulary(['components', 'discriminator']);
ajv.addSchema(closed({ components: openapi.components }) as object, 'api');

/** What of `value` is not as the schema of that name has it. */
function faults(name: string, value: unknown) {
  ajv.validate({ $ref: `api#/components/schemas/${name}` }, value);
  return ajv.errors ?? [];
}

/** Each kind once for each role is enough of a title. */
const title = ({ to, frame }: Sample) => `${frame.kind} to a ${to}, ${frame.seq}`;
const titled = samples.map((sample) => [title(sample), sample] as const);

describe('the description', () => {
  test.each(titled)('has every member of %s', (_, { to, frame, raw }) => {
    expect(faults('Event', raw)).toEqual([]);
    if (frame.kind !== 'snapshot') return;
    expect(faults(to === 'controller' ? 'ControllerView' : 'VoterView', frame.data)).toEqual([]);
  });

  test('refuses a frame of another kind, or with another member', () => {
    const enabled = { Open: true, Round: 1 };
    expect(faults('Event', { Kind: 'enabled', Data: enabled, Seq: 1 })).toEqual([]);
    expect(faults('Event', { Kind: 'begun', Data: enabled, Seq: 1 })).not.toEqual([]);
    const more = { ...enabled, Vote: '5' };
    expect(faults('Event', { Kind: 'enabled', Data: more, Seq: 1 })).not.toEqual([]);
  });

  test('has every member of the history', () => {
    expect(histories).not.toHaveLength(0);
    for (const { History } of histories) expect(faults('History', History)).toEqual([]);
  });
});

describe('the page', () => {
  /** Kinds that it hears and has no use for: a beat says that the line lives, by having come. */
  const idle: Record<Listener, readonly string[]> = {
    controller: ['beat', 'kicked'], // its websocket closes
    watcher: ['beat'],
    seat: ['beat'],
  };

  test.each(titled)('understands %s', (_, { to, frame }) => {
    const isIdle = idle[to].includes(frame.kind);
    const event =
      to === 'controller' ? decodeControllerEvent(frame, clocks) : decodeVoterEvent(frame, 0);
    expect(event?.kind).toBe(isIdle ? 'ignored' : frame.kind);
  });

  test('understands the history', () => {
    for (const { History } of histories) expect(decodeHistory(History, 0)?.rounds).toHaveLength(2);
  });

  /** What a snapshot tells and no event does, or not at once. */
  const ofTheMoment = { timer: undefined, undo: undefined, since: undefined, progress: undefined };

  test('learns from events what the next snapshot tells a controller', () => {
    let view: ControllerView | undefined;
    let compared = 0;
    for (const { frame } of samples.filter(({ to }) => to === 'controller')) {
      const event = decodeControllerEvent(frame, clocks);
      if (event?.kind === 'snapshot' && frame.seq > 1) {
        expect({ ...view, ...ofTheMoment }).toEqual({ ...event.view, ...ofTheMoment });
        compared += 1;
      }
      if (event?.kind === 'snapshot') view = event.view;
      else if (event && view) view = applyController(view, event);
    }
    expect(compared).toBeGreaterThan(5);
  });

  test.each(['watcher', 'seat'])('learns from events what the next snapshot tells a %s', (who) => {
    let view: VoterView | undefined;
    let compared = 0;
    for (const { frame } of samples.filter(({ to }) => to === who)) {
      const event = decodeVoterEvent(frame, 0);
      if (event?.kind === 'snapshot' && frame.seq > 1) {
        // Of itself a seat hears for its own parts.
        const more = { ...ofTheMoment, you: undefined };
        expect({ ...view, ...more }).toEqual({ ...event.view, ...more });
        compared += 1;
      }
      if (event?.kind === 'snapshot') view = event.view;
      else if (event && view) view = applyVoter(view, event);
    }
    expect(compared).toBeGreaterThan(5);
  });

  test('learns of itself, as a seat, what the next snapshot tells it', () => {
    let name: string | undefined;
    let compared = 0;
    for (const { frame } of samples.filter(({ to }) => to === 'seat')) {
      const event = decodeVoterEvent(frame, 0);
      const you = event && youIn(event);
      if (you === undefined) continue;
      if (event?.kind === 'snapshot' && name !== undefined) {
        expect(you.name).toBe(name);
        compared += 1;
      }
      expect(you.seat).toBe(1);
      name = you.name;
    }
    expect(compared).toBeGreaterThan(5);
  });
});

describe('a refusal', () => {
  const types = (
    openapi.components.schemas['Problem'] as { properties: { type: { enum: string[] } } }
  ).properties.type.enum;
  const slugs = types.flatMap((type) => /^urn:pajthy:(.+)$/.exec(type)?.[1] ?? []);
  /** A page of this server never meets the first, and says “failed” of the second. */
  const wordless = ['upgrade-required', 'internal-error'];

  test.each(slugs.filter((slug) => !wordless.includes(slug)))('%s has words', async (slug) => {
    const body = JSON.stringify({ type: `urn:pajthy:${slug}`, title: '', status: 418 });
    const send = sender('', async () => new Response(body, { status: 418 }), HOST_SLUGS);
    const answer = await send({ method: 'GET', path: '/', decode: () => true });
    expect(answer).toEqual({ ok: false, problem: { kind: slug, status: 418 } });
  });
});
