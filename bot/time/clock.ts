/**
 * The two clocks of the house, handed on from `main.ts`, the only place that asks the system for the time.
 *
 * `calendar` is the time of the municipality and of every rule: due dates, reminders, working hours, audit. In
 * development it can be moved, and it keeps its place over restarts, so it can stand far from the system's time.
 *
 * `wall` is the time of the outside world: tokens, leases, time-outs, Retry-After. It is never moved. Comparing a value
 * of the one clock with one of the other is always a fault.
 */
export type Clocks = { readonly calendar: () => Date; readonly wall: () => Date };
