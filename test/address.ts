import type { ServerType } from "@hono/node-server";

/** Where a server of a test's own listens. */
export function addressOf(server: ServerType): { readonly port: number } {
	const address = server.address();
	if (address === null || typeof address === "string")
		throw new Error("not listening");
	return address;
}
