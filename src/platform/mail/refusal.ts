/** What nodemailer knows of a failed conversation: a code of its own ("ECONNECTION"), and where the server answered its reply. */
function facts(error: unknown) {
	const known: Readonly<Record<string, unknown>> = Object(error);
	return {
		code: typeof known["code"] === "string" ? known["code"] : undefined,
		command:
			typeof known["command"] === "string" ? known["command"] : undefined,
		reply:
			typeof known["responseCode"] === "number"
				? known["responseCode"]
				: undefined,
		response: typeof known["response"] === "string" ? known["response"] : "",
	};
}

/** The server's reply code where there is one, else what went wrong on the way; never its text, which can repeat the address. */
export function refusedBy(error: unknown): string {
	const { reply, code } = facts(error);
	return reply === undefined ? (code ?? "failed") : String(reply);
}

/**
 * The reply code where the server said for good that this address takes no mail: to RCPT, 550 (no mailbox), 551 (not local) or 553 (not a
 * mailbox name), RFC 5321 4.2.3. A policy of the server (enhanced status 5.7, RFC 3463) says nothing about the address: a relay set up wrongly
 * refuses everybody.
 */
export function addressRefusal(error: unknown): string | undefined {
	const { command, reply, response } = facts(error);
	if (command !== "RCPT TO" || reply === undefined) return undefined;
	if (![550, 551, 553].includes(reply)) return undefined;
	return /\b5\.7\.\d/.test(response) ? undefined : String(reply);
}
