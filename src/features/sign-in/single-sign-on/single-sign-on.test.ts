import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import test from "node:test";
import Provider from "oidc-provider";
import { addressOf } from "../../../../test/address.ts";
import type { Client } from "../../../../test/client.ts";
import { clientId, falseProvider } from "../../../../test/identity-provider.ts";
import { asOwner } from "../../../../test/owner.ts";
import {
	arrive,
	linked,
	pathOf,
	setOut,
	trusting,
} from "../../../../test/single-sign-on.ts";
import { establishedWorld } from "../../../../test/world.ts";

test("against oidc-provider: Ada links her account, signs out, and signs in through it", async () => {
	await using provider = await honestProvider();
	await using world = await establishedWorld(trusting(provider));
	const ada = await world.as(world.ada);
	const begun = await ada.send("/me/identity", {});
	assert.match(begun.text, /Now show Meridian account who you are/);
	const [address = ""] = /http:[^"]*\/auth\?[^"]*/.exec(begun.html) ?? [];
	const back = await provider.signIn(address.replaceAll("&amp;", "&"), "ada");
	const seen = await ada.get(pathOf(back));
	assert.match(seen.text, /From now on you can sign in that way/);
	assert.match(seen.text, /Linked to Meridian account/);

	const again = world.stranger();
	const people = await again.get(
		pathOf(
			await provider.signIn(
				await setOut(again, "/sign-in/single-sign-on?next=/people"),
				"ada",
			),
		),
	);
	assert.match(people.text, /Ada Nwosu/);
	assert.match((await again.get("/me/sign-ins")).text, /by single sign-on/);
	const out = await again.post("/sign-out");
	assert.match(
		out.text,
		/At a shared computer, sign out of Meridian account too/,
	);
	const there = await setOut(again, "/sign-out/single-sign-on");
	assert.match(there, /\/session\/end\?/);

	const unknown = world.stranger();
	const refused = await unknown.get(
		pathOf(await provider.signIn(await setOut(unknown), "ruth")),
	);
	assert.equal(refused.status, 403);
	assert.match(refused.text, /Baton does not know this identity yet/);
});

test("the sign-in ends after half a day, and the journal holds ids alone", async () => {
	await using provider = await falseProvider();
	await using world = await establishedWorld(trusting(provider));
	await linked(world, provider, world.ada, "ada-there");
	const stranger = world.stranger();
	await arrive(
		stranger,
		await provider.answer(await setOut(stranger), "ada-there"),
	);
	assert.deepEqual(
		await asOwner(
			world.database,
			"select method, round(extract(epoch from expires_at - signed_in_at) / 3600)::int as hours from sign_in",
		),
		[{ method: "single-sign-on", hours: 12 }],
	);
	const journal = JSON.stringify(
		await asOwner(world.database, "select * from journal"),
	);
	assert.doesNotMatch(journal, /ada-there|127\.0\.0\.1/);
});

test("an invitation is accepted through the provider, once, and links", async () => {
	await using provider = await falseProvider();
	await using world = await establishedWorld(trusting(provider));
	const link = await invitationFor(await world.as(world.ada), world.ruth);
	const ruth = world.stranger();
	assert.match((await ruth.get(link)).text, /Come in through Meridian account/);
	const today = await arrive(
		ruth,
		await provider.answer(
			await setOut(ruth, `${link}/single-sign-on`),
			"ruth-there",
		),
	);
	assert.match(today.text, /What waits for you today/);
	const thief = world.stranger();
	const seen = await arrive(
		thief,
		await provider.answer(
			await setOut(thief, `${link}/single-sign-on`),
			"mallory",
		),
	);
	assert.equal(seen.status, 422);
	const next = world.stranger();
	await arrive(next, await provider.answer(await setOut(next), "ruth-there"));
	assert.equal((await next.get("/me")).status, 200);
});

test("an invitation opened with an identity of somebody else stays good", async () => {
	await using provider = await falseProvider();
	await using world = await establishedWorld(trusting(provider));
	await linked(world, provider, world.ada, "ada-there");
	const link = await invitationFor(await world.as(world.ada), world.ruth);
	const ruth = world.stranger();
	const path = `${link}/single-sign-on`;
	const wrong = await arrive(
		ruth,
		await provider.answer(await setOut(ruth, path), "ada-there"),
	);
	assert.equal(wrong.status, 409);
	const right = await arrive(
		ruth,
		await provider.answer(await setOut(ruth, path), "ruth-there"),
	);
	assert.match(right.text, /What waits for you today/);
});

test("where the organisation vouches for it, the employee number links at the first visit, and only then", async () => {
	await using provider = await falseProvider();
	await using world = await establishedWorld(trusting(provider, "employee"));
	await asOwner(
		world.database,
		"insert into employment (person_id, employee_number) values ($1, '4711'), ($2, '0815')",
		[world.ruth, world.ada],
	);
	const come = async (subject: string, claims: Record<string, unknown>) => {
		const client = world.stranger();
		const address = await setOut(client);
		return arrive(client, await provider.answer(address, subject, { claims }));
	};
	const first = await come("ruth-there", { employee: 4711 });
	assert.match(first.text, /What waits for you today/);
	// From then on the subject counts, whatever number comes with it.
	const later = await come("ruth-there", { employee: "0815" });
	assert.match(later.text, /What waits for you today/);
	const rows = await asOwner(
		world.database,
		"select person_id, linked_by from identity",
	);
	assert.deepEqual(rows, [
		{ person_id: world.ruth, linked_by: "employee-number" },
	]);
	for (const employee of ["4711", "", null, ["0815"], { toString: "0815" }])
		assert.equal((await come("mallory", { employee })).status, 403);
	const mails = await asOwner(world.database, "select kind from mail");
	assert.deepEqual(mails, [{ kind: "identity-linked" }]);
});

test("without that setting an employee number links nobody", async () => {
	await using provider = await falseProvider();
	await using world = await establishedWorld(trusting(provider));
	await asOwner(
		world.database,
		"insert into employment (person_id, employee_number) values ($1, '4711')",
		[world.ruth],
	);
	const stranger = world.stranger();
	const seen = await arrive(
		stranger,
		await provider.answer(await setOut(stranger), "ruth-there", {
			claims: { employee: "4711", employee_number: "4711" },
		}),
	);
	assert.equal(seen.status, 403);
});

test("a provider that cannot be reached leaves the other ways", async () => {
	await using world = await establishedWorld(
		trusting({ issuer: "http://127.0.0.1:9" }),
	);
	const seen = await world.stranger().get("/sign-in/single-sign-on");
	assert.equal(seen.status, 502);
	assert.match(seen.text, /cannot be reached just now/);
	assert.match((await world.stranger().get("/sign-in")).text, /Password/);
});

test("without a provider there is nothing of it", async () => {
	await using world = await establishedWorld();
	assert.equal(
		(await world.stranger().get("/sign-in/single-sign-on")).status,
		404,
	);
	assert.doesNotMatch(
		(await (await world.as(world.ada)).get("/me/sign-ins")).text,
		/Single sign-on/,
	);
});

async function invitationFor(ada: Client, person: string): Promise<string> {
	const seen = await ada.post(`/people/${person}/invite`);
	const [link = ""] = /\/link\/[\w-]+/.exec(seen.html) ?? [];
	return link;
}

/** The real thing, in this process: oidc-provider with its own pages for signing in and agreeing. */
async function honestProvider() {
	const server = createServer();
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const issuer = `http://127.0.0.1:${addressOf(server).port}`;
	const provider = new Provider(issuer, {
		clients: [
			{
				client_id: clientId,
				client_secret: "a secret between the two of them",
				redirect_uris: ["http://localhost/sign-in/single-sign-on/return"],
				post_logout_redirect_uris: ["http://localhost/sign-in"],
			},
		],
		cookies: { keys: ["only in tests"] },
		pkce: { required: () => true },
		findAccount: (_, id) => ({
			accountId: id,
			claims: () => ({ sub: id }),
		}),
	});
	const answer = provider.callback();
	server.on("request", (request, response) => void answer(request, response));
	return {
		issuer,
		signIn: (address: string, name: string) => walk(address, name),
		async [Symbol.asyncDispose]() {
			server.close();
			server.closeAllConnections();
			await once(server, "close");
		},
	};
}

/** A browser's way through the provider's pages, until it sends the visitor back. */
async function walk(address: string, name: string): Promise<URL> {
	const cookies = new Map<string, string>();
	let next: { url: URL; form?: URLSearchParams } = { url: new URL(address) };
	for (let steps = 0; steps < 12; steps += 1) {
		if (next.url.hostname === "localhost") return next.url;
		const response = await fetch(next.url, {
			redirect: "manual",
			headers: {
				cookie: [...cookies]
					.map(([key, value]) => `${key}=${value}`)
					.join("; "),
			},
			...(next.form && { method: "POST", body: next.form }),
		});
		for (const cookie of response.headers.getSetCookie()) {
			const [, key = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
			cookies.set(key, value);
		}
		const location = response.headers.get("location");
		const html = await response.text();
		next =
			location === null
				? formIn(html, next.url, name)
				: { url: new URL(location, next.url) };
	}
	throw new Error("the provider never sent anyone back");
}

function formIn(html: string, page: URL, name: string) {
	const [, action = ""] = /action="([^"]+)"/.exec(html) ?? [];
	const [, prompt = ""] = /name="prompt" value="([^"]+)"/.exec(html) ?? [];
	return {
		url: new URL(action, page),
		form: new URLSearchParams({ prompt, login: name, password: "any" }),
	};
}
