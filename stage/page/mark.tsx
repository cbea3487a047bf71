/** The red thread with a knot for every step: those behind are filled, the one at hand is ringed. */
export function ThreadOfSteps({
  count,
  at,
  done,
}: {
  readonly count: number;
  readonly at: number;
  readonly done: boolean;
}) {
  const gap = 26;
  const x = (step: number) => 10 + step * gap;
  const y = (step: number) => 14 + (step % 2 === 0 ? 3 : -3);
  const line = (to: number) =>
    Array.from({ length: to }, (_, step) => {
      const middle = (x(step) + x(step + 1)) / 2;
      return `C${middle} ${y(step)} ${middle} ${y(step + 1)} ${x(step + 1)} ${y(step + 1)}`;
    }).join(' ');
  return (
    <svg class="thread-steps" viewBox={`0 0 ${x(count - 1) + 10} 28`} aria-hidden="true" focusable="false">
      <path class="ahead" d={`M${x(0)} ${y(0)} ${line(count - 1)}`} />
      <path class="behind" d={`M${x(0)} ${y(0)} ${line(at)}`} />
      {Array.from({ length: count }, (_, step) => (
        <circle
          key={step}
          class={step < at || (step === at && done) ? 'behind' : step === at ? 'here' : 'ahead'}
          cx={x(step)}
          cy={y(step)}
          r={step === at ? 6 : 4}
        />
      ))}
    </svg>
  );
}
