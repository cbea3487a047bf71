import { mandateCard } from '../home/mandate';
import { mandateFormCard } from '../home/mandate-form';
import { mandatePickCard } from '../home/mandate-pick';
import { id, LONG_DEPARTMENT, LONG_NAME, type Sample, samplesOf } from './sample';

const TEXT = 'Du kan aftale praktik og mentor.\nSpørg mig først, hvis det koster mere end 10.000 kr.';
/** The longest that is taken, with characters that JSON writes as two. */
const LONG_TEXT = 'Du kan selv aftale støtte i "hverdagen", også »uden« at spørge.\n'.repeat(20).slice(0, 600);
/** As many lines as it can have. */
const MANY_LINES = '"\n'.repeat(300);

const department = { departmentId: id(1), department: 'Socialafdelingen' };
const long = { departmentId: id(1), department: LONG_DEPARTMENT };
const by = { by: 'Lise Ravnholt', on: '2026-11-23' };

export const mandateSamples: readonly Sample[] = [
  ...samplesOf('mandate', mandateCard, () => ({
    'for a colleague': { ...department, written: { text: TEXT, ...by }, mayWrite: false },
    'for its manager': { ...department, written: { text: TEXT, ...by }, mayWrite: true },
    'nothing written, for a colleague': { ...department, written: null, mayWrite: false },
    'nothing written, for its manager': { ...department, written: null, mayWrite: true },
    'by somebody who is no longer known': { ...department, written: { text: TEXT, ...by, by: '' }, mayWrite: false },
    'the longest': { ...long, written: { text: LONG_TEXT, by: LONG_NAME, on: '2026-09-30' }, mayWrite: true },
    'many lines': { ...long, written: { text: MANY_LINES, by: LONG_NAME, on: '2026-09-30' }, mayWrite: true },
  })),
  ...samplesOf('mandate-form', mandateFormCard, (w) => ({
    'the first': { ...department, over: '', text: '', longest: 600, stands: null, fault: '' },
    'with what stands': { ...department, over: id(2), text: TEXT, longest: 600, stands: null, fault: '' },
    'too long': {
      ...long,
      over: id(2),
      text: LONG_TEXT.repeat(4).slice(0, 2_000),
      longest: 600,
      stands: null,
      fault: w.mandate.form.tooLong(2_000, 600),
    },
    'changed by somebody else meanwhile': {
      ...long,
      over: id(3),
      text: LONG_TEXT,
      longest: 600,
      stands: LONG_TEXT,
      fault: w.mandate.form.changed,
    },
    'a CPR number': { ...department, over: id(2), text: '', longest: 600, stands: TEXT, fault: w.refusals.cpr },
  })),
  ...samplesOf('mandate-pick', mandatePickCard, () => ({
    'two departments': {
      departments: [
        { id: id(1), name: 'Jobcenter Tråby', writes: true },
        { id: id(2), name: 'Social', writes: false },
      ],
      fault: false,
    },
    'none chosen': {
      departments: [
        { id: id(1), name: 'Jobcenter Tråby', writes: true },
        { id: id(2), name: LONG_DEPARTMENT, writes: true },
      ],
      fault: true,
    },
    'a whole municipality': {
      departments: Array.from({ length: 80 }, (_, n) => ({ id: id(n + 1), name: LONG_DEPARTMENT, writes: true })),
      fault: false,
    },
  })),
];
