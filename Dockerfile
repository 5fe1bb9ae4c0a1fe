# One image for all programs; docker-compose.yml says which one a container runs.
FROM node:20-bookworm-slim

# The fonts help out with what Noto Sans SC lacks: emoji, and rare characters of names such as 𠮷.
RUN apt-get update \
    && apt-get install -y --no-install-recommends chromium-headless-shell fonts-dejavu-core fonts-hanazono \
    && rm -rf /var/lib/apt/lists/*

WORKDIR /srv/slipway

# The packages in a layer of their own: a change of source code does not install them again.
COPY package.json package-lock.json .npmrc ./
COPY admin/package.json admin/
COPY api/package.json api/
COPY print-server/package.json print-server/
RUN npm ci

COPY . .
RUN npm run build -w admin \
    && node --eval "import('./scripts/ensure/apiCode.mjs').then(({ ensureApiCode }) => ensureApiCode())" \
    && node --eval "import('./scripts/fonts.mjs').then(({ ensureFonts }) => ensureFonts('.cache/fonts'))" \
    && mkdir data backups \
    && chown -R node data backups .cache

ENV PUPPETEER_EXECUTABLE_PATH=/usr/lib/chromium/chromium-headless-shell
USER node
EXPOSE 8080 8081
CMD ["node", "--heap-growing-percent=25", "--max-semi-space-size=4", ".cache/run/api/server.js"]
