/**
 * The words of the page, empty until its language is taught: by the first script of the page, which brings what is needed
 * at once, and the way to the rest. So they are to be read when they are said, not when a module is loaded.
 */
import { book } from './books';

export const commonWords = book('commonWords');
export const deviceWords = book('deviceWords');
export const hostProblems = book('hostProblems');
export const ladderWords = book('ladderWords');
export const leadsWords = book('leadsWords');
export const movesWords = book('movesWords');
export const questionWords = book('questionWords');
export const resultWords = book('resultWords');
export const roundWords = book('roundWords');
export const seatProblems = book('seatProblems');
export const seatWords = book('seatWords');
export const switchWords = book('switchWords');
export const tableWords = book('tableWords');
export const voteWords = book('voteWords');
export const votingWords = book('votingWords');
