import { parseArgs } from "node:util";
import { readConfig } from "../config.ts";
import { grantOffice } from "../features/administration/commands.ts";
import { findPersonByAddress } from "../features/administration/queries.ts";
import { openPlace } from "../installation.ts";
import {
	type Database,
	transact,
	type Tx,
} from "../platform/database/database.ts";
import { openGround } from "../platform/database/ground.ts";
import { type Office, offices } from "../platform/http/guard.ts";
import type { Io } from "./io.ts";

export const help = `Usage: ./baton grant-office PERSON OFFICE [--program P] [--demo]

Entrusts someone with an office. It is written to the journal, and everyone can see it.

  PERSON       e-mail address or employee number
  OFFICE       ${offices.join(", ")}
  --program P  for this program only (its name); without it, for all
  --demo       in the demonstration's database`;

export async function run(args: readonly string[], io: Io): Promise<number> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: { program: { type: "string" }, demo: { type: "boolean" } },
	});
	const [person, name, ...rest] = positionals;
	const office = offices.find((each) => each === name);
	if (person === undefined || office === undefined || rest.length > 0) {
		io.stderr(`${help}\n`);
		return 2;
	}
	const config = readConfig();
	const ground = await openGround(config);
	try {
		const logins = await (values.demo ? ground.demonstration() : ground.home());
		const place = await openPlace(logins, config);
		const refusal = await grantIn(place.database, {
			person,
			office,
			program: values.program,
		});
		await place.close();
		if (refusal === undefined) return 0;
		io.stderr(`${refusal}\n`);
		return 1;
	} finally {
		await ground.close();
	}
}

type Wanted = {
	readonly person: string;
	readonly office: Office;
	readonly program: string | undefined;
};

function grantIn(
	database: Database,
	wanted: Wanted,
): Promise<string | undefined> {
	return transact(
		database,
		{ actor: { kind: "process", process: "set-up" }, access: "write" },
		(tx) => grant(tx, wanted),
	);
}

async function grant(tx: Tx, wanted: Wanted): Promise<string | undefined> {
	const found = await findPersonByAddress(tx, wanted.person);
	if (found === undefined)
		return `Nobody in the directory has the address or number ${wanted.person}.`;
	const program =
		wanted.program === undefined
			? null
			: await tx
					.selectFrom("program")
					.select("id")
					.where("name", "=", wanted.program)
					.executeTakeFirst();
	if (program === undefined)
		return `There is no program named ${wanted.program}.`;
	await grantOffice(tx, {
		person: found.id,
		office: wanted.office,
		program: program?.id ?? null,
		until: null,
		by: null,
	});
	return undefined;
}
