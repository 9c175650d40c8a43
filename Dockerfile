# Belay's app process, for a Postgres of its own (DATABASE_URL). Untried: see docs/running.md.
FROM node:24-bookworm-slim AS build
WORKDIR /belay
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY . .
RUN node node_modules/prisma/build/index.js generate && node bin/build.ts

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 BELAY_DEMO=0
WORKDIR /belay
COPY --from=build --chown=node:node /belay /belay
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "--disable-warning=ExperimentalWarning", "bin/start.ts"]
