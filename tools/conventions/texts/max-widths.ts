/** A place with little room for a text. The width does not count inserted values. */
export type Place = {
  readonly name: string;
  readonly keys: RegExp;
  /** In widths of a Latin letter. A Chinese character counts as two. */
  readonly most: number;
};

/**
 * The popup is 380 px wide, and a card in it 334 px. In the widest of the usual system fonts, a letter takes 7.1 px on
 * average in small text (12 px), and 8 px in large text (13 px, semi-bold).
 */
export const PLACES: readonly Place[] = [
  // https://developer.chrome.com/docs/extensions/reference/manifest/name allows 75, Mozilla's site 50, Edge's shows 45.
  { name: 'the name in stores', keys: /^appName$/, most: 45 },
  // https://developer.chrome.com/docs/extensions/reference/manifest/name advises 12; the product's own name has 13.
  { name: 'the short name', keys: /^appShortName$/, most: 13 },
  // https://developer.chrome.com/docs/extensions/reference/manifest/description
  { name: 'the description in stores', keys: /^appDescription$/, most: 132 },
  // Half of a card, where four do not fit side by side: 163 px.
  {
    name: 'the four figures of a card',
    keys: /^(figure_(available|accountEquity|effEquity)|card_free|head_pnl)$/,
    most: 22,
  },
  // Right of the title of a card, which is to keep 150 px: the sparkline and a coin's name.
  { name: 'the level of a card', keys: /^level_/, most: 16 },
  { name: 'the level of a card that is not known', keys: /^risk_(was|partly)$/, most: 24 },
  // Beside a label, in one line with it.
  { name: 'a kind of futures', keys: /^product_/, most: 24 },
  { name: 'a chip', keys: /^chip_(?!title)/, most: 18 },
  // A third of a card: 106 px.
  { name: 'a figure of a position', keys: /^position_(size|margin|entry|mark|liquidation)$/, most: 15 },
  // Three of them, the buttons of a file and a heading are in one line of 334 px.
  { name: 'how far back', keys: /^range_/, most: 9 },
  { name: 'the buttons over the history', keys: /^(back|csv_export)$/, most: 18 },
  // Beside five tools in the popup's head: 200 px, and the age after it.
  { name: 'what the large number is', keys: /^total_label$/, most: 20 },
  { name: 'beside the small total', keys: /^total_pnl$/, most: 18 },
  // A line of 330 px beside a button.
  { name: 'a fold', keys: /^fold_(one|few|many|other)$/, most: 38 },
  { name: 'the button of a fold', keys: /^(fold_(show|hide))$/, most: 18 },
  // Columns of 62 and 80 px in the smallest text.
  { name: 'the head of a column of rows', keys: /^list_(liquidation|ratio)$/, most: 12 },
  { name: 'the head of the equity of accounts', keys: /^list_equity$/, most: 15 },
  { name: 'what rows have in common', keys: /^list_(urgent|calm|others|(calm_)?accounts)$/, most: 24 },
  { name: 'an order of rows', keys: /^order(_|$)/, most: 24 },
  // Menus cut nothing short of the screen, but one that is wider than others looks broken.
  {
    name: 'the menu of the toolbar button',
    keys: /^(refresh|menu_hide|mute|unmute|span_.*|settings)$/,
    most: 32,
  },
  // A button breaks its text only where it must; two are to fit side by side in 334 px, 24 px being its own.
  {
    name: 'a button',
    keys: /^(connect|show_sample_data|sample_remove|understood|allow|try_now|unlock|lock_now|save|edit|remove|cancel|check_again|check_and_save|keep_change|save_anyway|keep_out|demo_o.*|condition_add|alert_test|log_e(xport|rase)|open_settings|reset|first_done)$/,
    most: 30,
  },
  // Three columns of 160 px.
  { name: 'the label of a level', keys: /^threshold_from$/, most: 16 },
  { name: 'a choice of appearance', keys: /^(theme|up)_(?!hint)/, most: 30 },
  { name: 'the head of the table of alerts', keys: /^log_(when|what|status)$/, most: 14 },
  // Windows and macOS show about 45 letters of a title; the account, the rate and the level want 30.
  { name: 'the title of an alert', keys: /^alert_(rise|repeat|recovery|lost|back)$/, most: 30 },
  // Ages stand beside a heading.
  { name: 'an age', keys: /^(ago|in)_/, most: 14 },
];
