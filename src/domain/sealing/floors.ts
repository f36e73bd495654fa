// What a browser accepts at the least, whatever the server tells it: a server that could lower these could guess a passphrase at leisure.

/** PBKDF2-HMAC-SHA-256 (OWASP Password Storage Cheat Sheet, 2023). */
export const passphraseRounds = 600_000;

/** Of 2,048 words each: 66 bits. */
export const passphraseWords = 6;

/** Bytes of salt beside a passphrase and of input to a passkey. */
export const saltBytes = 32;

/** Ways to open one's keys that must exist before the first text is sealed. */
export const fewestUnlockers = 2;
