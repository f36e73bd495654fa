// Reports that a mail came back (RFC 3464): a multipart/report whose second part is a list of fields, for machines, and whose third is the
// mail it is about, or its headers. Nothing but those fields is believed; the words for people are different at every server.

export type DeliveryFailure = {
	/** Of the mail that came back, with its brackets: "<…@baton>". */
	readonly messageId: string;
	/** The address it was sent to. */
	readonly recipient: string;
	/** Enhanced status code (RFC 3463), "5.1.1". */
	readonly status: string;
};

const LONGEST = 2_000_000;

/**
 * What a mail, as it came over the wire, reports as undeliverable for good because of its address; undefined where it is no such report.
 * Mailboxes that are full, delays and refusals for policy say nothing about an address and are no failure here.
 */
export function deliveryFailure(source: string): DeliveryFailure | undefined {
	const parts = partsOf(source.slice(0, LONGEST), "multipart/report");
	const status = parts.find(({ type }) => type === "message/delivery-status");
	const returned = parts.find(
		({ type }) =>
			type === "message/rfc822" ||
			type === "text/rfc822-headers" ||
			type === "message/rfc822-headers",
	);
	if (status === undefined || returned === undefined) return undefined;
	const messageId = fieldsOf(headOf(returned.body)).get("message-id");
	const failed = status.body
		.split(/\n[ \t]*\n/)
		.map(fieldsOf)
		.find(
			(fields) =>
				fields.get("action")?.toLowerCase() === "failed" &&
				isAboutAddress(fields.get("status") ?? ""),
		);
	const recipient = addressIn(
		failed?.get("original-recipient") ?? failed?.get("final-recipient"),
	);
	const code = /\d\.\d+\.\d+/.exec(failed?.get("status") ?? "")?.[0];
	const id = /<[^<>\s]+>/.exec(messageId ?? "")?.[0];
	return id === undefined || recipient === undefined || code === undefined
		? undefined
		: { messageId: id, recipient, status: code };
}

// Unknown or closed mailbox, unknown host, and servers that say no more than "failed for good".
function isAboutAddress(status: string): boolean {
	return /^5\.(0\.\d+|1\.\d+|2\.1|4\.4)\b/.test(status.trim());
}

// "rfc822; ingrid@meridian.example"
function addressIn(field: string | undefined): string | undefined {
	const address = field?.split(";").at(-1)?.trim().replace(/^<|>$/g, "");
	return address?.includes("@") === true ? address : undefined;
}

type Part = { readonly type: string; readonly body: string };

function partsOf(source: string, wanted: string): readonly Part[] {
	const text = source.replaceAll("\r\n", "\n");
	const type = fieldsOf(headOf(text)).get("content-type") ?? "";
	if (!type.toLowerCase().startsWith(wanted)) return [];
	const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type) ?? [];
	const boundary = quoted ?? bare;
	if (boundary === undefined) return [];
	return text
		.split(`\n--${boundary}`)
		.slice(1)
		.map((part) => part.replace(/^[ \t]*\n/, ""))
		.map((part) => {
			const fields = fieldsOf(headOf(part));
			const [kind = ""] = (fields.get("content-type") ?? "").split(";");
			return {
				type: kind.trim().toLowerCase(),
				body: decoded(
					part.slice(headOf(part).length).replace(/^\n+/, ""),
					fields.get("content-transfer-encoding") ?? "",
				),
			};
		});
}

function decoded(body: string, encoding: string): string {
	switch (encoding.trim().toLowerCase()) {
		case "base64":
			return Buffer.from(body, "base64")
				.toString("latin1")
				.replaceAll("\r\n", "\n");
		case "quoted-printable":
			return body
				.replace(/=\n/g, "")
				.replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
					String.fromCharCode(Number.parseInt(hex, 16)),
				);
		default:
			return body;
	}
}

/** Everything before the first empty line. */
function headOf(text: string): string {
	const end = text.search(/\n[ \t]*\n/);
	return end === -1 ? text : text.slice(0, end + 1);
}

/** Header fields by lower-case name, unfolded; of a repeated one the first. */
function fieldsOf(head: string): ReadonlyMap<string, string> {
	const fields = new Map<string, string>();
	for (const line of head.replace(/\n[ \t]+/g, " ").split("\n")) {
		const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
		if (name === undefined || fields.has(name.toLowerCase())) continue;
		fields.set(name.toLowerCase(), value ?? "");
	}
	return fields;
}
