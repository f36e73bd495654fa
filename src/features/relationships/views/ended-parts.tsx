import { LinkButton } from "../../../ui/button.tsx";
import { TextArea } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import { Quote } from "../../../ui/why-lines.tsx";
import { longestFarewell } from "../forms.ts";
import type { Farewell } from "../endings/queries.ts";
import type { Relationship } from "../queries.ts";

export type EndedPartsProps = {
	readonly relationship: Relationship;
	readonly visitor: string;
	readonly farewells: readonly Farewell[];
	readonly mayAnswer: boolean;
	/** On which side the visitor still has a place in the program, if at all. */
	readonly isEnrolled: boolean;
	readonly state?: FormState | undefined;
};

/** What can still be done when a relationship has ended: thank each other, find the next, say why. */
export function EndedParts(props: EndedPartsProps) {
	const { relationship, mayAnswer } = props;
	return (
		<>
			<Thanks {...props} />
			<WhatNext {...props} />
			{mayAnswer && (
				<Section title={t("Only if you like")}>
					<p>
						{t(
							"You may say why it ended. Nobody learns that it was you; what fewer than five said is never shown.",
						)}
					</p>
					<LinkButton
						weight="quiet"
						href={`/relationships/${relationship.id}/why`}
					>
						{t("Say why")}
					</LinkButton>
				</Section>
			)}
		</>
	);
}

function Thanks({ relationship, visitor, farewells, state }: EndedPartsProps) {
	const { id, firstName, leftOn } = relationship;
	const own = farewells.find(({ author }) => author === visitor);
	const others = farewells.filter(({ author }) => author !== visitor);
	if (leftOn !== null && others.length === 0 && own === undefined) return null;
	return (
		<Section
			title={t("A word of thanks")}
			lead={t("For those who want one: what you take with you from this.")}
		>
			{others.map(({ author, words }) => (
				<Quote key={author} by={firstName}>
					{words}
				</Quote>
			))}
			{(leftOn === null || own !== undefined) && (
				<Form
					action={`/relationships/${id}/farewell`}
					submit={own === undefined ? t("Leave these words") : t("Keep this")}
					weight="secondary"
					state={state}
				>
					<TextArea
						name="words"
						label={
							own === undefined
								? t("Your words to {name}", { name: firstName })
								: t("Your words; empty the field to take them back")
						}
						audience={{ who: "relationship", names: [firstName] }}
						value={own?.words}
						maxLength={longestFarewell}
					/>
				</Form>
			)}
		</Section>
	);
}

function WhatNext({ relationship, isEnrolled }: EndedPartsProps) {
	const { program, programName } = relationship;
	return (
		<Section title={t("Somebody else?")}>
			<p>
				{isEnrolled
					? t(
							"Your place in {program} stays. The next round proposes somebody to you by itself; you can pause, or say whom you would like.",
							{ program: programName },
						)
					: t("You no longer have a place in {program}. You can come back.", {
							program: programName,
						})}
			</p>
			<LinkButton
				href={isEnrolled ? `/programs/${program}/part` : `/programs/${program}`}
			>
				{isEnrolled ? t("My part in the program") : t("See the program")}
			</LinkButton>
		</Section>
	);
}
