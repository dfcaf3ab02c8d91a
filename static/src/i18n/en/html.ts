/** What stands in the page's HTML, for those who list, preview or bookmark it, or have no JavaScript. */
export const htmlWords = {
  script: 'Please allow JavaScript for this page.',
  home: { title: 'pajthy', description: 'Vote on stories together, cards face down.' },
  vote: { title: 'pajthy', description: 'Join the session and vote.' },
  control: { title: 'Host · pajthy', description: 'Host the session.' },
} as const;
