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

  test('leaves out what is too long, and counts it', () => {
    const long = 'x'.repeat(201);
    expect(readTopics(`Login\n${long}\n${long}`)).toEqual({ topics: ['Login'], tooLong: 2 });
    expect(read('👍'.repeat(200))).toHaveLength(1);
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
