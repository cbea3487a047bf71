import type { FileCard } from '../chat';

const kilobyte = 1024;

/** `62 kB`, `1,4 MB`: as large as it looks in a list of files. */
function size(bytes: number): string {
  const amount = bytes < kilobyte ** 2 ? [bytes / kilobyte, 'kB', 0] : [bytes / kilobyte ** 2, 'MB', 1];
  const [value, unit, digits] = amount as [number, string, number];
  const shown = new Intl.NumberFormat('da-DK', { maximumFractionDigits: digits }).format(Math.max(1, value));
  return `${shown} ${unit}`;
}

type FileProps = {
  readonly file: FileCard;
  readonly busy: boolean;
  readonly onAnswer: (accepted: boolean) => void;
};

/** Teams' own file cards: the offer, and the file among one's own. */
export function File({ file, busy, onAnswer }: FileProps) {
  return (
    <section class="card file" aria-label={`Fil: ${file.name}`} aria-busy={busy}>
      <svg class="file-mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d="M6 2h8l5 5v15H6V2Z" />
        <path class="fold" d="M14 2v5h5" />
      </svg>
      <div class="file-text">
        <p class="file-name">{file.name}</p>
        {file.kind === 'offered' ? (
          <>
            <p>{file.description}</p>
            <p class="file-size">{size(file.bytes)}. Filen lægges i dine egne filer.</p>
            <div class="file-actions">
              <button type="button" class="primary" disabled={busy} onClick={() => onAnswer(true)}>
                Hent
              </button>
              <button type="button" disabled={busy} onClick={() => onAnswer(false)}>
                Nej tak
              </button>
            </div>
          </>
        ) : (
          <p>
            <a href={file.url} target="_blank" rel="noopener noreferrer">
              Åbn filen
            </a>
          </p>
        )}
      </div>
    </section>
  );
}
