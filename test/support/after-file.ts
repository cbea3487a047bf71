import { openTowns } from './open-towns';

afterAll(async () => {
  for (const close of openTowns) await close();
});
