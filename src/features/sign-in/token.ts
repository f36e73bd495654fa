import { createHash, randomBytes } from "node:crypto";

/** 256 random bits. The holder has the token, the database only its hash. */
export type Token = { readonly token: string; readonly hash: Buffer };

export function newToken(): Token {
	const token = randomBytes(32).toString("base64url");
	return { token, hash: tokenHash(token) };
}

export function tokenHash(token: string): Buffer {
	return createHash("sha256").update(token).digest();
}
