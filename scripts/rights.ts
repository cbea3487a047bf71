import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { rightsPage } from './rights/page';

/* Writes docs/rights.md anew from the table of rights. */
writeFileSync(path.resolve(__dirname, '..', 'docs', 'rights.md'), rightsPage());
