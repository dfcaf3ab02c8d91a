// The proxies of scripts/deploy, started as plain processes with the very files that are shipped. Only
// where they listen, what they ask and where their certificate lies is put in, and around each file
// comes what an installation brings with it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startProgram } from './program.mjs';

const deploy = new URL('../../scripts/deploy/', import.meta.url);

// By the proxy's name: the file of each place, how what it listens on is put in, what is written
// around it, and the command that starts it.
const proxies = {
  nginx: {
    files: { root: 'nginx.conf', path: 'nginx-path.conf' },
    fitted: (text, at) =>
      text
        .replaceAll(/^ *listen \[::\].*\n/gm, '')
        .replaceAll('listen 80;', `listen ${at.address}:${at.http};`)
        .replaceAll('listen 443 ssl;', `listen ${at.address}:${at.https} ssl;`),
    around: ({ folder, site }) => `
      daemon off;
      pid ${folder}/nginx.pid;
      events {}
      http {
        access_log off;
        client_body_temp_path ${folder}/body;
        proxy_temp_path ${folder}/proxy;
        fastcgi_temp_path ${folder}/fastcgi;
        uwsgi_temp_path ${folder}/uwsgi;
        scgi_temp_path ${folder}/scgi;
        include ${site};
      }`,
    command: ({ folder, main }) => ['/usr/sbin/nginx', '-e', 'stderr', '-p', folder, '-c', main],
  },
  haproxy: {
    files: { root: 'haproxy.cfg', path: 'haproxy-path.cfg' },
    fitted: (text, at) =>
      text
        .replaceAll('bind :::80 v4v6', `bind ${at.address}:${at.http}`)
        .replaceAll('bind :::443 v4v6', `bind ${at.address}:${at.https}`),
    around: () => '',
    command: ({ main, site }) => ['/usr/sbin/haproxy', '-db', '-f', main, '-f', site],
  },
  caddy: {
    files: { root: 'Caddyfile', path: 'Caddyfile-path' },
    fitted: (text) => text.replaceAll('# tls /', 'tls /'),
    around: ({ at, site }) => `{
        admin off
        default_bind ${at.address}
        http_port ${at.http}
        https_port ${at.https}
      }
      import ${site}\n`,
    command: ({ main }) => ['/usr/bin/caddy', 'run', '--adapter', 'caddyfile', '--config', main],
  },
  apache: {
    files: { root: 'apache.conf', path: 'apache-path.conf' },
    fitted: (text, at) =>
      text.replaceAll('*:80>', `*:${at.http}>`).replaceAll('*:443>', `*:${at.https}>`),
    around: ({ at, folder, site, text }) => `
      ServerName localhost
      User www-data
      Group www-data
      DefaultRuntimeDir ${folder}
      PidFile ${folder}/apache.pid
      ErrorLog /dev/stderr
      Listen ${at.address}:${at.http}
      Listen ${at.address}:${at.https}
      ${apacheModules(text).map(loadModule).join('\n      ')}
      Include ${site}\n`,
    command: ({ folder, main }) => [
      '/usr/sbin/apache2',
      '-D',
      'FOREGROUND',
      '-d',
      folder,
      '-f',
      main,
    ],
  },
};

// Those that Debian's Apache has from the start or that come with others, and those that the file says.
function apacheModules(text) {
  const asked = /a2enmod ([a-z0-9_ ]+)/.exec(text)[1].trim().split(' ');
  return ['mpm_event', 'alias', 'authz_core', 'socache_shmcb', ...asked];
}

function loadModule(name) {
  return `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`;
}

/** The names of the proxies that there are. */
export const names = Object.keys(proxies);

/**
 * Starts the proxy `name` with its file for `place`, or with `text` in place of that. `at` says where
 * it listens: `{address, http, https}`; `upstream` is the `address:port` that it asks; `ssl` is a folder
 * with `certs` and `private`; what it writes goes into `folder`.
 */
export function startProxy(
  name,
  place,
  { at, upstream, ssl, folder, text = shipped(name, place) },
) {
  const proxy = proxies[name];
  mkdirSync(folder, { mode: 0o711 });
  const site = path.join(folder, 'site');
  const main = path.join(folder, 'main');
  const fitted = proxy
    .fitted(text, at)
    .replaceAll('127.0.0.1:8000', upstream)
    .replaceAll('/etc/ssl/', `${ssl}/`);
  writeFileSync(site, fitted);
  writeFileSync(main, proxy.around({ at, folder, site, text }));
  return startProgram(proxy.command({ folder, main, site }), { folder, log: `${folder}/log` });
}

export function shipped(name, place) {
  return readFileSync(new URL(proxies[name].files[place], deploy), 'utf8');
}
