// Where links lead, and what of it a release may not say or its readers cannot follow.
import type { Nodes, Root } from 'mdast';
import type { Wording } from '../finding.ts';
import { eachNode, type Report } from './nodes.ts';

/** Link and image targets: relative, `#id`, http(s), mailto or tel; nothing that could run or read. */
export function reportTarget(node: Nodes, report: Report): void {
  if (node.type !== 'link' && node.type !== 'definition' && node.type !== 'image') return;
  const problem = targetProblem(node.url, node.type === 'image');
  if (problem !== undefined) report('markdown/link-target', node, problem.message, problem.remedy);
}

function targetProblem(url: string, isImage: boolean): { message: Wording; remedy: Wording } | undefined {
  const scheme = /^[\s\p{Cc}]*([a-z][a-z0-9+.-]*):/iu.exec(url)?.[1]?.toLowerCase();
  if (scheme === 'file' || scheme?.length === 1) {
    // Of an image, the check of files says where it must be copied.
    return isImage ? undefined : ownComputer;
  }
  if (scheme !== undefined) {
    if (['http', 'https', 'mailto', 'tel'].includes(scheme)) return undefined;
    return {
      message: { fr: `Lien en \`${scheme}:\` refusé`, en: `\`${scheme}:\` link refused` },
      remedy: {
        fr: 'Un lien mène à http(s):, mailto: ou tel:.',
        en: 'A link leads to http(s):, mailto: or tel:.',
      },
    };
  }
  if (isImage) return undefined;
  if (/^www\./i.test(url)) return unfinished('https://', url);
  return /^[^\s@/?#]+@[^\s@/?#]+\.\w{2,}$/.test(url) ? unfinished('mailto:', url) : undefined;
}

const ownComputer = {
  message: {
    fr: 'Ce lien mène à un fichier de votre ordinateur',
    en: 'This link leads to a file on your computer',
  },
  remedy: {
    fr: 'Mettez l’adresse publique du document, ou joignez-le : `attachments:` dans l’en-tête.',
    en: 'Put the public address of the document, or attach it: `attachments:` in the frontmatter.',
  },
};

const unfinished = (start: string, url: string): { message: Wording; remedy: Wording } => ({
  message: {
    fr: 'Ce lien mènerait à un fichier de ce nom',
    en: 'This link would lead to a file of that name',
  },
  remedy: { fr: `Écrivez \`${start}${url}\`.`, en: `Write \`${start}${url}\`.` },
});

/** Kinds of document that a link opens and a build does not make. */
const document = /\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|zip|csv|png|jpe?g|webp|mp[34])$/i;

/**
 * Tells of links to documents beside the release that are not published with it; `published` are those that are, as
 * written. Links to `../` lead to what other releases publish.
 */
export function reportUnpublished(body: Root, published: readonly string[], report: Report): void {
  eachNode(body, (node) => {
    if (node.type !== 'link' && node.type !== 'definition') return;
    const { url } = node;
    if (
      !document.test(url) ||
      /^(?:[a-z][a-z0-9+.-]*:|www\.|\/|\.\.\/)/i.test(url) ||
      published.includes(url)
    )
      return;
    report(
      'markdown/link-target',
      node,
      {
        fr: `\`${url}\` n’est pas publié avec le communiqué : ce lien ne mènerait nulle part`,
        en: `\`${url}\` is not published with the release: this link would lead nowhere`,
      },
      {
        fr: 'Mettez l’adresse publique du document, ou joignez-le : `attachments:` dans l’en-tête.',
        en: 'Put the public address of the document, or attach it: `attachments:` in the frontmatter.',
      },
    );
  });
}
