import type { Locale } from '../../turn';
import type { Fault } from './fault';
import type { ImportReport } from './run';

/** The faults as lines for a command line: where, what is wrong, and what to write instead. */
export function describeFaults(faults: readonly Fault[], locale: Locale): string {
  const lines = faults.map((fault) => {
    const place = [
      fault.file,
      ...(fault.line > 0 ? [`${locale === 'da' ? 'linje' : 'line'} ${fault.line}`] : []),
      ...(fault.column ? [fault.column] : []),
    ].join(', ');
    return `${place}: ${fault.what[locale]}\n    ${fault.instead[locale]}`;
  });
  const one = faults.length === 1;
  const heading =
    locale === 'da'
      ? `Intet er importeret. ${one ? 'Ret denne fejl' : `Ret disse ${faults.length} fejl`}, og kør importen igen:`
      : `Nothing was imported. Correct ${one ? 'this fault' : `these ${faults.length} faults`} and run the import again:`;
  return [heading, ...lines].join('\n');
}

/** The report as lines for a command line. */
export function describeReport(report: ImportReport, locale: Locale): string {
  return (locale === 'da' ? inDanish(report) : inEnglish(report)).join('\n');
}

function inDanish(report: ImportReport): string[] {
  const { people, pathways } = report;
  return [
    `Afdelinger: ${report.departments}`,
    `Medarbejdere: ${people.created} nye, ${people.updated} ændret, ${people.left} fratrådt, ${people.returned} kommet tilbage`,
    `Borgerforløb: ${pathways.created} nye, ${pathways.filled} udfyldt, ${pathways.unchanged} uændret`,
    `Fravær: ${report.absences === null ? 'ingen fil, så det er som før' : `${report.absences} perioder`}`,
    `Lukkedage: ${report.closures === null ? 'ingen fil, så de er som før' : `${report.closures} perioder`}`,
    ...(report.departmentsGone.length > 0
      ? [`Afdelinger, der ikke længere står i filen: ${report.departmentsGone.join(', ')}`]
      : []),
    ...(report.orphans > 0 ? [`Står nu uden ansvarlig: ${report.orphans}`] : []),
    ...(report.withoutLead.length > 0 ? [`Forløb uden tovholder: ${report.withoutLead.join(', ')}`] : []),
    ...report.differences.map(
      ({ ref, field }) => `${ref}: filen siger noget andet i ${field}. Forløbet er ikke ændret.`,
    ),
  ];
}

function inEnglish(report: ImportReport): string[] {
  const { people, pathways } = report;
  return [
    `Departments: ${report.departments}`,
    `People: ${people.created} new, ${people.updated} changed, ${people.left} left, ${people.returned} back`,
    `Pathways: ${pathways.created} new, ${pathways.filled} filled in, ${pathways.unchanged} unchanged`,
    `Absences: ${report.absences ?? 'no file, so they are as before'}`,
    `Closures: ${report.closures ?? 'no file, so they are as before'}`,
    ...(report.departmentsGone.length > 0
      ? [`Departments that are no longer in the file: ${report.departmentsGone.join(', ')}`]
      : []),
    ...(report.orphans > 0 ? [`Now without an owner: ${report.orphans}`] : []),
    ...(report.withoutLead.length > 0 ? [`Pathways without a case lead: ${report.withoutLead.join(', ')}`] : []),
    ...report.differences.map(
      ({ ref, field }) => `${ref}: the file says otherwise in ${field}. The pathway was left as it is.`,
    ),
  ];
}
