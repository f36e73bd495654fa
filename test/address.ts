import { once } from "node:events";
import { createServer, type Server } from "node:net";

/** Where a server of a test's own listens. */
export function addressOf(server: Pick<Server, "address">): {
	readonly port: number;
} {
	const address = server.address();
	if (address === null || typeof address === "string")
		throw new Error("not listening");
	return address;
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = addressOf(server);
	server.close();
	await once(server, "close");
	return port;
}
