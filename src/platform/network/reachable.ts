import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** What Baton may speak to when somebody else names the address. */
export type Reach = {
	readonly allowsAddress: (address: string) => boolean;
	readonly allowsPort: (port: number) => boolean;
};

/** The public internet, where web servers listen. */
export const publicInternet: Reach = {
	allowsAddress: isPublic,
	allowsPort: (port) => [80, 443, 8080, 8443].includes(port),
};

/**
 * Whether an address belongs to the public internet: plain unicast, and nothing that stands for something else. Private (RFC 1918, 4193), loopback,
 * link-local (with the metadata services of clouds), shared (RFC 6598), multicast, reserved and documentation ranges are refused; of IPv6 also
 * what carries an IPv4 address inside: mapped, translated (RFC 6052, 6145), 6to4, Teredo.
 */
export function isPublic(address: string): boolean {
	if (isIP(address) === 0 || !ipaddr.isValid(address)) return false;
	const read = ipaddr.parse(address);
	if (read.range() !== "unicast") return false;
	// IPv4-compatible (::a.b.c.d, RFC 4291 2.5.5.1) and all else below ::/8 is set aside, and so is what is not global unicast, 2000::/3.
	return !(read instanceof ipaddr.IPv6) || (read.parts[0] ?? 0) >> 13 === 1;
}
