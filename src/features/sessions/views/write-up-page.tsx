import { Actions, Button, LinkButton } from "../../../ui/button.tsx";
import type { Readers } from "../../../ui/audience.tsx";
import { CheckboxGroup, RadioGroup } from "../../../ui/choices.tsx";
import { DateField, TextArea, TextField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page, PlainPage } from "../../../ui/page.tsx";
import { t } from "../../../ui/text.ts";
import { longestLine, longestText } from "../forms.ts";
import type { FoundSession } from "../queries/sessions.ts";
import type { WriteUp } from "../queries/write-ups.ts";
import {
	calledAmong,
	companyName,
	readersAmong,
} from "../../relationships/company-name.ts";
import { sessionFormatName, timeText } from "../words.ts";

type Fields = {
	readonly audience: Readers;
	readonly owners: readonly {
		readonly value: string;
		readonly label: string;
	}[];
	readonly dueOn: string;
	readonly today: string;
	readonly own?: WriteUp | undefined;
};

/** After a session: three fields, one thumb. */
export function WriteUpPage({
	frame,
	session,
	visitor,
	zone,
	own,
	dueOn,
	today,
	state,
}: {
	frame: Frame;
	session: FoundSession;
	visitor: string;
	zone: string;
	own: WriteUp | undefined;
	dueOn: string;
	today: string;
	state?: FormState | undefined;
}) {
	const { id, company, members, startsAt, format } = session;
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("What came of it?")}
			parent={{ label: sessionFormatName(format), href: `/sessions/${id}` }}
			lead={`${companyName(company)} · ${timeText(startsAt, zone)}`}
		>
			<Form action={`/sessions/${id}/write-up`} state={state}>
				{members.length > 2 && (
					<CheckboxGroup
						name="attended"
						label={t("Who was there")}
						audience="program-managers"
						value={members
							.filter(({ attended }) => attended !== false)
							.map((member) => member.id)}
						choices={members.map((member) => ({
							value: member.id,
							label: member.id === visitor ? t("You") : member.name,
						}))}
					/>
				)}
				<ThreeFields
					audience={readersAmong(company.others)}
					owners={ownFirst(members, visitor).map((member) => ({
						value: member.id,
						label:
							member.id === visitor
								? t("You")
								: calledAmong(member, members.length),
					}))}
					dueOn={dueOn}
					today={today}
					own={own}
				/>
				<Actions>
					<Button>{t("Keep it")}</Button>
					<LinkButton weight="quiet" href={`/sessions/${id}`}>
						{t("Not now")}
					</LinkButton>
				</Actions>
			</Form>
		</Page>
	);
}

/** The same without signing in: it says when, and nothing that was written. */
export function LinkedWriteUpPage({
	frame,
	token,
	day,
	isPair,
	dueOn,
	today,
	state,
}: {
	frame: Frame;
	token: string;
	day: string;
	isPair: boolean;
	dueOn: string;
	today: string;
	state?: FormState | undefined;
}) {
	return (
		<PlainPage
			frame={frame}
			title={t("What came of your session?")}
			lead={t(
				"On {day}. You write here without signing in: this page takes what you write, and shows nothing that is there already.",
				{ day },
			)}
		>
			<Form action={`/write-up/${token}`} submit={t("Keep it")} state={state}>
				<ThreeFields
					audience={{ who: "relationship", names: [t("whom you met")] }}
					owners={[
						{ value: "me", label: t("I do it") },
						...(isPair
							? [{ value: "other", label: t("The other one does it") }]
							: []),
					]}
					dueOn={dueOn}
					today={today}
				/>
			</Form>
		</PlainPage>
	);
}

/** Where a link has nothing to fill in: why, and the way on. */
export function LinkedPage({
	frame,
	title,
	text,
	next,
}: {
	frame: Frame;
	title: string;
	text: string;
	/** Where signing in leads. */
	next: string;
}) {
	return (
		<PlainPage frame={frame} title={title} lead={text}>
			<Actions>
				<LinkButton
					weight="primary"
					href={`/sign-in?next=${encodeURIComponent(next)}`}
				>
					{t("Sign in")}
				</LinkButton>
			</Actions>
		</PlainPage>
	);
}

// Between two, what was decided is as often the other's; in a circle nobody's name stands there unless somebody chose it.
function ownFirst<One extends { readonly id: string }>(
	members: readonly One[],
	visitor: string,
): readonly One[] {
	return members.length === 2
		? members
		: members.toSorted(
				(one, other) =>
					Number(other.id === visitor) - Number(one.id === visitor),
			);
}

function ThreeFields({ audience, owners, dueOn, today, own }: Fields) {
	return (
		<>
			<TextArea
				name="decided"
				label={t("What we decided")}
				audience={audience}
				value={own?.decided}
				rows={3}
				maxLength={longestText}
			/>
			<TextField
				name="commitment"
				label={t("The next commitment")}
				hint={t(
					"Who does what. It comes back on the next agenda until it is done.",
				)}
				audience={audience}
				maxLength={longestLine}
			/>
			<RadioGroup
				name="owner"
				label={t("Whose it is")}
				value={owners[0]?.value}
				layout="row"
				required
				choices={owners}
			/>
			<DateField
				name="due"
				label={t("By when")}
				value={dueOn}
				earliest={today}
				required
			/>
			<TextArea
				name="keeping"
				label={t("Worth keeping?")}
				hint={t(
					"What others should know one day. Nothing leaves your relationship without your saying so.",
				)}
				audience={audience}
				value={own?.keeping}
				rows={2}
				maxLength={longestText}
			/>
		</>
	);
}
