import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Visitor } from "../../platform/http/visit.ts";
import { t } from "../../ui/text.ts";
import type { Waiting } from "../today/queries.ts";
import { openRecoveryKey } from "./queries.ts";

/** Who was named accepts or not; an administrator learns that a custodian is gone. */
export async function waitingInRecovery(
	db: Db,
	visitor: Visitor,
): Promise<readonly Waiting[]> {
	const open = await openRecoveryKey(db);
	if (open === undefined) return [];
	const waiting: Waiting[] = [];
	const own = open.custodians.find(({ person }) => person === visitor.id);
	if (own !== undefined && own.acceptedAt === null && !own.isGone)
		waiting.push({
			title: t("You are asked to be a custodian of the recovery key"),
			detail: t("Compare six words with the two others, then accept."),
			href: "/recovery",
			label: t("Read what it means"),
			minutes: 5,
		});
	const isAdministrator = visitor.offices.some(
		({ office }) => office === "administrator",
	);
	if (isAdministrator && open.custodians.some(({ isGone }) => isGone))
		waiting.push({
			title: t("The recovery key lacks a custodian"),
			detail: t(
				"Somebody has left, or has other keys than when they were named. Name three anew.",
			),
			href: "/administration/recovery",
			label: t("Name custodians"),
			minutes: 5,
		});
	return waiting;
}

/** Whether they are a custodian; whoever else is told anything holds an office. */
export function perhapsInRecovery(person: string): RawBuilder<boolean> {
	return sql`exists (select from recovery_custodian where custodian_id = ${person})`;
}
