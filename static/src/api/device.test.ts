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
  expect(device.seat(place)).toBeUndefined();
  expect(device.lastName()).toBe('');
});
