import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

/** Where the screenshots of the last run lie; git ignores it. */
const FOLDER = path.resolve('e2e-pictures');

export type Album = { take(page: Page, name: string): Promise<void> };

/** Pictures of one scene, numbered as they were taken: `e2e-pictures/<scene>/01-carla-desk-the-form.png`. */
export function openAlbum(scene: string): Album {
  const folder = path.join(FOLDER, scene);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let taken = 0;
  return {
    async take(page, name) {
      taken += 1;
      const file = path.join(folder, `${String(taken).padStart(2, '0')}-${plain(name)}.png`);
      await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
    },
  };
}

/** A name that every file system and archive can keep. */
function plain(name: string): string {
  return name.replace(/æ/g, 'ae').replace(/ø/g, 'oe').replace(/å/g, 'aa');
}
