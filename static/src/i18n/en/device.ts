/** What is said on the way to another device. */
export const deviceWords = {
  text: 'Take a picture of this with the other device, or open the link there. Whoever has it has your seat.',
  code: 'A code for a camera, with your seat in it',
  link: 'Link to your seat',
  copy: 'Copy the link',
};
