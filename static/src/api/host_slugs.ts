/** The slugs of the problems that only those meet who lead: voters do not load them, nor the words for them. */
export const HOST_SLUGS = [
  'bad-json',
  'no-choices',
  'bad-choice',
  'duplicate-choice',
  'too-many-choices',
  'bad-title',
  'too-many-sessions',
  'bad-setting',
  'bad-topic',
  'too-many-topics',
  'bad-agreed',
  'not-a-round',
  'bad-format',
  'nothing-to-undo',
  'session-open',
  'round-changed',
  'topics-changed',
  'method-not-allowed',
] as const;

/** One of them. */
export type HostSlug = (typeof HOST_SLUGS)[number];
