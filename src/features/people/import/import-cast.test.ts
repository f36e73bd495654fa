import assert from "node:assert/strict";
import pg from "pg";
import type { Tx } from "../../../platform/database/database.ts";
import type { Client, Seen } from "../../../../test/client.ts";
import type { World } from "../../../../test/world.ts";

/** What the tests of importing share: files, and the way from a file to its preview as a person goes it. */

export function csv(...lines: readonly string[]): File {
	return new File([lines.join("\n")], "people.csv", { type: "text/csv" });
}

export const HEAD = "Employee ID,First name,Last name,E-mail,Job title,Manager";

type Fields = Readonly<Record<string, string>>;

/** Uploads a file; the answer is the page of its columns, or the form with what is wrong. */
export function upload(
	client: Client,
	file: File,
	more: Fields = {},
): Promise<Seen> {
	return client.post("/people/import", { file, ...more });
}

export type Preview = { readonly id: string; readonly page: Seen };

/** From a file to what it would change; `columns` is what a person corrects on the way. */
export async function preview(
	world: World,
	client: Client,
	file: File,
	{
		begin = {},
		columns = {},
	}: { readonly begin?: Fields; readonly columns?: Fields } = {},
): Promise<Preview> {
	const asked = await upload(client, file, begin);
	const id = importIn(asked);
	const going = await client.post(`/people/import/${id}/columns`, {
		...filledIn(asked.html, `/people/import/${id}/columns`),
		...columns,
	});
	assert.match(going.text, /What would this file change/);
	await world.workJobs();
	return { id, page: await client.get(`/people/import/${id}`) };
}

/** Presses the one button that imports, and waits until it is over. */
export async function decide(
	world: World,
	client: Client,
	{ id, page }: Preview,
): Promise<Seen> {
	await press(client, { id, page });
	await world.workJobs();
	return client.get(`/people/import/${id}`);
}

export function press(client: Client, { id, page }: Preview): Promise<Seen> {
	const action = `/people/import/${id}/import`;
	return client.send(action, filledIn(page.html, action));
}

export async function importFile(
	world: World,
	client: Client,
	file: File,
	more: Parameters<typeof preview>[3] = {},
): Promise<Preview> {
	const seen = await preview(world, client, file, more);
	const page = await decide(world, client, seen);
	assert.match(page.text, /The people are imported/, page.text);
	return { id: seen.id, page };
}

export async function undo(
	world: World,
	client: Client,
	id: string,
): Promise<Seen> {
	await client.post(`/people/import/${id}/undo`);
	await world.workJobs();
	return client.get(`/people/import/${id}`);
}

export function importIn({ html, text }: Seen): string {
	const id = /\/people\/import\/([\da-f-]{36})\//.exec(html)?.[1];
	assert.ok(id, text);
	return id;
}

/** What the form with this action would send as it stands. */
export function filledIn(html: string, action: string): Record<string, string> {
	const start = html.indexOf(`action="${action}"`);
	assert.notEqual(start, -1, `no form sends to ${action}`);
	const form = html.slice(start, html.indexOf("</form>", start));
	const fields: Record<string, string> = {};
	for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
		const isUnchosen =
			/type="(?:radio|checkbox)"/.test(tag) && !/\schecked/.test(tag);
		if (!isUnchosen) fields[attribute(tag, "name")] = attribute(tag, "value");
	}
	for (const [, head = "", options = ""] of form.matchAll(
		/<select([^>]*)>([\s\S]*?)<\/select>/g,
	)) {
		const chosen = /<option[^>]*\sselected[^>]*>/.exec(options)?.[0] ?? "";
		fields[attribute(head, "name")] = attribute(chosen, "value");
	}
	for (const [, head = "", text = ""] of form.matchAll(
		/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g,
	))
		fields[attribute(head, "name")] = plain(text);
	delete fields["form-key"];
	delete fields[""];
	return fields;
}

function attribute(tag: string, name: string): string {
	return plain(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "");
}

function plain(text: string): string {
	return text
		.replaceAll("&lt;", "<")
		.replaceAll("&gt;", ">")
		.replaceAll("&quot;", '"')
		.replaceAll("&amp;", "&");
}

/** Every table an import may write to, row by row: two of these are equal if and only if nothing changed. */
export async function everything(world: World): Promise<unknown> {
	const tables: Record<string, unknown> = {};
	for (const table of [
		"person",
		"employment",
		"profile",
		"sensitive_fact",
		"offer",
		"seek",
		"enrolment",
		"grade",
		"custom_field",
	]) {
		const { rows } = await asOwner(
			world,
			`select to_jsonb(t)::text as row from ${table} t order by 1`,
		);
		tables[table] = rows.map(({ row }) => row);
	}
	return tables;
}

/** Looks at the rows past every policy. */
export async function asOwner(
	world: World,
	statement: string,
): Promise<pg.QueryResult> {
	const owner = new pg.Client(world.database.logins.owner);
	await owner.connect();
	try {
		return await owner.query(statement);
	} finally {
		await owner.end();
	}
}

export async function personNamed(
	world: World,
	firstName: string,
): Promise<string> {
	const { id } = await world.arrange((tx) =>
		tx
			.selectFrom("person")
			.select("id")
			.where("first_name", "=", firstName)
			.executeTakeFirstOrThrow(),
	);
	return id;
}

export async function addProgram(tx: Tx, name: string): Promise<string> {
	const { id } = await tx
		.insertInto("program")
		.values({
			name,
			template: "executive-cross-generation",
			kind: "one-to-one",
			status: "open",
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	return id;
}
