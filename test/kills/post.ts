// A mail server for as long as Batons come and go: it can itself be cut off in the middle and come back at the same port.
import { mailServer } from "../mail-server.ts";

export type Arrival = { readonly at: Date; readonly source: Buffer };

/**
 * Whether something broke off between two arrivals of one mail. What a killed process had sent already is read a little after its end; how
 * much later depends on how busy the machine is.
 */
export function isBetween(broke: Date, first: Date, second: Date): boolean {
	return broke.getTime() >= first.getTime() - 10_000 && broke <= second;
}

export type Post = Awaited<ReturnType<typeof openPost>>;

export async function openPost() {
	const arrivals: Arrival[] = [];
	const cuts: Date[] = [];
	let onArrival: (count: number) => void = () => {};
	let server = await mailServer();
	const { port, postOffice } = server;
	listen();

	function listen(): void {
		server.whenTaken(() => {
			const source = server.received.at(-1);
			if (source === undefined) return;
			arrivals.push({ at: new Date(), source });
			onArrival(arrivals.length);
		});
	}

	return {
		smtpUrl: postOffice.smtpUrl,
		/** In the order in which they came whole. */
		arrivals,
		/** When it was cut off. */
		cuts,
		/** Called with how many have come, before the sender of the last is told so. */
		whenArrived: (then: (count: number) => void) => {
			onArrival = then;
		},
		/** Drops every conversation, and answers nobody for a while. */
		cut: async (wait: () => Promise<unknown>): Promise<void> => {
			cuts.push(new Date());
			await server.die();
			await wait();
			server = await mailServer(port);
			listen();
		},
		[Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
	};
}
