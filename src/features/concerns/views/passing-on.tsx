import { Actions, ButtonForm } from "../../../ui/button.tsx";
import { RadioGroup } from "../../../ui/choices.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import type { ConcernPageProps } from "./concern-page.tsx";

/** Somebody else should have it: the ombudsperson can say so, the author alone can do it. */
export function PassingOn(props: ConcernPageProps) {
	const { concern } = props;
	if (concern.status === "closed") return null;
	return concern.side === "author" ? (
		<Giving {...props} />
	) : (
		<Asking {...props} />
	);
}

function Giving({ concern, events, others }: ConcernPageProps) {
	const { otherFirst, isHeld } = concern;
	const asked = events
		.filter(({ person }) => person === concern.ombudsperson)
		.findLast(
			({ act }) => act === "declared-conflict" || act === "asked-to-hand-over",
		);
	const isDue = asked !== undefined || !isHeld;
	const ready = others.filter(({ hasKeys }) => hasKeys);
	const form =
		ready.length === 0 ? (
			<p>
				{t("There is nobody else at the moment to whom you could give it.")}
			</p>
		) : (
			<form class="form" data-submits="hand-over">
				<RadioGroup
					name="to"
					label={t("Who should have it?")}
					hint={t(
						"They will read everything so far. {name} reads nothing of it any more.",
						{ name: otherFirst },
					)}
					choices={ready.map(({ id, name, title }) => ({
						value: id,
						label: name,
						...(title === null ? {} : { hint: title }),
					}))}
					required
				/>
				<Actions>
					<button type="submit" class="button secondary">
						{t("Give it to them")}
					</button>
				</Actions>
			</form>
		);
	return isDue ? (
		<Section title={t("Somebody else should have it")}>
			<p>
				{!isHeld
					? t("{name} no longer holds the office and reads nothing any more.", {
							name: otherFirst,
						})
					: asked?.act === "declared-conflict"
						? t(
								"{name} has a conflict of interest. You decide whether somebody else has it.",
								{ name: otherFirst },
							)
						: t(
								"{name} asks to hand it over. You decide whether somebody else has it.",
								{ name: otherFirst },
							)}
			</p>
			{form}
		</Section>
	) : (
		<Disclosure summary={t("Give it to somebody else")}>{form}</Disclosure>
	);
}

function Asking({ concern: { id, otherFirst } }: ConcernPageProps) {
	const ask = (
		why: "declared-conflict" | "asked-to-hand-over",
		label: string,
	) => (
		<ButtonForm
			action={`/concerns/${id}/pass-on`}
			values={{ why }}
			weight="quiet"
		>
			{label}
		</ButtonForm>
	);
	return (
		<Disclosure summary={t("Somebody else should have it")}>
			<p>
				{t(
					"You cannot give it to anybody yourself. {name} is told, and decides.",
					{ name: otherFirst },
				)}
			</p>
			<Actions>
				{ask("declared-conflict", t("I have a conflict of interest"))}
				{ask("asked-to-hand-over", t("I cannot look after it"))}
			</Actions>
		</Disclosure>
	);
}
