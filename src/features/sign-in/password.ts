import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { inTurn, turns } from "../../platform/http/turns.ts";

const derive = promisify(argon2);

/** OWASP's recommendation for argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;

export const shortestPassword = 12;
export const longestPassword = 200;

/** argon2id in PHC string form. */
export async function hashPassword(password: string): Promise<string> {
	const salt = randomBytes(16);
	const tag = await tagOf(password, salt);
	return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${unpadded(salt)}$${unpadded(tag)}`;
}

/** Takes the same time whether there is a hash or not, so that the answer does not tell who has an account. */
export async function isPassword(
	password: string,
	stored: string | undefined,
): Promise<boolean> {
	const [, , , , salt = "", tag = ""] = (stored ?? nobody).split("$");
	const expected = Buffer.from(tag, "base64");
	const found = await tagOf(password, Buffer.from(salt, "base64"));
	return (
		expected.length === found.length &&
		timingSafeEqual(expected, found) &&
		stored !== undefined
	);
}

const nobody = `$argon2id$v=19$m=19456,t=2,p=1$${"A".repeat(22)}$${"A".repeat(43)}`;

// At most two hashes at once: each takes a core for a tenth of a second, and a burst of sign-ins must not stop the pages.
const hashing = turns({ atOnce: 2, mostWaiting: Number.POSITIVE_INFINITY });

/**
 * For every route that hashes a password: two at once, some sixty in line before their transactions open, so that the line holds no
 * connections; whoever comes after that is asked to come back in ten seconds.
 */
export const passwordTurns = turns({ atOnce: 2, mostWaiting: 60 });

function tagOf(password: string, salt: Buffer): Promise<Buffer> {
	return inTurn(hashing, () =>
		derive("argon2id", {
			message: password.normalize("NFC"),
			nonce: salt,
			tagLength: 32,
			...cost,
		}),
	);
}

function unpadded(bytes: Buffer): string {
	return bytes.toString("base64").replace(/=+$/, "");
}
