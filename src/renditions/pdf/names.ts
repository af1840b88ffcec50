// The names that every structure element is read and written by, made once: a look-up by text costs more than the rest.
import { PDFName } from '@cantoo/pdf-lib';

export const names = {
  A: PDFName.of('A'),
  ActualText: PDFName.of('ActualText'),
  Alt: PDFName.of('Alt'),
  ColSpan: PDFName.of('ColSpan'),
  E: PDFName.of('E'),
  Headers: PDFName.of('Headers'),
  ID: PDFName.of('ID'),
  K: PDFName.of('K'),
  Lang: PDFName.of('Lang'),
  ListNumbering: PDFName.of('ListNumbering'),
  MCID: PDFName.of('MCID'),
  MCR: PDFName.of('MCR'),
  OBJR: PDFName.of('OBJR'),
  Obj: PDFName.of('Obj'),
  P: PDFName.of('P'),
  Pg: PDFName.of('Pg'),
  RowSpan: PDFName.of('RowSpan'),
  S: PDFName.of('S'),
  Scope: PDFName.of('Scope'),
  Stm: PDFName.of('Stm'),
  Type: PDFName.of('Type'),
} as const;
