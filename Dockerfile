# One static binary in an empty image: docker build -t pajthy . && docker run --rm -p 8000:8000 pajthy
# What the image says of itself: --build-arg REVISION="$(git rev-parse HEAD)" and so on. SOURCE is the
# address of the repository.
ARG VERSION=1.0.0
ARG REVISION=
ARG SOURCE=

# The page.
FROM node:22-bookworm-slim AS spa
WORKDIR /spa
COPY static/package.json static/package-lock.json static/.npmrc ./
RUN npm ci --no-audit --no-fund
COPY static ./
RUN npm run build

# The server, with the page in it.
FROM debian:bookworm-slim AS server
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends \
        cmake g++ libboost1.81-dev libcli11-dev libutf8proc-dev ninja-build \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /pajthy
COPY CMakeLists.txt CMakePresets.json ./
COPY include include
COPY src src
COPY --from=spa /spa/dist /spa
ARG VERSION
ARG REVISION
RUN cmake --preset image -DPAJTHY_SPA_DIST=/spa -DPAJTHY_VERSION=$VERSION -DPAJTHY_COMMIT=$REVISION \
    && cmake --build --preset image \
    && strip build/image/pajthy

FROM scratch
ARG VERSION
ARG REVISION
ARG SOURCE
LABEL org.opencontainers.image.title="pajthy" \
      org.opencontainers.image.description="Planning poker for a grooming team, in one binary" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.source="$SOURCE" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION"
COPY --from=server /pajthy/build/image/pajthy /pajthy
USER 65532:65532
EXPOSE 8000
STOPSIGNAL SIGTERM
# It sees the options that come in the environment (-e PAJTHY_BASE_PATH=/tools), not those of the command line.
HEALTHCHECK --interval=30s --timeout=5s --start-period=5s --retries=3 CMD ["/pajthy", "--health-check"]
ENTRYPOINT ["/pajthy"]
