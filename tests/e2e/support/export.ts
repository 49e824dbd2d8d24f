// Files that the console saves, as the programs read them for which they are.
import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';

/** Opens the menu that saves a list. */
export async function openExport(place: Page | Locator): Promise<void> {
  const csv = place.getByRole('button', { name: 'Export CSV', exact: true });
  if (await csv.isVisible()) return;
  await place.getByRole('button', { name: 'Export', exact: true }).first().click();
  await expect(csv).toBeVisible();
}

/** The file that a button of the menu saves. */
export async function saved(page: Page, button: string): Promise<{ name: string; text: string }> {
  await openExport(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

/** A file as a reader of CSV finds it. */
export interface Table {
  about: Record<string, string>;
  head: string[];
  rows: string[][];
}

/** Reads a CSV file (RFC 4180) with its byte order mark: what it tells of the whole, and the table. */
export function readCsv(text: string, separator = ','): Table {
  expect(text.startsWith('\uFEFF')).toBe(true);
  const rows: string[][] = [];
  let [cells, cell, isQuoted]: [string[], string, boolean] = [[], '', false];
  for (let place = 1; place < text.length; place += 1) {
    const character = text[place]!;
    if (character === '"' && isQuoted && text[place + 1] === '"') {
      cell += '"';
      place += 1;
    } else if (character === '"') {
      isQuoted = !isQuoted;
    } else if (!isQuoted && (character === separator || character === '\r')) {
      cells.push(cell);
      cell = '';
      if (character === '\r') {
        rows.push(cells);
        cells = [];
        place += 1;
      }
    } else {
      cell += character;
    }
  }
  expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
  const gap = rows.findIndex((row) => row.every((cell) => cell === ''));
  return {
    about: Object.fromEntries(rows.slice(0, gap).map(([name = '', value = '']) => [name, value])),
    head: rows[gap + 1] ?? [],
    rows: rows.slice(gap + 2),
  };
}
