// Screens, decks and people of all kinds, and a session with them on it: by the API, which is fast.
import assert from 'node:assert/strict';

/** Width and height; a desk of 1280×900 at 200 % and 400 % is one of 640 and of 320. */
export const SCREENS = [
  [360, 640],
  [390, 844],
  [740, 340],
  [820, 1180],
  [1024, 640],
  [1366, 657],
  [1440, 900],
  [1920, 1080],
  [640, 450],
  [320, 225],
];

export const DECKS = {
  'three cards': ['🔴', '🟡', '🟢'],
  'seven cards': ['1', '2', '3', '5', '8', '13', '?'],
  'thirteen cards': '0 ½ 1 2 3 5 8 13 20 40 100 ? ☕'.split(' '),
  'fifteen cards': '0 ½ 1 2 3 5 8 13 20 40 100 200 ? ☕ ∞'.split(' '),
  'sixty-four cards': Array.from({ length: 64 }, (_, at) => String(at * 5)),
  'cards with words': [
    'Not at all',
    'Rather not, but who knows really',
    'I do not know',
    'Yes',
    'Supercalifragilisticexpialidocious',
    'Absolutely yes',
  ],
};

export const PEOPLE = {
  'one person': ['Ana'],
  'six people': ['Ana', 'Béla', 'Bartholomew the Third of the hills', 'Zoé 🦊', 'Dani', 'Eszter'],
  'sixty people': Array.from({ length: 60 }, (_, at) =>
    at % 4 === 0 ? `Konstantin ${at}` : `P${at}`,
  ),
  'names of 64 characters': ['A', 'B', 'C', 'D', 'E', 'F'].map((letter) =>
    'ACE'.includes(letter)
      ? letter.repeat(64)
      : `${letter}artholomew of the `.repeat(4).slice(0, 63) + letter,
  ),
  'right-to-left and CJK names': [
    'دانيال بن يوسف',
    'שרה כהן',
    '王小明',
    '山田太郎さん',
    '김민준',
    'عبد الرحمن المغربي الطويل',
  ],
};

/** A session at `home` with a seat for each of `names`. */
export async function seat(home, { choices, names, ...settings }) {
  const ask = async (path, method, key, body) => {
    const headers = key === undefined ? {} : { Authorization: `Bearer ${key}` };
    const response = await fetch(`${home}api/${path}`, { method, headers, body });
    assert.ok(response.ok, `${method} ${path}: ${response.status}`);
    return response;
  };
  const all = { Choices: choices, Title: 'Sprint 12 of the payments team', ...settings };
  const created = await ask('', 'POST', undefined, JSON.stringify(all));
  const { Id, ControlKey } = await created.json();
  const keys = new Map();
  const session = {
    link: `${home}${Id}`,
    controlLink: `${home}${Id}/control#${ControlKey}`,
    async join(name) {
      const joined = await ask(`${Id}/join`, 'PUT', undefined, name);
      keys.set(name, (await joined.json()).SeatKey);
    },
    leave: (name) => ask(`${Id}/leave`, 'PUT', keys.get(name), name),
    vote: (name, choice) =>
      ask(Id, 'PUT', keys.get(name), JSON.stringify({ Participant: name, Choice: choice })),
    raise: (name, isRaised = true) =>
      ask(
        `${Id}/question`,
        'PUT',
        keys.get(name),
        JSON.stringify({ Participant: name, Raised: isRaised }),
      ),
    answerAll: () => ask(`${Id}/question`, 'PUT', ControlKey, JSON.stringify({ Raised: false })),
    agree: (round, agreed) => session.control('agree', { Round: round, Agreed: agreed }),
    control: (what, body) =>
      ask(`${Id}/control/${what}`, 'PATCH', ControlKey, body && JSON.stringify(body)),
    kick: (name) => ask(`${Id}/control/kick`, 'PATCH', ControlKey, name),
    topics: (list) =>
      ask(`${Id}/control/topics`, 'PUT', ControlKey, JSON.stringify({ Topics: list })),
  };
  for (const name of names) await session.join(name);
  return session;
}

/** Opens whatever is folded away, and what is folded away in there: each once, as one may close another. */
export async function openEverything(page) {
  const CLOSED = 'details:not([open]) > summary, button[aria-expanded=false]';
  const closed = page.locator(`:is(${CLOSED}):not([data-was-opened])`).filter({ visible: true });
  while ((await closed.count()) > 0) {
    const one = await closed.first().elementHandle();
    await one.evaluate((element) => element.toggleAttribute('data-was-opened'));
    await one.click();
  }
}
