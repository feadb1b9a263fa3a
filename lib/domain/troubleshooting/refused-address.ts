import type { CheckError } from './check-failure-text.ts';

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/;
/** Hexadecimal groups with at least two colons. Bitget names the address, so that a loose check is enough. */
const IPV6 = /^(?=.*:.*:)[\da-f:]{3,39}(?:%\w+)?$/i;

/**
 * Returns the IP address that Bitget names when it refuses one, or null. Behind a VPN or a provider's NAT only Bitget
 * knows it: 40018 is documented as "Invalid IP,Current request IP {0}".
 */
export function findRefusedAddress(failure: CheckError): string | null {
  if (failure.kind !== 'refused' || failure.cause !== 'address') return null;
  const words = (failure.detail ?? '').split(/[^\w.:%]+/).map((word) => word.replace(/^[.:]+(?=\w)|\.+$/g, ''));
  return words.find((word) => IPV4.test(word) || IPV6.test(word)) ?? null;
}
