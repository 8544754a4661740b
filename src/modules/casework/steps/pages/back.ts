/** Where somebody came from, when it is a page of the workspace; my day otherwise. */
export const backOf = (path: string): string =>
  /^\/workspace(?:\/[\w-]+)*\/?(?:\?[\w%.=&+-]*)?$/.test(path) ? path : '/workspace/day'
