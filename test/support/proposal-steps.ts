/** What is typed into the form of a proposal about A.K. */
export const proposalTyped = (responsible: string, more: Record<string, string> = {}): Record<string, string> => ({
  text: 'A.K. begynder i virksomhedspraktik hos Tømrer Jensen',
  citizenSays: 'Jeg vil gerne i lære nu',
  meanwhile: 'Kontaktpersonen fortsætter',
  responsible,
  startsOn: '2026-04-13',
  visitation: 'false',
  heard: 'true',
  departments: '',
  leftOut: '',
  ...more,
});
