/** What is said of what a seat can do beside voting. */
export const moreWords = {
  name: 'Another name',
  rename: 'Change name',
  leave: 'Leave',
  notYou: (name: string) => `Not ${name}? Join as somebody else`,
  somebodyElse: 'Join as somebody else',
  noDevice: 'The code could not be fetched. This link does the same:',
};
