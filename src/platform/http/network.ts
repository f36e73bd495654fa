import { isIPv6 } from "node:net";

/**
 * The network a request comes from, only for counting attempts. Behind a proxy on this machine it is the last address in X-Forwarded-For,
 * the one the proxy itself has seen; from anywhere else that header is not believed. Of an IPv6 address the first half counts: whoever has
 * one has all that begin with it.
 */
export function networkOf(
	remote: string | undefined,
	forwardedFor: string | undefined,
): string {
	const seen = (remote ?? "").replace(/^::ffff:/, "");
	const isLocalProxy = seen.startsWith("127.") || seen === "::1";
	const last = forwardedFor?.split(",").at(-1)?.trim();
	const address =
		isLocalProxy && last !== undefined && last !== "" ? last : seen;
	return isIPv6(address) ? `${firstHalf(address)}::/64` : address;
}

function firstHalf(address: string): string {
	const [left = "", right] = address.split("::");
	const groups = left === "" ? [] : left.split(":");
	const after = right === undefined || right === "" ? [] : right.split(":");
	const zeros = right === undefined ? 0 : 8 - groups.length - after.length;
	return [...groups, ...Array<string>(zeros).fill("0"), ...after]
		.slice(0, 4)
		.map((group) => Number.parseInt(group, 16).toString(16))
		.join(":");
}
