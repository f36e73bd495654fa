import {
	opensAt,
	openingStanding,
	secondCustodian,
} from "../../domain/sealing/opening.ts";
import { transact, type Tx } from "../../platform/database/database.ts";
import { addJob, type Job } from "../../platform/jobs/jobs.ts";
import { mailHoursOver } from "./letters.ts";

/** To be called by whoever asks: once the hours are over, everybody concerned is told if two custodians agree by then. */
export async function tellWhenHoursAreOver(
	tx: Tx,
	opening: string,
	now: Date,
): Promise<void> {
	await addJob(
		tx,
		"opening-hours-over",
		{ opening },
		{ runAt: opensAt(now), key: `hours of ${opening}` },
	);
}

export function openingJobs(origin: string): readonly Job[] {
	return [
		{
			name: "opening-hours-over",
			run: ({ opening }, database) =>
				transact(
					database,
					{
						actor: { kind: "process", process: "housekeeping" },
						access: "write",
					},
					(tx) => hoursAreOver(tx, String(opening), origin),
				),
		},
	];
}

async function hoursAreOver(tx: Tx, id: string, origin: string): Promise<void> {
	const opening = await tx
		.selectFrom("recovery_opening")
		.select(["member_ids", "custodian_id", "asked_at"])
		.where("id", "=", id)
		.executeTakeFirst();
	if (opening === undefined) return;
	const steps = await tx
		.selectFrom("recovery_step")
		.select(["act", "person_id as person", "at"])
		.where("opening_id", "=", id)
		.orderBy("id")
		.execute();
	const askedAt = opening.asked_at;
	// By the hours alone: the job may run a moment before the clock of the pages says so.
	const standing = openingStanding({ askedAt, steps }, opensAt(askedAt));
	if (standing !== "due") return;
	const second = secondCustodian(steps);
	await mailHoursOver(tx, {
		opening: id,
		members: opening.member_ids,
		custodians: [
			opening.custodian_id,
			...(second === undefined ? [] : [second]),
		],
		origin,
	});
}
