import type { ComponentChildren } from "preact";
import {
	freePlaces,
	menteesTooMany,
	type Places,
} from "../../../domain/programs/places.ts";
import { KeyFigure, KeyFigures } from "../../../ui/key-figure.tsx";
import { Section } from "../../../ui/section.tsx";
import { formatNumber, t } from "../../../ui/text.ts";

/** Whether there is a mentor's place for everyone, and what counts as one. */
export function PlacesSection({
	places,
	action,
}: {
	places: Places;
	action?: ComponentChildren;
}) {
	if (places.offered === 0 && places.mentees === 0) return null;
	const tooMany = menteesTooMany(places);
	const free = freePlaces(places);
	return (
		<Section
			title={t("Are there places for everyone?")}
			action={action}
			lead={
				tooMany > 0
					? t(
							"The mentees want {count, plural, one {one mentor more} other {# mentors more}} than there are places. Invite more mentors, or move some mentees to the waiting list.",
							{ count: tooMany },
						)
					: t("There is a mentor’s place for every mentee enrolled.")
			}
		>
			<KeyFigures>
				<KeyFigure
					value={formatNumber(places.offered)}
					label={t("places with mentors")}
					note={t("pauses not counted")}
				/>
				<KeyFigure
					value={formatNumber(places.taken)}
					label={t("places wanted by mentees")}
					tone={tooMany > 0 ? "attention" : "plain"}
				/>
				<KeyFigure
					value={formatNumber(places.waiting)}
					label={t("on the waiting list")}
				/>
				<KeyFigure
					value={free === null ? t("open") : formatNumber(free)}
					label={t("places free now")}
					note={freeNote(places.isPaired, places.limit)}
				/>
			</KeyFigures>
		</Section>
	);
}

function freeNote(isPaired: boolean, limit: number | null): string {
	if (isPaired)
		return t("as many as mentors have free, since pairs are published");
	return limit === null
		? t("no limit before the first pairing")
		: t("of {limit} the program has", { limit: formatNumber(limit) });
}
