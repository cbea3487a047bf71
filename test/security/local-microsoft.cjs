// Preloaded by a bot that a test starts for real: what it would fetch from Microsoft's address of keys comes from the address
// in LOCAL_KEYS. Nothing else of the bot is touched.
const real = globalThis.fetch;
globalThis.fetch = async (url, options) => {
  const asked = new URL(String(url));
  if (asked.host !== 'login.botframework.com') return real(url, options);
  const local = new URL(process.env.LOCAL_KEYS);
  const answer = await real(new URL(asked.pathname === '/keys' ? '/keys' : local.pathname, local), options);
  const page = await answer.json();
  if (page.jwks_uri) page.jwks_uri = 'https://login.botframework.com/keys';
  return new Response(JSON.stringify(page), { status: answer.status });
};
