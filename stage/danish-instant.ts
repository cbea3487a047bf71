const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  dateStyle: 'short',
  timeStyle: 'short',
});

/**
 * The instant (ISO) at which Danish clocks show `day` (`YYYY-MM-DD`) and `time` (`HH:MM`): the later one where they show it
 * twice, and an hour on where they skip it.
 */
export function danishInstant(day: string, time: string): string {
  const shown = Date.parse(`${day}T${time}Z`);
  const [winter, summer] = [1, 2].map((hours) => new Date(shown - hours * 3_600_000)) as [Date, Date];
  const isRight = (instant: Date) => clock.format(instant) === `${day} ${time}`;
  return (isRight(winter) || !isRight(summer) ? winter : summer).toISOString();
}
