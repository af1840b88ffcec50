// Tables (ISO 14289-1, 7.5): head and body told apart, header cells with scope, ids that do not depend on the process.
import { descendants, type Element, elementOf, isElement, mapElements } from './structure.ts';

/** Chromium names header cells by counters of its process (`node00000123`); here they are `th1`, `th2` … in reading order. */
export function completeTables(document: Element): Element {
  const ids = new Map<string, string>();
  for (const kid of descendants(document)) {
    if (isElement(kid) && kid.id !== null) ids.set(kid.id, `th${ids.size + 1}`);
  }
  return mapElements(document, (element) => {
    if (element.type === 'Table') return groupRows(padRows(element));
    if (element.type !== 'TH' && element.type !== 'TD') return element;
    const headers = element.attributes.headers?.map((id) => ids.get(id)).filter((id) => id !== undefined);
    const scope = element.type === 'TH' ? (element.attributes.scope ?? 'Column') : undefined;
    return {
      ...element,
      id: element.id === null ? null : (ids.get(element.id) ?? null),
      attributes: { ...element.attributes, headers: headers?.length ? headers : undefined, scope },
    };
  });
}

/**
 * Chromium leaves empty cells out; every row shall have as many columns as the others (7.2, as the Matterhorn protocol
 * reads it). A missing cell is found by the column header that no cell of its row names; tables with spanning cells stay.
 */
function padRows(table: Element): Element {
  const rows = table.kids.filter(isRow);
  const cells = rows.flatMap((row) => row.kids.filter(isElement));
  const width = Math.max(0, ...rows.map((row) => row.kids.length));
  const spans = cells.some(
    ({ attributes }) => (attributes.rowSpan ?? 1) > 1 || (attributes.colSpan ?? 1) > 1,
  );
  if (spans || rows.every((row) => row.kids.length === width)) return table;
  const heads = rows.find((row) => row.kids.length === width)?.kids.filter(isElement) ?? [];
  const pad = (row: Element): Element => {
    const kids = [...row.kids];
    heads.forEach((_head, column) => {
      const cell = kids[column];
      const names = cell && isElement(cell) ? (cell.attributes.headers ?? []) : [];
      const isOther = heads.some((other, i) => i !== column && other.id !== null && names.includes(other.id));
      if (kids.length < width && (cell === undefined || isOther)) kids.splice(column, 0, elementOf('TD', []));
    });
    return { ...row, kids };
  };
  return { ...table, kids: table.kids.map((kid) => (isRow(kid) ? pad(kid) : kid)) };
}

const isRow = (kid: Element['kids'][number]): kid is Element => isElement(kid) && kid.type === 'TR';
const isHeadRow = (row: Element): boolean => row.kids.every((kid) => isElement(kid) && kid.type === 'TH');

/** Rows of nothing but header cells at the top are the head; where there are none the rows stay as they are. */
function groupRows(table: Element): Element {
  const rows = table.kids.filter(isRow);
  const body = rows.findIndex((row) => !isHeadRow(row));
  if (body < 1) return table;
  const others = table.kids.filter((kid) => !isRow(kid));
  const groups = [elementOf('THead', rows.slice(0, body)), elementOf('TBody', rows.slice(body))];
  return { ...table, kids: [...others, ...groups] };
}

/** Tables in which no cell is a header. */
export const tablesWithoutHeaders = (elements: readonly Element[]): readonly Element[] =>
  elements.filter(
    (element) =>
      element.type === 'Table' && !descendants(element).some((kid) => isElement(kid) && kid.type === 'TH'),
  );
