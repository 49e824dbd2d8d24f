// What the tests run: the programs that cargo has built, and the console that trunk has.
import { resolve } from 'node:path';

/** Of the whole project. */
export const root = resolve(import.meta.dirname, '../../..');

/** The built console. */
export const SITE = process.env.SITE ?? resolve(root, 'dist');

/** A program, where cargo puts it: by its place there. */
export const program = (place: string): string => resolve(root, process.env.CARGO_TARGET_DIR ?? 'target', place);
