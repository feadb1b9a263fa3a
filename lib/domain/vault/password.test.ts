import { describe, expect, it } from 'vitest';
import { findWeakness } from './password.ts';

describe('a new password', () => {
  it.each([
    '111111111111',
    'aAaAaAaAaAaA',
    'abcabcabcabc',
    'hunter2hunter2',
    'swordfishswordfish',
    '1212121212121',
    'aabbccddacbd',
    'v7#Kq2!mZr9v7#Kq2!mZr9',
  ])('repeats itself: %s', (password) => {
    expect(findWeakness(password)).toBe('repeated');
  });

  it.each([
    '123456789012',
    '098765432109',
    'abcdefghijkl',
    'ZYXWVUTSRQPO',
    'qwertyuiop[]',
    'qwertyuiop12',
    'asdfghjkl123',
    '1q2w3e4r5t6y',
    'qwerty123456',
    '!@#$%^&*()12',
    'v7#kabcd4567',
    'abcdefghv7kqz',
  ])('is a run of the alphabet, the digits or the keyboard: %s', (password) => {
    expect(findWeakness(password)).toBe('sequence');
  });

  it.each([
    'password1234',
    'Password2026!',
    'P@ssw0rd!2026',
    'iloveyou2024',
    'letmein123456',
    'administrator',
    'welcome12345!',
    'bitgetbitcoin',
    'Bitget-2026-!!',
    'passwordvzkqr',
    'passwordvzkqr2026!',
  ])('is made of the most common ones: %s', (password) => {
    expect(findWeakness(password)).toBe('common');
  });

  it.each([
    'correct horse battery staple',
    'four random words only',
    'another password',
    'v7#Kq2!mZr9p',
    'v7#Kq2!mZr9v',
    'v7#Kq2!mZr9pv7#Kq2!mZr9p',
    'aabbccddeeacbdeb',
    'abcdefghv7kqzr',
    'passwordvzkqrm',
    'v7kabcqz456m',
    'пароль из слов',
    'tangerine-moth',
    '9f8a1c04e7d2',
  ])('is acceptable: %s', (password) => {
    expect(findWeakness(password)).toBeNull();
  });
});
