import { expect, it } from 'vitest';
import { alertNotice, riskDetails } from '../../testing/alerts.ts';
import { buildPosition } from '../../testing/builders.ts';
import { english } from '../../testing/english-i18n.ts';
import { NOW } from '../../testing/portfolio.ts';
import type { Decimal } from '../money/amount.ts';
import type { AlertDetails } from './alert-details.ts';
import { formatLogEntry } from './alert-text.ts';

const driver = buildPosition({ mark: '58368', liquidation: '57842.20' });
const entry = (details: AlertDetails) => formatLogEntry(alertNotice({ details }), false, NOW, english);

it('names the account of an alert whose texts do not', () => {
  const reached = riskDetails({ driver: { ...driver, liquidation: '60000' as Decimal }, distance: '0' as Decimal });
  const { title, body, owner } = entry(reached);
  expect(`${title} ${body}`).not.toContain('Main');
  expect(owner).toBe('Main');
});

it.each<[string, AlertDetails]>([
  ['in the title', { rule: 'lost', label: 'Main' }],
  ['in the body', riskDetails({ driver, distance: '0.009' as Decimal })],
])('names no account twice that is named %s', (_, details) => {
  const { title, body, owner } = entry(details);
  expect(`${title} ${body}`).toContain('Main');
  expect(owner).toBeNull();
});

it('names no account where none is meant', () => {
  expect(entry({ rule: 'locked' }).owner).toBeNull();
  expect(entry({ rule: 'liquidating', label: '' }).owner).toBeNull();
});
