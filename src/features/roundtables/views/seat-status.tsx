import { seatOf } from "../../../domain/sessions/roundtable.ts";
import { Status } from "../../../ui/status.tsx";
import { t } from "../../../ui/text.ts";
import type { Roundtable } from "../queries.ts";

/** How the visitor stands to a table; nothing where they have not asked. */
export function SeatStatus({
	roundtable: { host, ownPlace, seats, calledOffAt },
	visitor,
}: {
	roundtable: Pick<Roundtable, "host" | "ownPlace" | "seats" | "calledOffAt">;
	visitor: string | undefined;
}) {
	if (calledOffAt !== null)
		return <Status kind="quiet">{t("does not take place")}</Status>;
	if (host === visitor)
		return <Status kind="active">{t("you host it")}</Status>;
	if (ownPlace === null) return null;
	const seat = seatOf(ownPlace, seats);
	return seat.kind === "seated" ? (
		<Status kind="done">{t("you have a seat")}</Status>
	) : (
		<Status kind="waiting">
			{t(
				"{before, plural, =0 {you wait, as the next} one {you wait, with one before you} other {you wait, with # before you}}",
				{ before: seat.before },
			)}
		</Status>
	);
}
