/**
 * Sentences as data. `{name}` is a slot. A sentence that depends on a number has a form for each kind of number that its
 * language knows, chosen by its `{count}`.
 */
import { numberText, pluralOf } from './format';
import type { Rich } from './rich';

/** The forms of a sentence by its `count`: those that `Intl.PluralRules` knows for the language. */
export type Plural = { readonly other: string } & {
  readonly [Kind in Exclude<Intl.LDMLPluralRule, 'other'>]?: string;
};

/** A sentence, with slots or without. */
export type Message = string | Plural;

/** Words by name, and groups of them. */
export interface Words {
  readonly [name: string]: Message | Words;
}

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type NamesOf<M> = M extends string
  ? NamesIn<M>
  : M extends Plural
    ? NamesIn<M['other']> | 'count'
    : never;

/** What fills the slots of `M`. Numbers are written as the language does. */
export type Slots<M extends Message, Piece> = {
  readonly [Name in NamesOf<M>]: Name extends 'count' ? number : Piece;
};

type All<Each> = (Each extends unknown ? (each: Each) => void : never) extends (
  each: infer Both,
) => void
  ? Both
  : never;

/** A text with all of these slots, in any order. */
type TextWith<Name extends string> = string &
  All<Name extends string ? `${string}{${Name}}${string}` : never>;

type PluralWith<Name extends string> = { readonly other: TextWith<Name> } & {
  readonly [Kind in Exclude<Intl.LDMLPluralRule, 'other'>]?: TextWith<Exclude<Name, 'count'>>;
};

type OneOrMany<Name extends string> = TextWith<Name> | PluralWith<Name>;

/**
 * What another language has to say for the English `W`: each sentence with the same slots, and with forms wherever there
 * is a count, if it likes.
 */
export type Translation<W> = W extends string
  ? 'count' extends NamesIn<W>
    ? OneOrMany<NamesIn<W>>
    : TextWith<NamesIn<W>>
  : W extends { readonly other: infer Other extends string }
    ? OneOrMany<NamesIn<Other>>
    : { readonly [Name in keyof W]: Translation<W[Name]> };

/** `message` with its slots filled. */
export function text<M extends Message>(message: M, slots: Slots<M, string | number>): string {
  return pieces(message, slots).join('');
}

/** `message` with its slots filled, with elements as well. */
export function rich<M extends Message>(message: M, slots: Slots<M, Rich>): Rich {
  return pieces(message, slots).filter((piece) => piece !== '');
}

function pieces(message: Message, slots: Readonly<Record<string, Rich>>): Rich[] {
  const form =
    typeof message === 'string'
      ? message
      : (message[pluralOf(Number(slots['count']))] ?? message.other);
  return form.split(/[{}]/).map((piece, index) => (index % 2 ? written(slots[piece]) : piece));
}

function written(piece: Rich): Rich {
  return typeof piece === 'number' ? numberText(piece) : piece;
}
