// Whom a circle can ask, looked for among all who are enrolled in its program, however many they are.
import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { FormState, Typed } from "../../../ui/form.tsx";
import type { Found, Pickable } from "../../../ui/people-picker.tsx";
import { readSearch } from "../../people/queries/search.ts";
import { spelt } from "../../people/queries/word-match.ts";
import { actingAs } from "../../programs/acting.ts";

const PAGE_SIZE = 12;

export type Choosing = {
	readonly chosen: readonly Pickable[];
	readonly found: Found;
	/** Enrolled in the program, whatever is looked for. */
	readonly enrolled: number;
};

/** What a form that is being filled in shows: those ticked so far, and a page of those who are looked for. */
export async function choosing(
	db: Db,
	program: string,
	state: FormState | undefined,
): Promise<Choosing> {
	const typed = state?.values ?? {};
	const search = wordIn(typed, "search").trim();
	const page = Math.max(1, Math.trunc(Number(wordIn(typed, "page"))) || 1);
	const ticked = [typed["people"] ?? []].flat();
	const { words, close } = await readSearch(db, search, {
		catalogue: [],
		withLeavers: false,
	});
	return actingAs(db, "pairing", async () => {
		const wanted =
			search === ""
				? sql`true`
				: close.length > 0
					? sql`person.id = any (${[...close]}::uuid[])`
					: spelt(words);
		const { rows: counted } = await sql<{ total: number; enrolled: number }>`
			select count(*)::integer as enrolled, (count(*) filter (where ${wanted}))::integer as total
			from person where ${isEnrolled(program)}
		`.execute(db);
		const { total = 0, enrolled = 0 } = counted[0] ?? {};
		const last = Math.max(1, Math.ceil(total / PAGE_SIZE));
		const shown = Math.min(page, last);
		const { rows } = await sql<Row>`
			select ${columns} from person where ${isEnrolled(program)} and ${wanted}
			order by sort_name, id limit ${PAGE_SIZE} offset ${(shown - 1) * PAGE_SIZE}
		`.execute(db);
		return {
			chosen: await enrolledAmong(db, program, ticked),
			found: {
				people: rows.map(pickable),
				total,
				page: shown,
				pageSize: PAGE_SIZE,
				search,
			},
			enrolled,
		};
	});
}

/** Those of these people who are enrolled in the program, by name. */
export function enrolledAmong(
	db: Db,
	program: string,
	people: readonly string[],
): Promise<readonly Pickable[]> {
	const ids = people.filter((id) => /^[0-9a-f-]{36}$/.test(id));
	if (ids.length === 0) return Promise.resolve([]);
	return actingAs(db, "pairing", async () => {
		const { rows } = await sql<Row>`
			select ${columns} from person where id = any (${ids}::uuid[]) and ${isEnrolled(program)}
			order by sort_name, id
		`.execute(db);
		return rows.map(pickable);
	});
}

type Row = {
	readonly id: string;
	readonly name: string;
	readonly title: string | null;
	readonly unit: string | null;
};

const columns = sql`
	id, trim(concat_ws(' ', first_name, last_name)) as name, job_title as title, coalesce(unit, function) as unit
`;

function isEnrolled(program: string) {
	return sql`left_on is null and id in (
		select person_id from enrolment where program_id = ${program} and status = 'enrolled'
	)`;
}

function pickable({ id, name, title, unit }: Row): Pickable {
	return {
		id,
		name,
		about: [title, unit].filter(Boolean).join(" · ") || undefined,
	};
}

function wordIn(typed: Typed, name: string): string {
	const value = typed[name];
	return typeof value === "string" ? value : (value?.[0] ?? "");
}
