// A real SMTP server for tests: keeps what it is handed, and can refuse, or go away in the middle.
import type { AddressInfo } from "node:net";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";

export type MailServer = Awaited<ReturnType<typeof mailServer>>;

export async function mailServer(port = 0) {
	const received: Buffer[] = [];
	/** Called when a mail has come whole and before the sender is told so. */
	let onTaken: () => void = () => {};
	let refuse: (address: string) => string | undefined = () => undefined;
	const sockets = new Set<{ destroy: () => void }>();
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ["STARTTLS"],
		onRcptTo({ address }, _session, done) {
			const reply = refuse(address);
			if (reply === undefined) return done();
			const [code, text = ""] = reply.split(/ (.*)/);
			done(Object.assign(new Error(text), { responseCode: Number(code) }));
		},
		onData(stream, _session, done) {
			const chunks: Buffer[] = [];
			stream.on("data", (chunk: Buffer) => chunks.push(chunk));
			stream.on("end", () => {
				received.push(Buffer.concat(chunks));
				onTaken();
				done();
			});
		},
	});
	// Whoever goes away while spoken to is no error of ours.
	server.on("error", () => {});
	server.server.on("connection", (socket) => sockets.add(socket));
	await new Promise<void>((resolve) =>
		server.listen(port, "127.0.0.1", resolve),
	);
	const address = server.server.address() as AddressInfo;
	const stop = () => new Promise<void>((resolve) => server.close(resolve));
	return {
		port: address.port,
		postOffice: {
			smtpUrl: `smtp://127.0.0.1:${address.port}`,
			from: "Baton <baton@meridian.example>",
		},
		received,
		mails: (): Promise<ParsedMail[]> =>
			Promise.all(received.map((mail) => simpleParser(mail))),
		whenTaken: (then: () => void) => {
			onTaken = then;
		},
		/** What RCPT TO is answered for an address, "550 5.1.1 No such user"; nothing: it is welcome. */
		refusing: (by: (address: string) => string | undefined) => {
			refuse = by;
		},
		/** Goes away at once, whoever is being spoken to. */
		die: () => {
			for (const socket of sockets) socket.destroy();
			return stop();
		},
		[Symbol.asyncDispose]: stop,
	};
}
