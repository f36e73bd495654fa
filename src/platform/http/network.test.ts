import assert from "node:assert/strict";
import test from "node:test";
import { networkOf } from "./network.ts";

test("a proxy on this machine says who is behind it; nobody else does", () => {
	assert.equal(networkOf("127.0.0.1", "6.6.6.6, 203.0.113.9"), "203.0.113.9");
	assert.equal(networkOf("::ffff:127.0.0.1", "203.0.113.9"), "203.0.113.9");
	assert.equal(networkOf("203.0.113.9", "127.0.0.1"), "203.0.113.9");
	assert.equal(networkOf("127.0.0.1", undefined), "127.0.0.1");
	assert.equal(networkOf(undefined, undefined), "");
});

test("one IPv6 network counts as one, however its addresses are written", () => {
	const network = networkOf("2001:db8:0:7::1", undefined);
	assert.equal(network, "2001:db8:0:7::/64");
	assert.equal(networkOf("2001:0db8:0:0007:a:b:c:d", undefined), network);
	assert.notEqual(networkOf("2001:db8:0:8::1", undefined), network);
});
