import assert from "node:assert/strict";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import test from "node:test";
import { fetchText, readAddress } from "./fetch-text.ts";
import { isPublic, publicInternet, type Reach } from "./reachable.ts";

const refused = `
	127.0.0.1 127.255.0.3 0.0.0.0 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 100.127.255.254
	192.0.0.8 192.0.2.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1 240.0.0.1 255.255.255.255
	:: ::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::127.0.0.1 ::8.8.8.8 64:ff9b::7f00:1 64:ff9b::808:808 64:ff9b:1::1 100::1
	fc00::1 fd12:3456::1 fe80::1 fec0::1 ff02::1 2001:db8::1 2002:7f00:1::1 2001::1 2001:0:53aa::1 3fff:ffff::zz 1.2.3 0x7f000001 2130706433 localhost
`
	.trim()
	.split(/\s+/);

test("only the public internet is spoken to", () => {
	assert.deepEqual(refused.filter(isPublic), []);
	for (const address of ["8.8.8.8", "93.184.216.34", "2606:4700:4700::1111"])
		assert.ok(isPublic(address), address);
});

test("an address is http or https to an allowed port, without credentials", () => {
	const read = (text: string) => readAddress(text, publicInternet)?.href;
	assert.equal(
		read(" webcal://calendar.example/a.ics?key=1 "),
		"https://calendar.example/a.ics?key=1",
	);
	for (const text of [
		"file:///etc/passwd",
		"ftp://calendar.example/a.ics",
		"https://me:secret@calendar.example/a.ics",
		"https://calendar.example:22/a.ics",
		"http://127.0.0.1/a.ics",
		"http://2130706433/a.ics",
		"http://0x7f.1/a.ics",
		"http://[::1]/a.ics",
		"http://[::ffff:169.254.169.254]/a.ics",
		"calendar.example/a.ics",
		"",
	])
		assert.equal(read(text), undefined, text);
});

async function serverOn(answer: RequestListener) {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		asked.push(request.url ?? "");
		answer(request, response);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	return {
		port,
		asked,
		[Symbol.asyncDispose]: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

const local: Reach = {
	allowsAddress: (address) => address === "127.0.0.1",
	allowsPort: () => true,
};

const limits = {
	reach: local,
	milliseconds: 5000,
	bytes: 1000,
	accept: "text/calendar",
};

test("a text comes as it is, a redirect is followed by the same rules, and trouble has a name", async () => {
	await using server = await serverOn((request, response) => {
		switch (request.url ?? "") {
			case "/there":
				response.end("BEGIN:VCALENDAR");
				break;
			case "/moved":
				response.writeHead(302, { location: "/there" }).end();
				break;
			case "/inside":
				response.writeHead(302, { location: "http://127.0.0.2/there" }).end();
				break;
			case "/metadata":
				response
					.writeHead(302, { location: "http://169.254.169.254/latest" })
					.end();
				break;
			case "/round":
				response.writeHead(302, { location: "/round" }).end();
				break;
			case "/secret":
				response.writeHead(401).end();
				break;
			case "/large":
				response.end("x".repeat(1001));
				break;
			case "/packed":
				response.writeHead(200, { "content-encoding": "gzip" }).end("x");
				break;
			case "/endless":
				response.write("x");
				break;
			default:
				response.writeHead(404).end();
		}
	});
	const ask = async (path: string, milliseconds = 5000) => {
		const found = await fetchText(`http://127.0.0.1:${server.port}${path}`, {
			...limits,
			milliseconds,
		});
		return found.ok ? found.text : found.why;
	};
	assert.equal(await ask("/there"), "BEGIN:VCALENDAR");
	assert.equal(await ask("/moved"), "BEGIN:VCALENDAR");
	assert.equal(await ask("/inside"), "not-allowed");
	assert.equal(await ask("/metadata"), "not-allowed");
	assert.equal(await ask("/round"), "too-many-redirects");
	assert.equal(await ask("/secret"), "needs-sign-in");
	assert.equal(await ask("/nowhere"), "not-found");
	assert.equal(await ask("/large"), "too-large");
	assert.equal(await ask("/packed"), "refused");
	assert.equal(await ask("/endless", 200), "too-slow");
});

test("a name that leads to this machine reaches nothing, and the connection goes to the address that was judged", async () => {
	await using server = await serverOn((_, response) => response.end("inside"));
	const url = `http://localhost:${server.port}/`;
	const anyPort = { ...publicInternet, allowsPort: () => true };
	assert.deepEqual(await fetchText(url, { ...limits, reach: anyPort }), {
		ok: false,
		why: "not-allowed",
	});
	assert.deepEqual(server.asked, []);
	const judged: string[] = [];
	const found = await fetchText(url, {
		...limits,
		reach: {
			allowsPort: () => true,
			allowsAddress: (address) => {
				judged.push(address);
				return true;
			},
		},
	});
	assert.ok(judged.length > 0);
	// Where the name has an IPv6 address first, nobody listens there; otherwise it is the server of this test.
	if (judged[0] === "127.0.0.1") assert.ok(found.ok);
});
