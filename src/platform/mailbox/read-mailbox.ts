// The mailbox that Baton's mails are answered to. What is new in it is read once and marked as seen; nothing is deleted, moved or sent.
import { ImapFlow } from "imapflow";
import { logError } from "../log/log.ts";

/** imaps://user:password@host/ or, on this machine or with STARTTLS, imap://…; the path names the folder, INBOX without one. */
export type MailboxAddress = string;

const mostAtOnce = 200;
const mostBytes = 2_000_000;

/** Hands over the source of every new mail, one after the other. A mail that `take` fails on stays new. Says how many were taken. */
export async function readMailbox(
	address: MailboxAddress,
	take: (source: Buffer) => Promise<void>,
): Promise<number> {
	const url = new URL(address);
	const isSecure = url.protocol === "imaps:";
	const client = new ImapFlow({
		host: url.hostname,
		port: url.port === "" ? (isSecure ? 993 : 143) : Number(url.port),
		secure: isSecure,
		// A password goes over the network only encrypted.
		doSTARTTLS: isSecure || isLocal(url.hostname) ? undefined : true,
		auth: {
			user: decodeURIComponent(url.username),
			pass: decodeURIComponent(url.password),
		},
		logger: false,
		connectionTimeout: 20_000,
		greetingTimeout: 20_000,
		socketTimeout: 60_000,
	});
	// Without a listener a connection that breaks would end this process.
	client.on("error", (error) => logError("mailbox-broken", error));
	await client.connect();
	try {
		const folder = decodeURIComponent(url.pathname.slice(1)) || "INBOX";
		const lock = await client.getMailboxLock(folder);
		try {
			return await takeNew(client, take);
		} finally {
			lock.release();
		}
	} finally {
		await client.logout().catch(() => client.close());
	}
}

async function takeNew(
	client: ImapFlow,
	take: (source: Buffer) => Promise<void>,
): Promise<number> {
	const found = await client.search({ seen: false }, { uid: true });
	let taken = 0;
	for (const uid of (found || []).slice(0, mostAtOnce)) {
		const mail = await client.fetchOne(
			String(uid),
			{ source: { maxLength: mostBytes } },
			{ uid: true },
		);
		if (mail === false || mail.source === undefined) continue;
		await take(mail.source);
		await client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true });
		taken++;
	}
	return taken;
}

function isLocal(host: string): boolean {
	return ["localhost", "127.0.0.1", "[::1]"].includes(host);
}
