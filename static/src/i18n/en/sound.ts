/** What is said of sounds. */
export const soundWords = { sound: 'Sounds on this device' };
