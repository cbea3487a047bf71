import type { FileCard } from '../../chat';
import { type Language, useSpeech } from '../words/words';

const kilobyte = 1024;

/** `62 kB`, `1,4 MB`: as large as it looks in a list of files. */
function size(bytes: number, language: Language): string {
  const amount = bytes < kilobyte ** 2 ? [bytes / kilobyte, 'kB', 0] : [bytes / kilobyte ** 2, 'MB', 1];
  const [value, unit, digits] = amount as [number, string, number];
  const shown = new Intl.NumberFormat(language === 'da' ? 'da-DK' : 'en-GB', { maximumFractionDigits: digits }).format(
    Math.max(1, value),
  );
  return `${shown} ${unit}`;
}

type FileProps = {
  readonly file: FileCard;
  readonly busy: boolean;
  readonly onAnswer: (accepted: boolean) => void;
};

/** Teams' own file cards: the offer, and the file among one's own. */
export function File({ file, busy, onAnswer }: FileProps) {
  const { language, words } = useSpeech();
  return (
    <article class="card file" aria-label={words.file.label(file.name)} aria-busy={busy}>
      <svg class="file-mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d="M6 2h8l5 5v15H6V2Z" />
        <path class="fold" d="M14 2v5h5" />
      </svg>
      <div class="file-text">
        <p class="file-name">{file.name}</p>
        {file.kind === 'offered' ? (
          <>
            <p>{file.description}</p>
            <p class="file-size">{words.file.kept(size(file.bytes, language))}</p>
            <div class="file-actions">
              <button type="button" class="primary" disabled={busy} onClick={() => onAnswer(true)}>
                {words.file.take}
              </button>
              <button type="button" disabled={busy} onClick={() => onAnswer(false)}>
                {words.file.leave}
              </button>
            </div>
          </>
        ) : (
          <p>
            <a href={file.url} target="_blank" rel="noopener noreferrer">
              {words.file.open}
            </a>
          </p>
        )}
      </div>
    </article>
  );
}
