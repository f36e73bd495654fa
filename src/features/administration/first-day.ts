import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Visitor } from "../../platform/http/visit.ts";
import { t } from "../../ui/text.ts";
import type { Waiting } from "../today/queries.ts";

/** The guided first day: what an organisation that has just been set up still lacks, in the order in which it is needed. */
export async function waitingOnTheFirstDay(
	db: Db,
	{ offices }: Visitor,
): Promise<readonly Waiting[]> {
	const holds = (wanted: string) =>
		offices.some(
			({ office, program }) => office === wanted && program === null,
		);
	const managesPrograms = holds("program-manager");
	if (!managesPrograms && !holds("administrator")) return [];
	const has = await whatIsThere(db);
	const steps = [
		{ isDue: !has.catalogue, step: catalogueStep },
		{ isDue: !has.program && managesPrograms, step: programStep },
		{ isDue: !has.people, step: peopleStep },
	];
	return steps.filter(({ isDue }) => isDue).map(({ step }) => step());
}

async function whatIsThere(db: Db) {
	const { rows } = await sql<{
		people: boolean;
		catalogue: boolean;
		program: boolean;
	}>`
		select (select count(*) from (select from person limit 3) few) > 2 as people,
			exists (select from competency_catalogue) as catalogue,
			exists (select from program) as program
	`.execute(db);
	return rows[0] ?? { people: true, catalogue: true, program: true };
}

function catalogueStep(): Waiting {
	return {
		inMail: true,
		title: t("Choose what senior leadership means here"),
		detail: t(
			"A starter catalogue of competencies is ready to install and to change. People offer and seek by it.",
		),
		href: "/competencies",
		label: t("Look at competencies"),
		minutes: 2,
	};
}

function programStep(): Waiting {
	return {
		inMail: true,
		title: t("Begin your first program"),
		detail: t(
			"Four templates come with a charter, criteria and a matching policy.",
		),
		href: "/programs/new",
		label: t("Begin a program"),
		minutes: 3,
	};
}

function peopleStep(): Waiting {
	return {
		inMail: true,
		title: t("Bring your people in"),
		detail: t(
			"From any CSV or Excel file of your HR system. You see every problem before anything is stored, and can undo it.",
		),
		href: "/people/import",
		label: t("Import people"),
		minutes: 5,
	};
}
