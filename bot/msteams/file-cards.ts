import type { FileOffer } from '../turn';
import type { Content } from './sender';

/** Where Teams lets the bot put a file that somebody took, and what the file is there. */
export type FilePlace = {
  readonly uploadUrl: string;
  readonly contentUrl: string;
  /** As it is called there: Teams renames a file whose name is taken. */
  readonly name: string;
  readonly uniqueId: string;
  readonly fileType: string;
};

/**
 * Asks whether the person wants the file among their own: Teams' own card, which comes back as `fileConsent/invoke`.
 * Source: msteams-docs, bots-filesv4, "Message requesting permission to upload".
 */
export function consentContent({ name, description, bytes, verb, data }: FileOffer): Content {
  const context = { verb, data };
  return {
    type: 'message',
    summary: description,
    attachments: [
      {
        contentType: 'application/vnd.microsoft.teams.card.file.consent',
        name,
        content: { description, sizeInBytes: bytes, acceptContext: context, declineContext: context },
      },
    ],
  };
}

/** Shows a file that stands among the person's own. Source: as above, "Notifying the user about an uploaded file". */
export function fileContent({ contentUrl, name, uniqueId, fileType }: FilePlace): Content {
  return {
    type: 'message',
    summary: name,
    attachments: [
      {
        contentType: 'application/vnd.microsoft.teams.card.file.info',
        contentUrl,
        name,
        content: { uniqueId, fileType },
      },
    ],
  };
}
