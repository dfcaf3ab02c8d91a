/** What is said of what a seat can do beside voting. */
export const moreWords = {
  name: 'Another name',
  rename: 'Change name',
  watch: 'Watch instead',
  device: 'Continue on another device',
  noDevice: 'The code could not be fetched. This link does the same:',
};
