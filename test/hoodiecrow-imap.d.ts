declare module "hoodiecrow-imap" {
	import type { Server } from "node:net";

	/** An IMAP server that keeps its folders in memory. */
	export default function hoodiecrow(options: {
		readonly plugins: readonly string[];
		readonly users: Readonly<Record<string, { readonly password: string }>>;
		readonly storage: Readonly<
			Record<string, { readonly messages: readonly { readonly raw: string }[] }>
		>;
	}): {
		readonly server: Server;
		listen(port: number, host: string, done: () => void): void;
		close(done: () => void): void;
		appendMessage(
			folder: string,
			flags: readonly string[],
			internalDate: string | false,
			raw: string,
		): void;
	};
}
