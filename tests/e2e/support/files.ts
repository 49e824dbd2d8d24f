// Which of the console's files an address names. By path: the address of boot.js ends with a program's name as well.

/** The program that a first visit loads. */
export const isProgram = (address: URL) => address.pathname.endsWith('_bg.wasm');

/** A part of the program that is loaded when a page of its area is opened. */
export const isArea = (address: URL) => address.pathname.endsWith('.wasm') && !isProgram(address);

/** What the console's server gives once another version of the console is there. */
export const newerPage =
  '<!DOCTYPE html><html><script type="module" src="./boot.js?script=image-console-0000000000000000.js&module=x_bg.wasm"></script></html>';
