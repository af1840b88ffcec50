// Which format a press list is in, told by its first bytes.
import type { Wording } from '../finding.ts';

export type Format = 'csv' | 'xlsx' | 'vcard' | 'jsonl';

/** Why a file is no press list, and how to make one of it. */
export interface NoFormat {
  readonly message: Wording;
  readonly remedy: Wording;
}

/** By content first, since files get renamed; by ending for text. */
export function formatOf(file: string, bytes: Uint8Array): Format | NoFormat {
  const start = Buffer.from(bytes.subarray(0, 400)).toString('latin1');
  if (start.startsWith('PK\x03\x04')) {
    return /mimetypeapplication\/vnd\.oasis/.test(start)
      ? { message: wordings.openDocument, remedy: spreadsheet }
      : 'xlsx';
  }
  if (start.startsWith('\xd0\xcf\x11\xe0')) return { message: wordings.oldExcel, remedy: spreadsheet };
  if (start.startsWith('%PDF')) return { message: wordings.pdf, remedy: spreadsheet };
  const text = start
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replace(/\0/g, '')
    .trimStart();
  if (/^BEGIN:VCARD/i.test(text)) return 'vcard';
  return text.startsWith('{') || /\.(?:jsonl|ndjson)$/i.test(file) ? 'jsonl' : 'csv';
}

const spreadsheet: Wording = {
  fr: 'Enregistrez-le dans le tableur en .xlsx ou en « CSV UTF-8 ».',
  en: 'Save it from the spreadsheet as .xlsx or “CSV UTF-8”.',
};

const wordings = {
  openDocument: { fr: 'Le format OpenDocument n’est pas lu', en: 'OpenDocument is not read' },
  oldExcel: {
    fr: 'Ancien format Excel (.xls), ou classeur protégé par un mot de passe',
    en: 'Old Excel format (.xls), or a workbook with a password',
  },
  pdf: { fr: 'Un PDF n’est pas une liste de presse', en: 'A PDF is no press list' },
} as const;
