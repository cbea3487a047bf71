import { HostConfig, Strings } from 'adaptivecards';

/** Colours stand as variables, so that one style sheet makes Teams' light look and its dark one. */
const colour = (name: string) => ({ default: `var(--${name})`, subtle: `var(--${name}-subtle)` });
const foregroundColors = {
  default: colour('card-text'),
  dark: colour('card-text'),
  light: colour('card-light'),
  accent: colour('card-accent'),
  good: colour('card-good'),
  warning: colour('card-warning'),
  attention: colour('card-attention'),
};
const container = (name: string) => ({
  backgroundColor: `var(--card-${name}-bg)`,
  borderColor: 'var(--card-line)',
  foregroundColors,
});

/** Teams' measures and colours for cards. */
export function teamsHostConfig(): HostConfig {
  const config = new HostConfig({
    supportsInteractivity: true,
    fontFamily: 'var(--font)',
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    imageSizes: { small: 32, medium: 52, large: 100 },
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 12 },
    separator: { lineThickness: 1, lineColor: 'var(--card-line)' },
    containerStyles: {
      default: container('default'),
      emphasis: container('emphasis'),
      accent: container('accent'),
      good: container('good'),
      warning: container('warning'),
      attention: container('attention'),
    },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'default', color: 'default', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'default', color: 'default' },
      },
      errorMessage: { color: 'attention', size: 'small', spacing: 'small' },
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
      preExpandSingleShowCardAction: false,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    // Below the heading of the chat that the card stands in.
    textBlock: { headingLevel: 3 },
    adaptiveCard: { allowCustomStyle: false },
    factSet: {
      title: { size: 'default', color: 'default', isSubtle: false, weight: 'bolder', wrap: true, maxWidth: 140 },
      value: { size: 'default', color: 'default', isSubtle: false, weight: 'default', wrap: true },
      spacing: 12,
    },
  });
  Strings.defaults.overflowButtonTooltip = () => 'Flere muligheder';
  return config;
}
