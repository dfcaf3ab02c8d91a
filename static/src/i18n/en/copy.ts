/** How copying a link went. */
export const copyWords = {
  copied: 'Copied',
  byHand: 'Couldn’t copy. The link is selected: copy it by hand.',
};
