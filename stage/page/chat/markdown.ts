import { AdaptiveCard } from 'adaptivecards';
import MarkdownIt from 'markdown-it';

/** What Teams shows of Markdown in a card: emphasis, links and lists; no headings, tables, images or HTML. */
const inCards = new MarkdownIt('zero', { html: false }).enable([
  'emphasis',
  'link',
  'list',
  'newline',
  'escape',
  'entity',
]);
/** A written message may hold more, but no images and no HTML. */
const inText = new MarkdownIt({ html: false, breaks: true }).disable(['image']);

for (const markdown of [inCards, inText]) {
  markdown.renderer.rules.link_open = (tokens, index, options, _env, self) => {
    tokens[index]?.attrSet('target', '_blank');
    tokens[index]?.attrSet('rel', 'noopener noreferrer');
    return self.renderToken(tokens, index, options);
  };
}

/** Safe HTML for a message's text. */
export const textToHtml = (text: string): string => inText.render(text);

/** Lets cards show Markdown. */
export function enableMarkdownInCards(): void {
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = inCards.render(text);
    result.didProcess = true;
  };
}
