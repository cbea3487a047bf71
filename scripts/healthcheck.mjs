// For the image: whether the bot in this container answers. Its code tells; nothing else of it is needed.
const port = process.env.PORT ?? '3978';
const healthy = await fetch(`http://127.0.0.1:${port}/healthz`).then(
  (answer) => answer.ok,
  () => false,
);
process.exit(healthy ? 0 : 1);
