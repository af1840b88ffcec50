// Why a ledger is not opened, and what to do: each refusal in both languages.
import { systemErrorCode, UserFailure } from '../failure.ts';
import type { Wording } from '../finding.ts';

const refuse = (wording: Wording, remedy: Wording, cause?: unknown): UserFailure =>
  new UserFailure(wording, { remedy, exitCode: 2, cause });

const reasonOf = (cause: unknown): string => {
  const code = systemErrorCode(cause) ?? '';
  return cause instanceof Error && code === 'ERR_SQLITE_ERROR' ? cause.message : code;
};

const restore: Wording = {
  fr: 'Remettez la copie de sauvegarde la plus récente du dossier .release/ (ledger.db et ledger.seal ensemble). Sans copie, déplacez tout le dossier ailleurs : release repartira de zéro, mais aura oublié qui a déjà reçu quoi et qui a dit non.',
  en: 'Put back the most recent backup of the .release/ folder (ledger.db and ledger.seal together). With no backup, move the whole folder away: release will start afresh, but will have forgotten who received what and who opted out.',
};

export const refusal = {
  network: (path: string, type: string) =>
    refuse(
      {
        fr: `Le registre ${path} est sur un partage réseau (${type}), où deux machines pourraient envoyer deux fois.`,
        en: `The ledger ${path} is on a network share (${type}), where two machines could send twice.`,
      },
      {
        fr: 'Placez l’espace de travail sur un disque de cette machine.',
        en: 'Put the workspace on a disk of this machine.',
      },
    ),
  denied: (folder: string, cause: unknown) =>
    refuse(
      {
        fr: `Le registre ne peut pas être écrit dans ${folder} (${reasonOf(cause)}).`,
        en: `The ledger cannot be written in ${folder} (${reasonOf(cause)}).`,
      },
      {
        fr: 'Vérifiez la place sur le disque et les droits de ce dossier : le registre s’ouvre en écriture, même pour être lu.',
        en: 'Check the space on the disk and the permissions of this folder: the ledger is opened for writing even to be read.',
      },
      cause,
    ),
  missing: (path: string) =>
    refuse(
      {
        fr: `Le registre ${path} a disparu ou est vide, alors qu’il y en avait un ici.`,
        en: `The ledger ${path} is missing or empty, although there was one here.`,
      },
      restore,
    ),
  damaged: (path: string, cause?: unknown) =>
    refuse(
      {
        fr: `Le registre ${path} est abîmé ou tronqué : rien n’est envoyé.`,
        en: `The ledger ${path} is damaged or truncated: nothing is sent.`,
      },
      restore,
      cause,
    ),
  locked: (cause: unknown) =>
    refuse(
      {
        fr: 'Un autre processus tient le registre et ne le lâche pas : il est sans doute figé.',
        en: 'Another process holds the ledger and does not let go: it is probably frozen.',
      },
      {
        fr: 'Laissez-le reprendre ou arrêtez-le, puis recommencez.',
        en: 'Let it go on or end it, then try again.',
      },
      cause,
    ),
  overlap: (cause: unknown) =>
    new UserFailure(
      {
        fr: 'Un autre envoi de ce communiqué vient d’être lancé vers les mêmes personnes : celui-ci n’a pas commencé.',
        en: 'Another dispatch of this release to the same people has just begun: this one did not.',
      },
      {
        remedy: {
          fr: 'Voyez `release status`, puis relancez la répétition.',
          en: 'See `release status`, then rehearse again.',
        },
        exitCode: 4,
        cause,
      },
    ),
  noRoom: (cause: unknown) =>
    refuse(
      {
        fr: 'Plus de place pour les fichiers temporaires : la liste n’a pas pu être préparée, et rien n’est envoyé.',
        en: 'No room left for temporary files: the list could not be prepared, and nothing is sent.',
      },
      {
        fr: 'Libérez de la place, ou nommez un autre dossier dans SQLITE_TMPDIR.',
        en: 'Free some space, or name another folder in SQLITE_TMPDIR.',
      },
      cause,
    ),
  newer: (path: string, version: number, known: number) =>
    refuse(
      {
        fr: `Le registre ${path} vient d’une version plus récente de release (format ${version}, ici ${known}).`,
        en: `The ledger ${path} was written by a newer release (format ${version}, this one knows ${known}).`,
      },
      { fr: 'Mettez release à jour sur cette machine.', en: 'Update release on this machine.' },
    ),
  unsealed: (path: string) =>
    refuse(
      {
        fr: `Le sceau du registre (ledger.seal, à côté de ${path}) a disparu : les oppositions effacées ne peuvent plus être reconnues.`,
        en: `The ledger's seal (ledger.seal, beside ${path}) is missing: erased opt-outs can no longer be recognised.`,
      },
      restore,
    ),
  brokenSeal: (path: string) =>
    refuse({ fr: `Le sceau ${path} est illisible.`, en: `The seal ${path} cannot be read.` }, restore),
  stranger: (path: string) =>
    refuse(
      {
        fr: `Le registre ${path} n’est pas celui de cet espace de travail.`,
        en: `The ledger ${path} is not the one of this workspace.`,
      },
      restore,
    ),
  older: (path: string) =>
    refuse(
      {
        fr: `Le registre ${path} est une copie ancienne : des envois faits depuis n’y figurent pas.`,
        en: `The ledger ${path} is an old copy: later sends are not in it.`,
      },
      restore,
    ),
};
