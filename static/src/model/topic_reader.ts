/** What reads topics out of texts and files: nobody needs it who only votes, so it is fetched when it is asked for. */
export { readPasted, takeOf } from './pasted';
export { MOST_FILE_BYTES, textOfFile } from './text_file';
