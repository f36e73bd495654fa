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

/** The first relationship that somebody is in. */
export async function relationshipOf({ client }: Visitor): Promise<string> {
	const { html } = await client.get("/relationships");
	const [, relationship] = /\/relationships\/([0-9a-f-]{36})/.exec(html) ?? [];
	assert.ok(relationship);
	return relationship;
}
