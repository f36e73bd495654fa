import { ButtonForm, Actions, LinkButton } from "../../../ui/button.tsx";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import { Quote } from "../../../ui/why-lines.tsx";
import type { Commitment } from "../queries/commitments.ts";
import type { WriteUp } from "../queries/write-ups.ts";
import { CommitmentList } from "./commitment-list.tsx";

type Props = {
	session: string;
	visitor: string;
	writeUps: readonly WriteUp[];
	/** Those made in this session. */
	commitments: readonly Commitment[];
	mayWriteUp: boolean;
	isSettled: boolean;
	today: string;
};

/** What came of a session. */
export function AfterSection(props: Props) {
	const { session, visitor, writeUps, commitments } = props;
	const own = writeUps.find(({ author }) => author === visitor);
	if (writeUps.length + commitments.length === 0 && !props.mayWriteUp)
		return null;
	return (
		<Section title={t("What came of it")}>
			{writeUps.map(({ author, name, decided, keeping }) => (
				<div key={author} class="came-of-it">
					{decided !== "" && <Quote by={name}>{decided}</Quote>}
					{keeping !== "" && (
						<p>
							<strong>{t("Worth keeping:")}</strong> {keeping}
						</p>
					)}
				</div>
			))}
			<CommitmentList
				commitments={commitments}
				visitor={visitor}
				today={props.today}
				from={`/sessions/${session}`}
			/>
			{props.mayWriteUp && (
				<Actions>
					<LinkButton
						weight={own === undefined ? "primary" : "secondary"}
						href={`/sessions/${session}/write-up`}
					>
						{own === undefined
							? t("Write it up in two minutes")
							: t("Change what you wrote")}
					</LinkButton>
					{!props.isSettled && (
						<ButtonForm action={`/sessions/${session}/missed`} weight="quiet">
							{t("It did not take place")}
						</ButtonForm>
					)}
				</Actions>
			)}
		</Section>
	);
}
