import { describe, expect, test } from 'vitest';
import { move, readTopics, without } from './topics';

const read = (text: string) => readTopics(text).topics;

describe('a list of topics', () => {
  test('has one on each line, whatever ends it', () => {
    expect(read('Login\r\nLogout\n\n  Sign   up \rDelete')).toEqual([
      'Login',
      'Logout',
      'Sign up',
      'Delete',
    ]);
  });

  test('may have commas in its lines', () => {
    expect(read('Login, with a passkey\nLogout; at once')).toEqual([
      'Login, with a passkey',
      'Logout; at once',
    ]);
  });

  test('keeps what stands there twice', () => {
    expect(read('Login\nLogin')).toEqual(['Login', 'Login']);
  });

  test('of nothing is empty', () => {
    expect(read('')).toEqual([]);
    expect(read(' \n\t\n')).toEqual([]);
  });

  test('tells which of them are too long', () => {
    const long = 'x'.repeat(201);
    expect(readTopics(`Login\n${long}`).tooLong).toEqual([long]);
    expect(readTopics('👍'.repeat(200)).tooLong).toEqual([]);
  });
});

describe('a table of topics', () => {
  test('gives the column that is called so', () => {
    expect(read('Key,Summary,Points\nA-1,Login,3\nA-2,Logout,5\n')).toEqual(['Login', 'Logout']);
    expect(read('Title;Id\nLogin;1')).toEqual(['Login']);
    expect(read('id\tName\n1\tLogin')).toEqual(['Login']);
  });

  test('gives its first column where none is called so, if its cells are quoted', () => {
    expect(read('"Login","3"\n"Logout","5"')).toEqual(['Login', 'Logout']);
  });

  test('may have separators, quotes and line breaks in its quoted cells', () => {
    expect(read('id,title\n1,"Login, ""now"""\n2,"two\nlines"')).toEqual([
      'Login, "now"',
      'two lines',
    ]);
  });

  test('may have rows that are too short', () => {
    expect(read('id,title\n1\n2,Logout')).toEqual(['Logout']);
  });
});

describe('what is no table, though it looks a bit like one, is lines', () => {
  test.each([
    ['"Quick" login is slow\nLogout', ['"Quick" login is slow', 'Logout']],
    ['"Login\nLogout\nSearch', ['"Login', 'Logout', 'Search']],
    ['"Login" and\n"Logout"', ['"Login" and', '"Logout"']],
    ['"Login", says Ana\n"Logout", says Béla', ['"Login", says Ana', '"Logout", says Béla']],
    ['Login, now\nLogout, later', ['Login, now', 'Logout, later']],
    ['2,0 litres\n3,5 litres', ['2,0 litres', '3,5 litres']],
    ['PAJ-1, once more', ['PAJ-1, once more']],
    ['PAJ-1, Login\nPAJ-2, Search, at last', ['PAJ-1, Login', 'PAJ-2, Search, at last']],
    ['PAJ-1\tLogin', ['PAJ-1 Login']],
    ['Login\n\tSearch', ['Login', 'Search']],
    ['Name, please\nLogin', ['Name, please', 'Login']],
    ['Summary', ['Summary']],
  ])('%j', (text, topics) => {
    expect(read(text)).toEqual(topics);
  });
});

describe('what has a heading', () => {
  test.each([
    ['Title\nLogin\nLogout', ['Login', 'Logout']],
    ['Title\r\nLogin, now\r\n', ['Login, now']],
    ['"Summary"\n"Login, ""now"""\nLogout', ['Login, "now"', 'Logout']],
    ['Key,Summary\nA-1,"Login\nA-2,Logout', ['"Login', 'Logout']],
    ['Key,Summary\n\nA-1,Login', ['Login']],
    ['Title\nName', ['Name']],
  ])('gives what is below it: %j', (text, topics) => {
    expect(read(text)).toEqual(topics);
  });
});

describe('a table without a heading', () => {
  test.each([
    ['PAJ-1\tLogin\nPAJ-2\tSearch', ['Login', 'Search']],
    ['1\tLogin\t3\n2\tSearch\t5\n', ['Login', 'Search']],
    ['Login\tAna\nSearch\tBéla', ['Login', 'Search']],
    ['\tLogin\n\tSearch', ['Login', 'Search']],
    ['Vorgang\tWas\nPAJ-1\tLogin', ['Was', 'Login']],
    ['PAJ-1\t3\nPAJ-2\t5', ['PAJ-1', 'PAJ-2']],
    ['PAJ-1,Login,3\r\n\r\nPAJ-2,"Search, at last",5', ['Login', 'Search, at last']],
    ['#7;Login, now\n#8;Search', ['Login, now', 'Search']],
    ['"Login"\n"Logout, now"', ['Login', 'Logout, now']],
    ['"two\nlines"', ['two lines']],
    ['7,"Login"\n8,"Search, at last"', ['Login', 'Search, at last']],
  ])('gives its first column that is more than keys: %j', (text, topics) => {
    expect(read(text)).toEqual(topics);
  });
});

describe('a topic', () => {
  const topics = ['a', 'b', 'c'];

  test('can be moved, and not over the ends', () => {
    expect(move(topics, 0, 1)).toEqual(['b', 'a', 'c']);
    expect(move(topics, 2, 0)).toEqual(['c', 'a', 'b']);
    expect(move(topics, 0, -1)).toEqual(topics);
    expect(move(topics, 2, 3)).toEqual(topics);
    expect(move(topics, 7, 0)).toEqual(topics);
  });

  test('can be taken out by its place', () => {
    expect(without(['a', 'a', 'b'], 1)).toEqual(['a', 'b']);
  });
});
