import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

export type PageFile = { readonly type: string; readonly body: Uint8Array };

/** Bundles the page. Rejects with esbuild's message where it does not build. */
export async function bundlePage(): Promise<ReadonlyMap<string, PageFile>> {
  const folder = join(__dirname, 'page');
  const [html, bundle] = await Promise.all([
    readFile(join(folder, 'index.html')),
    build({
      entryPoints: [join(folder, 'main.tsx')],
      bundle: true,
      write: false,
      outdir: '/',
      format: 'esm',
      target: 'es2022',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      minify: true,
      legalComments: 'none',
      logLevel: 'silent',
      tsconfig: join(folder, 'tsconfig.json'),
    }),
  ]);
  const files = new Map<string, PageFile>([['/', { type: 'text/html; charset=utf-8', body: html }]]);
  for (const file of bundle.outputFiles) {
    const script = file.path.endsWith('.js');
    files.set(script ? '/main.js' : '/main.css', {
      type: `text/${script ? 'javascript' : 'css'}; charset=utf-8`,
      body: file.contents,
    });
  }
  return files;
}
