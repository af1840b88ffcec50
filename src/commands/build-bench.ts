// What all releases of one build share: what is asked, the brand, and the tools to make renditions with.
import type { Brand } from '../brand/brand.ts';
import type { Finding } from '../finding.ts';
import type { Printer } from '../renditions/browser.ts';
import type { Kit } from '../renditions/kit.ts';
import type { ManifestFile } from '../renditions/manifest.ts';
import type { RenditionName, Workshop } from '../renditions/rendition.ts';
import type { ReleaseName } from './gather.ts';

export interface Bench {
  /** Absolute path of the workspace. */
  readonly root: string;
  /** Absolute path of the folder of builds. */
  readonly out: string;
  readonly only: readonly RenditionName[];
  /** Make what is not stale too. */
  readonly force: boolean;
  /** The version and build of release: an input of everything it makes. */
  readonly build: string;
  readonly pdfStandard: Workshop['pdfStandard'];
  readonly brand: Brand;
  readonly kit: Kit;
  /** The releases of the workspace, to link translations. */
  readonly names: readonly ReleaseName[];
  /** Why a release is not built whatever it holds, by file. */
  readonly clashes: ReadonlyMap<string, readonly Finding[]>;
  readonly readFont: Workshop['readFont'];
  /** Hashes and measures a file of a rendition. */
  readonly describe: (bytes: string | Uint8Array, rendition: RenditionName) => ManifestFile;
  /** Asked only when a PDF must be printed; undefined when nothing can print. */
  readonly printer: () => Promise<Printer | undefined>;
  readonly signal: AbortSignal;
}
