// @vitest-environment happy-dom
import { effect } from '@preact/signals-core';
import { fireEvent, screen } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Fake, fakeControllerApi } from '../api/api.fake';
import type { ControllerApi } from '../api/controller_api';
import { settle } from '../api/world.fake';
import type { Result } from '../model/result';
import { controllerView, resultOf, statisticsOf } from '../model/view.fake';
import { Agreement } from '../state/agreement';
import { AgreeForm } from './AgreeForm';
import { pagePlace } from './mount';

let api: Fake<ControllerApi>;
let agreement: Agreement;
let works: boolean;
let stop: () => void;

beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>';
  works = true;
  api = fakeControllerApi();
  agreement = new Agreement({
    api,
    carryOut: async (_, change) => {
      await change();
      return works;
    },
    tell: () => {},
  });
  stop = () => {};
});

afterEach(() => {
  stop();
  render(null, pagePlace());
});

const DECK = ['1', '2', '3', '5', '8', '13', '?'];
const statistics = statisticsOf({ lowest: '2', highest: '8', modes: ['3'], nearest: '5' });
const votes = { Ana: '2', Béla: '3', Cili: '3', Dóra: '8' };

function show(members: Partial<Result> = {}, choices = DECK, by: Record<string, string> = votes) {
  const result = resultOf(by, { statistics, ...members });
  const named = new Map(Object.entries(by));
  agreement.follow(controllerView({ round: 4, ...result, votes: named }));
  stop();
  stop = effect(() => {
    render(<AgreeForm agreement={agreement} choices={choices} result={result} />, pagePlace());
  });
}

const cards = () => [...document.querySelectorAll<HTMLElement>('.agree-card:not(.agree-other)')];
const offered = () => cards().map((card) => card.textContent);
const card = (name: string) => screen.getByRole('button', { name });
const pressed = () =>
  cards()
    .filter((card) => card.getAttribute('aria-pressed') === 'true')
    .map((card) => card.textContent);
const likeliest = () =>
  cards()
    .filter((card) => card.dataset['likeliest'] === 'true')
    .map((card) => card.textContent);
const other = () => card('other…');
const field = () => screen.getByLabelText<HTMLInputElement>('Something else');
const agreed = () => api.agree.mock.calls;

describe('what is offered', () => {
  test('are the cards from the lowest that was chosen to the highest', () => {
    show();
    expect(offered()).toEqual(['2', '3', '5', '8']);
  });

  test('are those that were chosen where cards have no order', () => {
    const sizes = { statistics: statisticsOf({ modes: ['M'] }) };
    show(sizes, ['S', 'M', 'L', 'XL'], { Ana: 'S', Béla: 'XL', Cili: 'S' });
    expect(offered()).toEqual(['S', 'XL']);
  });

  test('are those that were chosen where more than eight lie between', () => {
    const numbers = Array.from({ length: 12 }, (_, index) => String(index + 1));
    const between = (highest: string) => ({
      statistics: statisticsOf({ lowest: '1', highest, modes: ['1'] }),
    });
    show(between('8'), numbers, { Ana: '1', Béla: '8' });
    expect(offered()).toEqual(numbers.slice(0, 8));
    show(between('9'), numbers, { Ana: '1', Béla: '9' });
    expect(offered()).toEqual(['1', '9']);
  });

  test('are eight of many, the most chosen of them, in the order of the deck', () => {
    const numbers = Array.from({ length: 12 }, (_, index) => String(index + 1));
    const by = Object.fromEntries(numbers.slice(0, 11).map((choice) => [`of ${choice}`, choice]));
    const wide = statisticsOf({ lowest: '1', highest: '11', modes: ['11'] });
    show({ statistics: wide }, numbers, { ...by, Ana: '11', Béla: '11' });
    expect(offered()).toHaveLength(8);
    expect(offered().at(-1)).toBe('11');
    expect(likeliest()).toEqual(['11']);
  });

  test('is what is recorded, too, whatever that is', () => {
    show({ agreed: 'about 6' });
    expect(offered()).toEqual(['2', '3', '5', '8', 'about 6']);
    expect(pressed()).toEqual(['about 6']);
  });
});

describe('a tap on a card', () => {
  test('records it, for the round that is shown', async () => {
    show();
    fireEvent.click(card('5'));
    await settle();
    expect(agreed()).toEqual([[4, '5']]);
  });

  test('takes it back where it is recorded', async () => {
    show({ agreed: '5' });
    expect(pressed()).toEqual(['5']);
    fireEvent.click(card('5'));
    await settle();
    expect(agreed()).toEqual([[4, '']]);
  });

  test('records another one instead', async () => {
    show({ agreed: '5' });
    fireEvent.click(card('3'));
    await settle();
    expect(agreed()).toEqual([[4, '3']]);
  });
});

test('the likeliest card is marked as long as nothing is recorded', () => {
  show();
  expect(likeliest()).toEqual(['3']);
  expect(pressed()).toEqual([]);
  show({ agreed: '5' });
  expect(likeliest()).toEqual([]);
});

describe('something else', () => {
  const submit = async () => {
    fireEvent.submit(field().closest('form') ?? field());
    await settle();
  };

  test('has a field, which has the focus, once it is asked for', () => {
    show();
    expect(screen.queryByLabelText('Something else')).toBeNull();
    expect(other().getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(other());
    expect(other().getAttribute('aria-expanded')).toBe('true');
    expect(document.activeElement).toBe(field());
    fireEvent.click(other());
    expect(screen.queryByLabelText('Something else')).toBeNull();
  });

  test('is recorded, and the field goes', async () => {
    show();
    fireEvent.click(other());
    fireEvent.input(field(), { target: { value: ' about 6 ' } });
    await submit();
    expect(agreed()).toEqual([[4, 'about 6']]);
    expect(screen.queryByLabelText('Something else')).toBeNull();
    expect(document.activeElement).toBe(other());
  });

  test('that is refused stays in the field', async () => {
    show();
    works = false;
    fireEvent.click(other());
    fireEvent.input(field(), { target: { value: 'about 6' } });
    await submit();
    expect(field().value).toBe('about 6');
  });

  test('is given up by Escape, back to what is recorded', () => {
    show({ agreed: '5' });
    fireEvent.click(other());
    fireEvent.input(field(), { target: { value: '8' } });
    fireEvent.keyDown(field(), { key: 'Escape' });
    expect(agreement.text.value).toBe('5');
    expect(screen.queryByLabelText('Something else')).toBeNull();
    expect(document.activeElement).toBe(other());
    expect(agreed()).toEqual([]);
  });

  test('Escape that gives up a word that is being composed gives up nothing else', () => {
    show({ agreed: '5' });
    fireEvent.click(other());
    fireEvent.input(field(), { target: { value: '8' } });
    fireEvent.keyDown(field(), { key: 'Escape', isComposing: true });
    fireEvent.keyDown(field(), { key: 'Escape', keyCode: 229 });
    expect(field().value).toBe('8');
  });

  test('is given up with its round, and not when the same one is told again', () => {
    show();
    fireEvent.click(other());
    agreement.follow(controllerView({ round: 4, votes: new Map([['Ana', '2']]) }));
    expect(field()).toBeTruthy();
    agreement.follow(controllerView({ round: 5, votes: new Map([['Ana', '2']]) }));
    expect(screen.queryByLabelText('Something else')).toBeNull();
  });
});
