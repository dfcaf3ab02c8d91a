import type { Rich } from '../rich';

/** What is said where nobody leads. */
export const leadsWords = {
  unled: 'Nobody controls this session.',
  ask: 'Ask for control',
  asked: (name: Rich): Rich => [name, ' asks for control. It passes in'],
  object: 'Object',
  withdraw: 'Take it back',
  passed: (name: Rich): Rich => [name, ' has control now.'],
  mine: 'You have control now.',
  open: 'Open the control page',
};
