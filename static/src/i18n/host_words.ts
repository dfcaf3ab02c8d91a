/** The words of the home page and of the host’s: voters do without. As in `words.ts`. */
import { book } from './books';

export const agreeWords = book('agreeWords');
export const controlWords = book('controlWords');
export const deckNames = book('deckNames');
export const deckWords = book('deckWords');
export const deskWords = book('deskWords');
export const faultWords = book('faultWords');
export const handOverWords = book('handOverWords');
export const historyWords = book('historyWords');
export const homeWords = book('homeWords');
export const inviteWords = book('inviteWords');
export const keyWords = book('keyWords');
export const lockedWords = book('lockedWords');
export const ownCardsWords = book('ownCardsWords');
export const ownSeatWords = book('ownSeatWords');
export const recipeLinkWords = book('recipeLinkWords');
export const recipeWords = book('recipeWords');
export const sessionWords = book('sessionWords');
export const settingsWords = book('settingsWords');
export const topicsWords = book('topicsWords');
export const waysWords = book('waysWords');
