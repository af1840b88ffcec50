// The numbered references of a plain text: `[1]` where a link stands, its address in a list at the end.
/** An empty list, to be shared by all the texts of one rendition. */
export function makeLinkList() {
    const urls = [];
    const number = (url) => {
        const known = urls.indexOf(url);
        return known >= 0 ? known + 1 : urls.push(url);
    };
    return { number, urls };
}
/** One line an address, never broken: `[1] https://…`. Empty when there is none. */
export const listLinks = ({ urls }) => urls.map((url, index) => `[${index + 1}] ${url}`).join('\n');
