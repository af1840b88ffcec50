// What a PDF is told about itself, and what comes out of finishing it.
import type { Finding, Place } from '../../finding.ts';

export interface PdfFacts {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly author: string;
  readonly subject: string | null;
  /** RFC 3339; from the release, never the clock. */
  readonly created: string;
  /** 64 hex digits: seed of the file identifier. */
  readonly id: string;
  readonly standard: 'ua-1+a-3a' | 'ua-1' | 'none';
  /**
   * The font families of the brand. When given, any other font in the file is a finding: it comes from the machine, and
   * another machine will draw the text differently.
   */
  readonly families?: readonly string[];
  readonly sources: readonly {
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: Uint8Array;
    readonly relationship: 'Source' | 'Data' | 'Alternative';
    readonly description: string;
  }[];
  /** Where findings point when nothing better is known. */
  readonly place: Place;
}

export interface FinishedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly findings: readonly Finding[];
}
