import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { simpleParser } from "mailparser";
import type pg from "pg";
import { SMTPServer } from "smtp-server";
import { addJob, type Payload } from "../src/platform/jobs/jobs.ts";
import { addressOf } from "./address.ts";
import { asOwner } from "./owner.ts";
import { addPerson, establishedWorld } from "./world.ts";
import { addDays } from "../src/domain/calendar/wall-time.ts";
import type { World } from "./world.ts";
import { transact } from "../src/platform/database/database.ts";
import { nameDelegate } from "../src/features/delegates/commands.ts";

/** Lets somebody keep a person's calendar from today on. */
export async function grantDelegation(
	world: Pick<World, "database">,
	{ person, delegate }: { readonly person: string; readonly delegate: string },
): Promise<void> {
	const today = new Date().toISOString().slice(0, 10);
	const until = addDays(today, 2);
	await transact(
		world.database,
		{ actor: { kind: "person", person }, access: "write" },
		(tx) => nameDelegate(tx, { person, delegate, from: today, until }, today),
	);
}

/** Two people with a session in a fortnight, a real SMTP server, and no quiet hours. */
export async function bookedWorld({
	mailbox,
}: {
	readonly mailbox?: string;
} = {}) {
	const smtp = await smtpServer();
	const world = await establishedWorld({
		postOffice: smtp.postOffice,
		...(mailbox === undefined ? {} : { mailbox }),
	});
	const [mentor, mentee] = await world.arrange(async (tx) => [
		await addPerson(tx, { first_name: "Ingrid", last_name: "Aalto" }),
		await addPerson(tx, { first_name: "Jola", last_name: "Wrzesniewska" }),
	]);
	assert.ok(mentor && mentee);
	const owner = <Row extends pg.QueryResultRow>(
		statement: string,
		values: readonly unknown[] = [],
	) => asOwner<Row>(world.database, statement, values);
	await owner("update person set locale = 'de' where id = $1", [mentee]);
	await owner(
		"insert into mail_choice (person_id, quiet_from, quiet_until, quiet_days) select id, 0, 0, '{}' from person",
	);
	const session = randomUUID();
	const [program] = await owner<{ id: string }>(
		"insert into program (name, template, kind, status) values ('Spring', 'executive-cross-generation', 'one-to-one', 'open') returning id",
	);
	const [relationship] = await owner<{ id: string }>(
		`with made as (
			insert into relationship (program_id, kind, member_ids) values ($1, 'one-to-one', $2) returning id, member_ids
		)
		insert into relationship_member (relationship_id, person_id, side)
		select id, unnest(member_ids), unnest(array['mentor', 'mentee']) from made returning relationship_id as id`,
		[program?.id, [mentor, mentee]],
	);
	const place = world.database.vault.seal(
		"session.place",
		[session],
		"Room 12",
	);
	await owner(
		`insert into session (id, relationship_id, format, starts_at, ends_at, zone, place)
			values ($1, $2, 'one-to-one', date_trunc('hour', now()) + interval '14 days', date_trunc('hour', now()) + interval '14 days 1 hour', 'Europe/Berlin', $3)`,
		[session, relationship?.id, place],
	);
	await owner(
		`insert into session_member (session_id, person_id, relationship_id, busy)
			select s.id, p, s.relationship_id, s.busy from session s, unnest($2::uuid[]) p where s.id = $1`,
		[session, [mentor, mentee]],
	);
	const people = await owner<{ id: string; email: string; lastName: string }>(
		'select id, email, last_name as "lastName" from person where id = any ($1)',
		[[mentor, mentee]],
	);
	const named = (id: string) => {
		const found = people.find((each) => each.id === id);
		assert.ok(found);
		return found;
	};
	const inQueue = async (name: string, payload: Payload) => {
		await world.arrange((tx) => addJob(tx, name, payload));
		await world.workJobs();
	};
	return {
		...world,
		session,
		mentor: named(mentor),
		mentee: named(mentee),
		/** What a command that changes the session asks for. */
		change: (sequence: number, change: string) =>
			inQueue("session-changed", { session, sequence, change }),
		readMailbox: () => inQueue("read-mailbox", {}),
		mailsOut: smtp.taken,
		async [Symbol.asyncDispose]() {
			await world[Symbol.asyncDispose]();
			await smtp.close();
		},
	};
}

/** A real SMTP server that hands over what came since it was last asked. */
export async function smtpServer() {
	let received: Buffer[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ["STARTTLS"],
		onData(stream, _session, done) {
			const chunks: Buffer[] = [];
			stream.on("data", (chunk: Buffer) => chunks.push(chunk));
			stream.on("end", () => {
				received.push(Buffer.concat(chunks));
				done();
			});
		},
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = addressOf(server.server);
	return {
		postOffice: {
			smtpUrl: `smtp://127.0.0.1:${port}`,
			from: "Baton <baton@meridian.example>",
		},
		taken: async () => {
			const raws = received;
			received = [];
			return Promise.all(
				raws.map(async (raw) => {
					const mail = await simpleParser(raw);
					return {
						raw: raw.toString("utf8"),
						to: [mail.to ?? []].flat()[0]?.value[0]?.address ?? "",
						subject: mail.subject ?? "",
						text: mail.text ?? "",
						calendar:
							mail.attachments
								.find(({ contentType }) => contentType === "text/calendar")
								?.content.toString("utf8") ?? "",
					};
				}),
			);
		},
		close: () => new Promise<void>((resolve) => server.close(resolve)),
	};
}
