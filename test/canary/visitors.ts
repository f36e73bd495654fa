import assert from "node:assert/strict";
import { Client } from "../client.ts";

export type Visitor = { readonly client: Client; readonly person: string };

/** Signs in as somebody of the demonstration's cast. */
export async function castMember(
	origin: string,
	name: string,
): Promise<Visitor> {
	const client = new Client({
		request: (path: RequestInfo | URL, init?: RequestInit) =>
			fetch(new URL(path instanceof Request ? path.url : path, origin), {
				...init,
				redirect: "manual",
			}),
	});
	const { html } = await client.get("/sign-in");
	const form = html
		.split("<form")
		.find(
			(each) => each.includes(name) && each.includes("/demonstration/sign-in"),
		);
	const person = /name="person" value="([0-9a-f-]{36})"/.exec(form ?? "")?.[1];
	assert.ok(person, `${name} is not offered`);
	await client.post("/demonstration/sign-in", { person });
	return { client, person };
}

/** A relationship of two: its page leads to one other person. */
export async function relationshipOf({ client }: Visitor): Promise<string> {
	const { html } = await client.get("/relationships");
	for (const relationship of idsAfter("/relationships/", html)) {
		const page = await client.get(`/relationships/${relationship}`);
		if (idsAfter("/people/", page.html).size === 1) return relationship;
	}
	assert.fail("no relationship of two");
}

function idsAfter(path: string, html: string): ReadonlySet<string> {
	const found = html.matchAll(new RegExp(`${path}([0-9a-f-]{36})`, "g"));
	return new Set([...found].map(([, id = ""]) => id));
}
