import { Audience } from "../../../ui/audience.tsx";
import { Actions, ButtonForm, LinkButton } from "../../../ui/button.tsx";
import { DescriptionList } from "../../../ui/description-list.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section, Stack } from "../../../ui/section.tsx";
import { formatDateTime, t } from "../../../ui/text.ts";
import type { FoundRoundtable } from "../queries.ts";
import { SeatStatus } from "./seat-status.tsx";

type Props = {
	frame: Frame;
	roundtable: FoundRoundtable;
	visitor: string;
	/** Has a place in the program, and so may ask for a seat. */
	isGuest: boolean;
	zone: string;
	now: Date;
};

/** One table: when, what about, who sits there, and one's own seat. */
export function RoundtablePage(props: Props) {
	const { frame, roundtable, visitor, zone } = props;
	const { topic, program, hostName, startsAt, seats, seated } = roundtable;
	return (
		<Page
			frame={frame}
			width="measure"
			title={topic}
			parent={{
				label: t("Roundtables"),
				href: `/programs/${program}/roundtables`,
			}}
			lead={t("Hosted by {name} · {moment}", {
				name: hostName,
				moment: formatDateTime(startsAt, zone),
			})}
		>
			<Stack>
				<SeatStatus roundtable={roundtable} visitor={visitor} />
				<OwnSeat {...props} />
			</Stack>
			<Section
				title={t("{seated} of {seats} seats are taken", {
					seated: seated.length,
					seats,
				})}
			>
				<Audience of="program" />
				<People {...props} />
			</Section>
		</Page>
	);
}

function OwnSeat({ roundtable, visitor, isGuest, now }: Props) {
	const { id, program, host, ownPlace, isAsked, seats, seated } = roundtable;
	if (roundtable.calledOffAt !== null || roundtable.startsAt <= now)
		return null;
	const base = `/programs/${program}/roundtables/${id}`;
	if (host === visitor)
		return (
			<Actions>
				<LinkButton href={`${base}/move`}>{t("Move it")}</LinkButton>
				<ButtonForm action={`${base}/call-off`} weight="quiet">
					{t("Call it off")}
				</ButtonForm>
			</Actions>
		);
	if (ownPlace !== null && ownPlace <= seats && isAsked)
		return (
			<>
				<p>
					{t(
						"It was moved, or falls on something else of yours. Do you keep your seat?",
					)}
				</p>
				<Actions>
					<ButtonForm action={`${base}/keep`} weight="primary">
						{t("Keep my seat")}
					</ButtonForm>
					<ButtonForm action={`${base}/give-back`}>
						{t("Give my seat back")}
					</ButtonForm>
				</Actions>
			</>
		);
	if (ownPlace !== null)
		return (
			<Actions>
				<ButtonForm action={`${base}/give-back`}>
					{ownPlace <= seats ? t("Give my seat back") : t("Wait no longer")}
				</ButtonForm>
			</Actions>
		);
	if (!isGuest) return null;
	return (
		<Actions>
			<ButtonForm action={`${base}/take`} weight="primary">
				{seated.length < seats ? t("Take a seat") : t("Wait for a seat")}
			</ButtonForm>
		</Actions>
	);
}

function People({ roundtable, zone }: Props) {
	const { seated, waiting, place, startsAt, endsAt } = roundtable;
	const minutes = (endsAt.getTime() - startsAt.getTime()) / 60_000;
	const names = (
		people: FoundRoundtable["seated"],
		isSure = (answer: string | null): boolean => answer === "yes",
	) => (
		<ol class="plain-list">
			{people.map(({ id, name, answer }) => (
				<li key={id}>
					{name}
					{!isSure(answer) && (
						<span class="hint">
							{" "}
							{answer === null ? t("no answer yet") : t("not sure yet")}
						</span>
					)}
				</li>
			))}
		</ol>
	);
	return (
		<DescriptionList
			items={[
				{
					term: t("At the table"),
					text: seated.length === 0 ? t("nobody yet") : names(seated),
				},
				...(waiting.length === 0
					? []
					: [
							{
								term: t("Waiting, in this order"),
								text: names(waiting, () => true),
							},
						]),
				{ term: t("Time"), text: formatDateTime(startsAt, zone) },
				{
					term: t("How long it takes"),
					text: t("{count} minutes", { count: minutes }),
				},
				...(place === null ? [] : [{ term: t("Where"), text: place }]),
			]}
		/>
	);
}
