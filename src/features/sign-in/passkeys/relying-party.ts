/** Whom a passkey belongs to: it answers this host and no other, however alike the page looks. */
export type RelyingParty = {
	readonly id: string;
	/** As browsers write it: scheme, host and port. */
	readonly origin: string;
	readonly name: string;
};

/** @param url the installation's own address, BATON_URL */
export function relyingPartyOf(
	url: string,
	organisation: string | null,
): RelyingParty {
	const { hostname, origin } = new URL(url);
	return {
		id: hostname,
		origin,
		name: organisation === null ? "Baton" : `Baton · ${organisation}`,
	};
}
