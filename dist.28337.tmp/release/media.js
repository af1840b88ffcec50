import { visit } from 'unist-util-visit';
import { placeOf } from './markdown.js';
/** Every local file of a release, in order: frontmatter image, body images, attachments. */
export function mediaOf(release) {
    const at = (key) => release.places[key] ?? { file: release.file, line: 1, column: 1 };
    const written = [];
    if (release.image)
        written.push({ src: release.image.src, place: at('image.src') });
    visit(release.body, (node) => {
        const src = imageSource(node);
        if (src)
            written.push({ src, place: placeOf(node, release.file) });
    });
    release.attachments.forEach(({ src }, index) => {
        written.push({ src, place: at(`attachments.${index}.src`) });
    });
    return written.map(({ src, place }) => ({ written: src, path: resolveMedia(release.file, src), place }));
}
/** The file an image node shows: `![alt](src)` or `::image{src=…}`. */
const imageSource = (node) => {
    if (node.type === 'image')
        return node.url;
    return node.type === 'leafDirective' && node.name === 'image'
        ? (node.attributes?.src ?? undefined)
        : undefined;
};
/** A path written in `file` → a path from the workspace, `..` resolved, never below `../`. */
function resolveMedia(file, src) {
    const parts = file.split('/').slice(0, -1);
    let above = 0;
    for (const part of decodePath(src).split(/[\\/]/)) {
        if (part === '' || part === '.')
            continue;
        if (part !== '..')
            parts.push(part);
        else if (parts.pop() === undefined)
            above++;
    }
    return '../'.repeat(above) + parts.join('/');
}
function decodePath(src) {
    try {
        return decodeURIComponent(src);
    }
    catch {
        return src;
    }
}
