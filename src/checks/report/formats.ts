// The list of formats; a new one is one file and one line here. Only the one asked for is loaded.
import type { Format } from '../report.ts';

export const formats = {
  pretty: async (): Promise<Format> => (await import('./pretty.ts')).reportPretty,
  concise: async (): Promise<Format> => (await import('./concise.ts')).reportConcise,
  json: async (): Promise<Format> => (await import('./json.ts')).reportJson,
  github: async (): Promise<Format> => (await import('./github.ts')).reportGithub,
  gitlab: async (): Promise<Format> => (await import('./gitlab.ts')).reportGitlab,
  sarif: async (): Promise<Format> => (await import('./sarif.ts')).reportSarif,
  junit: async (): Promise<Format> => (await import('./junit.ts')).reportJunit,
};

export type FormatName = keyof typeof formats;
