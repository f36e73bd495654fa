import { LinkButton } from "../../../ui/button.tsx";
import { DescriptionList } from "../../../ui/description-list.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { formatList, t } from "../../../ui/text.ts";
import { charterLabel, charterLines } from "../charter-text.ts";
import type { Standing } from "../standing.ts";
import { sideText, sideNames } from "../words.ts";
import { Lines } from "./charter.tsx";
import { OwnParts } from "./own-parts.tsx";
import { parentList } from "./program-tabs.tsx";

/** A program as someone in it, or someone who may ask to be, finds it. */
export function HomePage({
	frame,
	standing,
	mayApply,
	managers,
}: {
	frame: Frame;
	standing: Standing;
	mayApply: boolean;
	managers: readonly string[];
}) {
	const { program, own } = standing;
	return (
		<Page
			frame={frame}
			title={program.name}
			lead={program.charter.purpose}
			parent={parentList()}
		>
			<OwnParts standing={standing} />
			{mayApply && (
				<Section
					title={
						own.length === 0
							? t("Would you like to take part?")
							: t("Take part on the other side, too?")
					}
				>
					<p>{t("You may ask for a place; you fit its rules.")}</p>
					<p>
						<LinkButton
							weight={own.length === 0 ? "primary" : "secondary"}
							href={`/programs/${program.id}/apply`}
						>
							{t("Ask for a place")}
						</LinkButton>
					</p>
				</Section>
			)}
			{standing.mayNominate && (
				<Section title={t("Do you know someone who should be here?")}>
					<p>
						{t(
							"You may suggest someone, with a reason. They must say yes themselves.",
						)}
					</p>
					<p>
						<LinkButton href={`/programs/${program.id}/nominate`}>
							{t("Suggest someone")}
						</LinkButton>
					</p>
				</Section>
			)}
			{own.some(({ status }) => status === "enrolled") && (
				<p>
					<a href={`/programs/${program.id}/roundtables`}>
						{t("Roundtables, and whether a seat is free")}
					</a>
				</p>
			)}
			<Section title={t("How it runs")} layout="beside">
				<DescriptionList
					items={practicalFields.map((field) => ({
						term: charterLabel(field),
						text: <Lines lines={charterLines(program.charter, field)} />,
					}))}
				/>
				<p>
					<a href={`/programs/${program.id}/charter`}>
						{t("Read the whole charter")}
					</a>
				</p>
				<p>
					<a href={`/programs/${program.id}/agreements`}>
						{t("What members promise each other")}
					</a>
				</p>
			</Section>
			<Expectations standing={standing} />
			{managers.length > 0 && (
				<Section title={t("Whom to ask")} layout="beside">
					<p>
						{t("{names} will answer questions about this program.", {
							names: formatList(managers),
						})}
					</p>
				</Section>
			)}
		</Page>
	);
}

export function Expectations({
	standing: { program, own },
}: {
	standing: Pick<Standing, "program" | "own">;
}) {
	const taken = (["mentor", "mentee"] as const).filter(
		(side) => own.length === 0 || own.some((part) => part.side === side),
	);
	return (
		<>
			{taken.map((side) => {
				const text = sideText(program.template, side);
				return (
					text && (
						<Section
							key={side}
							title={sideNames(side)}
							lead={t("What is expected")}
							layout="beside"
						>
							<ul>
								{text.expectations.map((line) => (
									<li key={line}>{line}</li>
								))}
							</ul>
						</Section>
					)
				);
			})}
		</>
	);
}

const practicalFields = [
	"formats",
	"cadence",
	"sessionMinutes",
	"lengthMonths",
	"schedulingNorms",
	"pulseWeeks",
] as const;
