// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { deviceFrom } from './device';

const place = { base: '/x', id: 'abc' };
const ana = { name: 'Ana', key: 'a' };
const bela = { name: 'Béla', key: 'b' };

/** A new tab on the same device. */
function openTab() {
  sessionStorage.clear();
  return deviceFrom(localStorage, sessionStorage);
}

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

describe('a seat', () => {
  test('is remembered with its name, for this session only', () => {
    openTab().keepSeat(place, ana);
    const later = openTab();
    expect(later.seat(place)).toEqual(ana);
    expect(later.lastName()).toBe('Ana');
    expect(later.seat({ ...place, id: 'other' })).toBeUndefined();
    expect(later.seat({ ...place, base: '' })).toBeUndefined();
  });

  test('of which more is known is renewed where it is kept, and nowhere else', () => {
    const tab = openTab();
    tab.keepSeat(place, ana);
    deviceFrom(localStorage, undefined).keepSeat(place, bela);
    tab.renewSeat(place, { ...ana, name: 'Anna', number: 3 });
    expect(tab.seat(place)).toEqual({ name: 'Anna', key: 'a', number: 3 });
    expect(openTab().seat(place)).toEqual(bela);
  });

  test('that an older page has kept is read', () => {
    localStorage.setItem('pajthy:seat:/x/abc', '{"name":"Ana","key":"a"}');
    expect(openTab().seat(place)).toEqual(ana);
  });

  test('that this tab left to others stays left after a reload', () => {
    openTab().keepSeat(place, ana);
    const tab = openTab();
    tab.leaveSeatToOthers(place);
    expect(tab.seat(place)).toBeUndefined();
    expect(openTab().seat(place)).toEqual(ana);
  });

  test('of the tab wins over that of the device', () => {
    const tab = openTab();
    tab.keepSeat(place, ana);
    localStorage.setItem('pajthy:seat:/x/abc', JSON.stringify(bela));
    expect(tab.seat(place)).toEqual(ana);
  });

  test('that is gone is forgotten, somebody else’s is not', () => {
    const tab = openTab();
    tab.keepSeat(place, ana);
    localStorage.setItem('pajthy:seat:/x/abc', JSON.stringify(bela));
    tab.dropSeat(place, ana);
    expect(openTab().seat(place)).toEqual(bela);
  });

  test('that was tampered with is none', () => {
    localStorage.setItem('pajthy:seat:/x/abc', '{"name":7}');
    expect(openTab().seat(place)).toBeUndefined();
  });
});

test('without storage nothing is remembered and nothing breaks', () => {
  const device = deviceFrom(undefined, undefined);
  device.keepSeat(place, ana);
  device.forgetOld(place);
  expect(device.seat(place)).toBeUndefined();
  expect(device.lastName()).toBe('');
});

describe('seats of sessions that must be over', () => {
  const elsewhere = { base: '/x', id: 'def' };
  const day = 24 * 60 * 60 * 1000;
  const kept = () => Object.keys(localStorage).filter((entry) => entry.includes(':seat:'));
  const visit = (date: number) => deviceFrom(localStorage, sessionStorage, () => date);

  test('are forgotten a week after they were let in last', () => {
    visit(0).keepSeat(elsewhere, ana);
    visit(6 * day).renewSeat(elsewhere, ana);
    visit(13 * day).forgetOld(place);
    expect(kept()).toHaveLength(1);
    visit(13 * day + 1).forgetOld(place);
    expect(kept()).toEqual([]);
    expect(visit(0).lastName()).toBe('Ana');
  });

  test('are kept where the page is: it asks the server itself', () => {
    visit(0).keepSeat(place, ana);
    visit(30 * day).forgetOld(place);
    expect(openTab().seat(place)).toEqual(ana);
  });

  test('are dated from now on where an older page has kept them', () => {
    localStorage.setItem('pajthy:seat:/x/def', '{"name":"Ana","key":"a"}');
    visit(100 * day).forgetOld(place);
    expect(openTab().seat(elsewhere)).toEqual(ana);
    visit(108 * day).forgetOld(place);
    expect(kept()).toEqual([]);
  });

  test('are forgotten, too, where nobody can read them, or the date was set back', () => {
    localStorage.setItem('pajthy:seat:/x/def', 'nonsense');
    visit(30 * day).keepSeat({ base: '', id: 'ghi' }, ana);
    visit(0).forgetOld(place);
    expect(kept()).toEqual([]);
  });

  test('take nothing else with them', () => {
    localStorage.setItem('pajthy:decks', '[["1"]]');
    localStorage.setItem('other', 'x');
    visit(30 * day).forgetOld(place);
    expect(Object.keys(localStorage).sort()).toEqual(['other', 'pajthy:decks']);
  });
});
