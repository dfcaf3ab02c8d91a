/** What is said to whoever is invited, and to who invites. */
export const inviteWords = {
  heading: 'Take a seat',
  text: 'Scan the code, or open the link and say your name.',
  code: 'A code for a camera: it leads to the vote',
  share: 'Share',
  close: 'Close',
};
