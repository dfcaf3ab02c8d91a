/** What the fake server answers: a status, and a body that is sent as JSON. */
export type FakeAnswer = readonly [status: number, body?: unknown];

/** A server by `METHOD path`; of what it does not know there is no session. Remembers what it was asked. */
export class FakeServer {
  readonly asked: { readonly call: string; readonly body: unknown; readonly key: string | null }[] =
    [];

  /** The version that its answers say. */
  seq = 1;

  constructor(private readonly answers: Record<string, FakeAnswer>) {}

  /** From now on `call` is answered so. */
  set(call: string, ...answer: FakeAnswer): void {
    this.answers[call] = answer;
  }

  /** The same for who brings a key. */
  setKeyed(call: string, ...answer: FakeAnswer): void {
    this.answers[`keyed ${call}`] = answer;
  }

  readonly fetch: typeof fetch = async (path, init) => {
    const call = `${init?.method} ${path}`;
    const key = new Headers(init?.headers).get('Authorization');
    this.asked.push({ call, body: init?.body ?? undefined, key });
    const [status, body] = this.answers[`${key ? 'keyed ' : ''}${call}`] ??
      this.answers[call] ?? [404, { type: 'urn:pajthy:unknown-session' }];
    const headers = { 'Pajthy-Seq': String(this.seq) };
    return new Response(body === undefined ? null : JSON.stringify(body), { status, headers });
  };
}
