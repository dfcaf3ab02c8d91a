/** Where the page is: the path prefix of the server, and the session if the page belongs to one. */
export interface Place {
  /** Path prefix without a trailing slash: `''` or `/planning`. */
  readonly base: string;
  /** The session's id, as it stands in the address (still escaped); `''` on the home page. */
  readonly id: string;
}

/** The place of the home page, `{base}/`, and of a recipe link, `{base}/new`. */
export function homePlace(pathname: string): Place {
  return { base: pathname.slice(0, pathname.lastIndexOf('/')), id: '' };
}

/** The place of the vote page, `{base}/{id}`. */
export function votePlace(pathname: string): Place {
  const cut = pathname.lastIndexOf('/');
  return { base: pathname.slice(0, cut), id: pathname.slice(cut + 1) };
}

/** The place of the control page, `{base}/{id}/control`. */
export function controlPlace(pathname: string): Place {
  return votePlace(pathname.slice(0, pathname.lastIndexOf('/')));
}
