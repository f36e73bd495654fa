import { Actions, ButtonForm, LinkButton } from "../../../ui/button.tsx";
import { Audience } from "../../../ui/audience.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Status } from "../../../ui/status.tsx";
import { t } from "../../../ui/text.ts";
import { factName } from "../fact-name.ts";
import type { OwnFact } from "../queries/own.ts";

export function SensitivePage({
	frame,
	facts,
}: {
	frame: Frame;
	facts: readonly OwnFact[];
}) {
	return (
		<Page
			frame={frame}
			title={t("What only you can say")}
			lead={t(
				"You need not say any of this. What you say nobody else ever reads, not HR and not whoever runs this installation’s programs; each use needs a yes of its own, and you can take it back.",
			)}
			parent={{ label: t("About you"), href: "/me" }}
		>
			{facts.map((fact) => (
				<Section
					key={fact.fact}
					title={factName(fact)}
					lead={<Audience of="you-alone" />}
					layout="beside"
				>
					<Standing fact={fact} />
				</Section>
			))}
		</Page>
	);
}

function Standing({ fact }: { fact: OwnFact }) {
	const path = `/me/sensitive/${fact.fact}`;
	if (fact.declared === null && fact.proposed !== null)
		return (
			<>
				<p>
					{t("A file from HR says: {value}. It is used for nothing.", {
						value: fact.proposed,
					})}
				</p>
				<Actions>
					<ButtonForm action={`${path}/confirm`} weight="secondary">
						{t("That is right")}
					</ButtonForm>
					<LinkButton href={path}>{t("Correct it")}</LinkButton>
					<ButtonForm action={`${path}/delete`} weight="quiet">
						{t("Delete it")}
					</ButtonForm>
				</Actions>
			</>
		);
	return (
		<>
			{fact.declared === null ? (
				<p>
					{fact.isDeleted
						? t(
								"You deleted it. No file from HR can propose it again; you can still say it yourself.",
							)
						: t("You have not said.")}
				</p>
			) : (
				<>
					<p>
						<strong>{fact.declared}</strong>
					</p>
					<Uses fact={fact} />
				</>
			)}
			<Actions>
				<LinkButton href={path}>
					{fact.declared === null ? t("Say it") : t("Change")}
				</LinkButton>
			</Actions>
		</>
	);
}

function Uses({ fact }: { fact: OwnFact }) {
	if (!fact.mayPair && !fact.mayAudit)
		return <Status kind="quiet">{t("Used for nothing")}</Status>;
	return (
		<>
			{fact.mayPair && (
				<Status kind="active">{t("You agreed to its use for pairing")}</Status>
			)}
			{fact.mayAudit && (
				<Status kind="active">
					{t("You agreed to its use in the equity audit")}
				</Status>
			)}
		</>
	);
}
