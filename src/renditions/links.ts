// The numbered references of a plain text: `[1]` where a link stands, its address in a list at the end.

export interface LinkList {
  /** The number of an address, from 1; the same address keeps its number. */
  readonly number: (url: string) => number;
  /** In the order of their numbers. */
  readonly urls: readonly string[];
}

/** An empty list, to be shared by all the texts of one rendition. */
export function makeLinkList(): LinkList {
  const urls: string[] = [];
  const number = (url: string): number => {
    const known = urls.indexOf(url);
    return known >= 0 ? known + 1 : urls.push(url);
  };
  return { number, urls };
}

/** One line an address, never broken: `[1] https://…`. */
export const listLinks = ({ urls }: LinkList): string[] => urls.map((url, index) => `[${index + 1}] ${url}`);
