afterAll(async () => {
  // Loaded only where a test has opened a town: most rule tests know nothing of the database.
  const loaded = Object.keys(require.cache).some((file) => file.endsWith('support/town.ts'));
  if (loaded) await (await import('./town')).closeTowns();
});
