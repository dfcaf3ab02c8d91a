// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { render } from 'preact';
import { beforeEach, expect, test } from 'vitest';
import { NextRound as State } from '../state/next_round';
import type { RoundSteps } from '../state/round_steps';
import { mount, pagePlace } from './mount';
import { NextRound } from './NextRound';

const steps = { act: async () => true } as unknown as RoundSteps;

beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>';
  render(null, pagePlace());
  const next = new State();
  mount(pagePlace(), { title: () => '', page: () => <NextRound next={next} steps={steps} /> });
});

const field = () => screen.getByLabelText('Topic, if you like');
const write = (value: string) => fireEvent.input(field(), { target: { value } });

test('a topic with an address can be opened before it is voted on', () => {
  write('PAJ-1 Login');
  expect(screen.queryByRole('link')).toBeNull();
  write('PAJ-1 Login https://tracker.example/1');
  const link = screen.getByRole('link', { name: 'PAJ-1 Login' });
  expect(link.getAttribute('href')).toBe('https://tracker.example/1');
  expect(link.getAttribute('rel')).toBe('noopener noreferrer');
});

test('a topic is written in its own direction', () => {
  expect(field().getAttribute('dir')).toBe('auto');
});
