import { LinkButton } from "../../../ui/button.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import type { Relationship } from "../../relationships/queries.ts";

/** Four ways on, the lightest first. Nothing here is written down, and nobody is told that it was opened. */
export function QuietPage({
	frame,
	relationship: { id, firstName, email },
	untold,
	facilitators,
}: {
	frame: Frame;
	relationship: Relationship;
	/** A date that has passed, where nobody said a word to the last ones. */
	untold: string | undefined;
	facilitators: readonly {
		readonly id: string;
		readonly name: string;
		readonly email: string;
	}[];
}) {
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("You and {name}: what helps when it has gone quiet", {
				name: firstName,
			})}
			parent={{
				label: t("You and {name}", { name: firstName }),
				href: `/relationships/${id}`,
			}}
			lead={t(
				"Calendars fill, and nobody is to blame. Nobody is told that you look at this.",
			)}
		>
			{untold !== undefined && (
				<Section
					title={t("You met all the same?")}
					lead={t(
						"Then say so on the last date: who came is enough, what came of it is yours. Baton knows of dates, and not whether they came about.",
					)}
				>
					<LinkButton href={`/sessions/${untold}/write-up`}>
						{t("Say that we met")}
					</LinkButton>
				</Section>
			)}
			<Section
				title={t("A quarter of an hour")}
				lead={t(
					"A short call with one question is easier to find than an hour, and mostly enough to begin again.",
				)}
			>
				<LinkButton weight="primary" href={`/relationships/${id}`}>
					{t("Find a date")}
				</LinkButton>{" "}
				<LinkButton weight="quiet" href={`mailto:${email}`}>
					{t("Write to {name}", { name: firstName })}
				</LinkButton>
			</Section>
			{facilitators.length > 0 && (
				<Section
					title={t("Somebody from outside")}
					lead={t(
						"A facilitator helps two people talk, when one of them asks. They read nothing of what you wrote to each other.",
					)}
				>
					<ul>
						{facilitators.map((one) => (
							<li key={one.id}>
								<a href={`mailto:${one.email}`}>{one.name}</a>
							</li>
						))}
					</ul>
					<LinkButton weight="quiet" href={`/relationships/${id}/pulse`}>
						{t("Ask for help")}
					</LinkButton>
				</Section>
			)}
			<Section
				title={t("Less, or later")}
				lead={t(
					"Meet less often, or pause what comes new. Both are better than silence.",
				)}
			>
				<LinkButton href="/me/load">
					{t("What mentoring takes of your time")}
				</LinkButton>
			</Section>
			<Section
				title={t("End it well")}
				lead={t("Without a reason, and without any mark on anyone.")}
			>
				<LinkButton weight="quiet" href={`/relationships/${id}/end`}>
					{t("End this relationship")}
				</LinkButton>
			</Section>
		</Page>
	);
}
