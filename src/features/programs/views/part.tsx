import { ButtonForm } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { TextField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { PersonLine } from "../../../ui/person-line.tsx";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import type { OwnEnrolment } from "../queries/enrolments.ts";
import type { Named } from "../queries/wishes.ts";
import type { Standing } from "../standing.ts";
import { sideName } from "../words.ts";
import { TermsFields } from "./invitation.tsx";
import { ownSentence } from "./own-parts.tsx";
import { parentOf } from "./program-tabs.tsx";

/** Which form came back, and how: "wishes", "blocks", or the id of an enrolment. */
export type PartState = {
	readonly form: string;
	readonly state: FormState;
};

type Props = {
	frame: Frame;
	standing: Standing;
	wishes: readonly Named[];
	blocks: readonly Named[];
	today: string;
	again?: PartState | undefined;
};

export function PartPage(props: Props) {
	const { frame, standing } = props;
	const { program, own } = standing;
	const isIn = own.some(({ status }) => isGoingOn(status));
	return (
		<Page
			frame={frame}
			title={t("Your part in “{program}”", { program: program.name })}
			parent={parentOf(program)}
		>
			{own.map((part) => (
				<OwnPart key={part.id} part={part} props={props} />
			))}
			{isIn ? (
				<>
					<Wishes {...props} />
					<Blocks {...props} />
				</>
			) : (
				<EmptyState title={t("You take no part at present")}>
					{t("What you wish for can be said once you have a place.")}
				</EmptyState>
			)}
		</Page>
	);
}

function OwnPart({
	part,
	props: { standing, today, again },
}: {
	part: OwnEnrolment;
	props: Props;
}) {
	const base = `/programs/${standing.program.id}/part/${part.id}`;
	const isIn = isGoingOn(part.status);
	return (
		<Section
			title={sideName(part.side)}
			lead={ownSentence(part)}
			layout="beside"
		>
			{isIn && (
				<>
					<Form
						id={`terms-${part.side}`}
						action={base}
						submit={t("Keep this")}
						weight="secondary"
						state={again?.form === part.id ? again.state : undefined}
					>
						<TermsFields part={part} today={today} />
					</Form>
					<div>
						<ButtonForm action={`${base}/withdraw`} weight="quiet">
							{part.side === "mentor"
								? t("Withdraw as mentor")
								: t("Withdraw as mentee")}
						</ButtonForm>
						<p class="hint">
							{t(
								"Without a reason, from now on. Relationships you are in go on until one of you ends them.",
							)}
						</p>
					</div>
				</>
			)}
		</Section>
	);
}

function Wishes({ standing: { program }, wishes, again }: Props) {
	return (
		<Section
			title={t("With whom you would like to be paired")}
			lead={t("Up to three people. It helps, and promises nothing.")}
			layout="beside"
		>
			<Form
				id="wishes"
				action={`/programs/${program.id}/part/wishes`}
				submit={t("Keep these wishes")}
				weight="secondary"
				state={again?.form === "wishes" ? again.state : undefined}
			>
				{[0, 1, 2].map((place) => (
					<TextField
						key={place}
						name={`wish-${place}`}
						label={t("Wish {number}", { number: place + 1 })}
						hint={
							place === 0
								? t(
										"An e-mail address, or a full name. Empty: no wish. It raises the score of a pair; whoever runs the program sees scores, not wishes.",
									)
								: undefined
						}
						audience="pairing-only"
						value={wishes[place]?.email}
					/>
				))}
			</Form>
		</Section>
	);
}

function Blocks({ standing: { program }, blocks, again }: Props) {
	return (
		<Section
			title={t("With whom you would rather not be paired")}
			lead={t("No reason is asked, and none is kept.")}
			layout="beside"
		>
			{blocks.map(({ id, name }) => (
				<PersonLine key={id} name={name}>
					<ButtonForm
						action={`/programs/${program.id}/part/blocks/remove`}
						values={{ other: id }}
						weight="quiet"
					>
						{t("Take back")}
						<span class="unseen">: {name}</span>
					</ButtonForm>
				</PersonLine>
			))}
			<Form
				id="blocks"
				action={`/programs/${program.id}/part/blocks`}
				submit={t("Keep us apart")}
				weight="secondary"
				state={again?.form === "blocks" ? again.state : undefined}
			>
				<TextField
					name="other"
					label={t("Not with")}
					hint={t(
						"An e-mail address, or a full name. The people who run the program see that you two are not to be paired; the other person is never told.",
					)}
					audience="program-managers"
					required
				/>
			</Form>
		</Section>
	);
}

function isGoingOn(status: OwnEnrolment["status"]): boolean {
	return status === "enrolled" || status === "waiting" || status === "applied";
}
