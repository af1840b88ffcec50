// Paths of the workspace as a release writes them.

/** A path written in `file` → one from the workspace, with `/`; undefined for a URL or a path that leaves it. */
export function pathFrom(file: string, written: string): string | undefined {
  const base = `file:///workspace/${file}`;
  if (/^[a-z][a-z0-9+.-]+:|^\/\//i.test(written) || !URL.canParse(written.replaceAll('\\', '/'), base))
    return undefined;
  const { pathname } = new URL(written.replaceAll('\\', '/'), base);
  if (!pathname.startsWith('/workspace/')) return undefined;
  try {
    return decodeURIComponent(pathname.slice('/workspace/'.length));
  } catch {
    return undefined;
  }
}
