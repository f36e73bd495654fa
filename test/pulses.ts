import {
	type Actor,
	transact,
	type Tx,
} from "../src/platform/database/database.ts";
import { asOwner } from "./owner.ts";
import type { World as AnyWorld } from "./world.ts";

type World = Pick<AnyWorld, "database">;

/** A relationship of this person with the mentor of the pair, as old as it takes. */
export async function pairOf(
	world: World & { readonly program: string; readonly mentor: string },
	person: string,
) {
	const [{ id } = { id: "" }] = await asOwner<{ id: string }>(
		world.database,
		`with made as (
			insert into relationship (program_id, kind, member_ids, began_at)
			values ($1, 'one-to-one', $2, now() - interval '80 days') returning id, member_ids
		)
		insert into relationship_member (relationship_id, person_id, side)
		select id, unnest(member_ids), unnest(array['mentee', 'mentor']) from made returning relationship_id as id`,
		[world.program, [person, world.mentor]],
	);
	const beganAt = new Date(Date.now() - 80 * 86_400_000);
	return { id, program: world.program, beganAt, endedAt: null };
}

/** In somebody's name, or a process's. */
export function as<T>(
	world: World,
	actor: Actor,
	work: (tx: Tx) => Promise<T>,
) {
	return transact(world.database, { actor, access: "write" }, work);
}

/** What somebody said, as they read it. */
export function pulses(world: World, person: string) {
	return as(world, { kind: "person", person }, (tx) =>
		tx.selectFrom("pulse").selectAll().execute(),
	);
}

export async function nameOf(world: World, person: string) {
	const [{ name } = { name: "" }] = await asOwner<{ name: string }>(
		world.database,
		"select concat_ws(' ', first_name, last_name) as name from person where id = $1",
		[person],
	);
	return name;
}
