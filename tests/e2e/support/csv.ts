// A reader of CSV files as RFC 4180 has them, which takes nothing else.

/** The cells of each row. Throws where a file is not what the standard says. */
export function parseCsv(text: string, separator: ',' | ';'): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  let place = 0;
  while (place < text.length) {
    const { cell, end } = text[place] === '"' ? quoted(text, place) : bare(text, place, separator);
    cells.push(cell);
    if (text[end] === separator) {
      place = end + 1;
    } else if (text.startsWith('\r\n', end)) {
      rows.push(cells);
      cells = [];
      place = end + 2;
    } else {
      throw new Error(`neither a separator nor the end of a line at ${end}: ${JSON.stringify(text.slice(end, end + 20))}`);
    }
  }
  if (cells.length > 0) throw new Error('the last line has no end');
  const widths = new Set(rows.map(({ length }) => length));
  if (widths.size > 1) throw new Error(`rows of ${[...widths].join(' and ')} cells`);
  return rows;
}

function quoted(text: string, begin: number): { cell: string; end: number } {
  let cell = '';
  for (let place = begin + 1; place < text.length; place += 1) {
    if (text[place] !== '"') {
      cell += text[place];
    } else if (text[place + 1] === '"') {
      cell += '"';
      place += 1;
    } else {
      return { cell, end: place + 1 };
    }
  }
  throw new Error(`a quotation mark is not closed at ${begin}`);
}

function bare(text: string, begin: number, separator: string): { cell: string; end: number } {
  let end = begin;
  while (end < text.length && text[end] !== separator && text[end] !== '\r') {
    if (text[end] === '"' || text[end] === '\n') throw new Error(`a cell that has to be quoted at ${begin}`);
    end += 1;
  }
  return { cell: text.slice(begin, end), end };
}
