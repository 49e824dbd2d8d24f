// Files that the console saves, as the programs read them for which they are.
import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { parseCsv } from './csv.ts';

/** Opens the menu that saves a list. */
export async function openExport(place: Page | Locator): Promise<void> {
  const csv = place.getByRole('button', { name: 'Export CSV', exact: true });
  if (await csv.isVisible()) return;
  await place.getByRole('button', { name: 'Export', exact: true }).first().click();
  await expect(csv).toBeVisible();
}

/** The file that a button saves, in the menu or where else it stands. */
export async function saved(place: Page | Locator, button: string): Promise<{ name: string; text: string }> {
  await openExport(place);
  const page = 'page' in place ? place.page() : place;
  const download = page.waitForEvent('download');
  await place.getByRole('button', { name: button, exact: true }).click();
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
export function readCsv(text: string, separator: ',' | ';' = ','): Table {
  expect(text.startsWith('\uFEFF')).toBe(true);
  const rows = parseCsv(text.slice(1), separator);
  const gap = rows.findIndex((row) => row.every((cell) => cell === ''));
  return {
    about: Object.fromEntries(rows.slice(0, gap).map(([name = '', value = '']) => [name, value])),
    head: rows[gap + 1] ?? [],
    rows: rows.slice(gap + 2),
  };
}
