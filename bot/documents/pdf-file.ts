import PDFDocument from 'pdfkit';
import type { Locale } from '../turn';
import { fonts } from './fonts';
import { MARGIN } from './looks';
import { printable } from './printable';

export type FileOptions = {
  readonly locale: Locale;
  /** What the document is called in the window of its reader. */
  readonly title: string;
  /** Tells documents of the same title and moment apart. */
  readonly subject: string;
  /** The municipality: stands at the top of the first page. */
  readonly sender: string;
  /** When the content was written: the document bears it, never the hour at which it is drawn. */
  readonly writtenAt: Date;
};

/**
 * A PDF that a screen reader can follow (tags, language, title; PDF/UA-1 is declared), with its fonts `regular` and
 * `strong` in it. Nothing is compressed: what a compressor makes differs from one version of Node to the next, and the same
 * content must give the same bytes.
 */
export function openFile(options: FileOptions): PDFKit.PDFDocument {
  const settings = {
    size: 'A4',
    margins: { ...MARGIN },
    pdfVersion: '1.7',
    lang: options.locale === 'da' ? 'da-DK' : 'en-GB',
    tagged: true,
    displayTitle: true,
    compress: false,
    bufferPages: true,
    // A default font would be Helvetica, and be named in the document without being in it.
    font: null,
    subset: 'PDF/UA',
    info: {
      Title: property(options.title),
      Author: property(options.sender),
      Subject: property(options.subject),
      Creator: 'Rød Tråd',
      Producer: 'PDFKit',
      CreationDate: options.writtenAt,
      ModDate: options.writtenAt,
    },
  };
  // The types know neither `subset: 'PDF/UA'` nor `font: null`.
  const doc = new PDFDocument(settings as unknown as PDFKit.PDFDocumentOptions);
  const { regular, semiBold } = fonts();
  return doc.registerFont('regular', regular).registerFont('strong', semiBold);
}

/** @returns the document's bytes */
export async function closeFile(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  doc.end();
  const parts: Uint8Array[] = [];
  for await (const part of doc) parts.push(part as Uint8Array);
  return new Uint8Array(Buffer.concat(parts));
}

/** The library writes the document's properties into XML as they are. */
function property(text: string): string {
  return printable(text).replace(/[<>&]/g, ' ').trim();
}
