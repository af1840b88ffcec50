// Where to send and how, from the configuration and the environment; a password is never in the configuration.
import { UserFailure } from '../failure.ts';

/** The `send` section of the configuration, as far as transports read it. */
export interface TransportConfig {
  readonly transport?: string | undefined;
  readonly user?: string | undefined;
  readonly passwordCommand?: string | undefined;
  readonly passwordFile?: string | undefined;
  readonly tls?: 'implicit' | 'starttls' | 'none' | undefined;
  readonly connections?: number | undefined;
  readonly messagesPerConnection?: number | undefined;
  readonly helo?: string | undefined;
  readonly ca?: string | undefined;
}

/** Where the password is kept. It is read only when a connection is to be made. */
export type PasswordSource =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'command'; readonly command: string }
  | { readonly kind: 'file'; readonly path: string };

export interface TransportChoice {
  /** `file`, `smtp`, `smtps`, `sendmail`, `ses`. */
  readonly scheme: string;
  /** For people, the audit and the plan: never with credentials. */
  readonly name: string;
  readonly host: string;
  readonly port: number;
  /** The path of a file or program transport; empty for its default. */
  readonly path: string;
  readonly tls: 'implicit' | 'starttls' | 'none';
  readonly user: string | null;
  readonly password: PasswordSource | null;
  readonly connections: number;
  readonly messagesPerConnection: number;
  readonly helo: string | null;
  /** PEM file of certificates to trust besides the system's. */
  readonly ca: string | null;
}

type Env = Readonly<Record<string, string | undefined>>;

/** RFC 5321 §4.5.3.2.6: at the dot a client waits ten minutes. */
export const silenceMs = 600_000;

/**
 * `RELEASE_SMTP_URL` > `send.transport` > `file:`. Users and passwords: the URL, `RELEASE_SMTP_USER` and
 * `RELEASE_SMTP_PASSWORD`, `send.passwordCommand`, `send.passwordFile`.
 * @throws UserFailure for an address that cannot be used, a password in the configuration, or plain text to elsewhere
 * than this machine without `tls: none`.
 */
export function chooseTransport(config: TransportConfig, env: Env): TransportChoice {
  const fromEnv = env.RELEASE_SMTP_URL;
  const written = fromEnv || config.transport || 'file:';
  const text = /^[a-z]+$/.test(written) ? `${written}:` : written;
  const url = parseAddress(text, fromEnv ? 'RELEASE_SMTP_URL' : 'send.transport');
  if (!fromEnv && url.password !== '') throw passwordInConfig();
  const scheme = url.protocol.slice(0, -1);
  const isSmtp = scheme === 'smtp' || scheme === 'smtps';
  const host = decodeURIComponent(url.hostname).replace(/^\[|\]$/g, '');
  if (isSmtp && host === '') throw unusable(fromEnv ? 'RELEASE_SMTP_URL' : 'send.transport');
  const port = Number(url.port) || (scheme === 'smtps' ? 465 : 587);
  const isHere = /^(localhost|127(\.\d+){3}|::1)$/.test(host);
  const tls = config.tls ?? (scheme === 'smtps' || port === 465 ? 'implicit' : isHere ? 'none' : 'starttls');
  // A URL makes `file:` absolute; here it is a folder as the user wrote it, or none.
  const path = isSmtp ? '' : text.slice(text.indexOf(':') + 1).replace(/^\/\/(?=\/)/, '');
  return {
    scheme,
    name: isSmtp ? `${scheme}://${url.hostname}:${port}` : `${scheme}:${path}`,
    host,
    port,
    path,
    tls,
    user: decodeURIComponent(url.username) || env.RELEASE_SMTP_USER || config.user || null,
    password: passwordSource(decodeURIComponent(url.password), config, env),
    connections: config.connections ?? 5,
    messagesPerConnection: config.messagesPerConnection ?? 100,
    helo: config.helo ?? null,
    ca: config.ca ?? null,
  };
}

function passwordSource(inUrl: string, config: TransportConfig, env: Env): PasswordSource | null {
  const value = inUrl || env.RELEASE_SMTP_PASSWORD;
  if (value) return { kind: 'value', value };
  if (config.passwordCommand !== undefined) return { kind: 'command', command: config.passwordCommand };
  if (config.passwordFile !== undefined) return { kind: 'file', path: config.passwordFile };
  return null;
}

/** The address is told by where it stands, never itself: it may hold a password. */
function parseAddress(text: string, where: string): URL {
  try {
    return new URL(text);
  } catch {
    throw unusable(where);
  }
}

const unusable = (where: string): UserFailure =>
  new UserFailure(
    {
      fr: `${where} n’est pas une adresse d’envoi utilisable.`,
      en: `${where} is not a usable sending address.`,
    },
    {
      remedy: {
        fr: 'Écrivez par exemple smtps://presse@mail.example.org:465, smtp://mail.example.org:587, sendmail: ou file:.',
        en: 'Write for example smtps://press@mail.example.org:465, smtp://mail.example.org:587, sendmail: or file:.',
      },
    },
  );

const passwordInConfig = (): UserFailure =>
  new UserFailure(
    {
      fr: 'Un mot de passe est écrit dans release.config.yaml (send.transport).',
      en: 'A password is written in release.config.yaml (send.transport).',
    },
    {
      remedy: {
        fr: 'Retirez-le et changez-le : il a pu être partagé. Mettez-le dans RELEASE_SMTP_PASSWORD, ou donnez `passwordCommand` ou `passwordFile`.',
        en: 'Remove it and change it: it may have been shared. Put it in RELEASE_SMTP_PASSWORD, or give `passwordCommand` or `passwordFile`.',
      },
    },
  );
