/** Contacts by id, in the order given. */
export function contactsById(all, ids) {
    const found = ids.map((id) => all.find((contact) => contact.id === id));
    return {
        contacts: found.flatMap((contact) => contact ?? []),
        unknown: ids.filter((_, index) => found[index] === undefined),
        nearest: found.includes(undefined) ? all : [],
    };
}
/**
 * Contacts for ISO 3166 regions and a BCP 47 language. Each region gets those who cover it most closely (the region
 * itself, then its country, then `*`) and, among them, those who work in the language most exactly; a region that
 * nobody covers leaves the whole choice empty.
 */
export function contactsFor(all, regions, language) {
    const chosen = regions.map((region) => closest(all, region, language));
    if (chosen.every((contacts) => contacts.length > 0)) {
        return { contacts: [...new Set(chosen.flat())], unknown: [], nearest: [] };
    }
    const nearest = all.filter((contact) => languageFit(contact, language) > 0 || regions.some((region) => regionFit(contact, region) > 0));
    return { contacts: [], unknown: [], nearest: nearest.length > 0 ? nearest : all };
}
function closest(all, region, language) {
    const scored = all.map((contact) => {
        const place = regionFit(contact, region);
        const tongue = languageFit(contact, language);
        return { contact, score: place > 0 && tongue > 0 ? place * 10 + tongue : 0 };
    });
    const best = Math.max(1, ...scored.map(({ score }) => score));
    return scored.filter(({ score }) => score === best).map(({ contact }) => contact);
}
const regionFit = ({ regions }, region) => {
    if (regions.includes(region))
        return 3;
    if (regions.includes(region.slice(0, 2)))
        return 2;
    return regions.includes('*') ? 1 : 0;
};
const languageFit = ({ languages }, language) => {
    if (languages.includes(language))
        return 3;
    if (languages.includes(language.split('-')[0] ?? language))
        return 2;
    return languages.includes('*') ? 1 : 0;
};
