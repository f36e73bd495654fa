import { Actions, ButtonForm, LinkButton } from "../../../ui/button.tsx";
import {
	type Description,
	DescriptionList,
} from "../../../ui/description-list.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Prose, Section } from "../../../ui/section.tsx";
import { Status, Tags } from "../../../ui/status.tsx";
import { formatDate, formatDateTime, formatList, t } from "../../../ui/text.ts";
import { languageName } from "../language-name.ts";
import { personName } from "../person-name.ts";
import type { PersonPageFacts, ShownSkill } from "../queries/person.ts";
import { SkillList } from "./skill-list.tsx";

type Props = {
	frame: Frame;
	person: PersonPageFacts;
	offers: readonly ShownSkill[];
	keepsRecords: boolean;
	isSelf: boolean;
	/** Taken in a moment ago: what comes next is to invite them. */
	isAdded: boolean;
};

export function PersonPage(props: Props) {
	const { frame, person, offers } = props;
	return (
		<Page
			frame={frame}
			title={personName(person) || t("No name")}
			lead={[person.job_title, person.unit].filter(Boolean).join(" · ")}
			parent={{ label: t("People"), href: "/people" }}
			action={mainAction(props)}
		>
			{person.left_on !== null && (
				<p>
					<Status kind="quiet">
						{t("Left the organisation on {date}", {
							date: formatDate(person.left_on),
						})}
					</Status>
				</p>
			)}
			<Section title={t("Where to find them")} layout="beside">
				<DescriptionList items={whereabouts(person, frame.now)} />
			</Section>
			<Words person={person} />
			<Section
				title={t("What they offer")}
				lead={t(
					"Competencies with a level each. Open one to see what it means.",
				)}
				layout="beside"
			>
				{offers.length === 0 ? (
					<p>{t("Nothing said yet.")}</p>
				) : (
					<SkillList skills={offers} />
				)}
			</Section>
			{props.keepsRecords && <ForRecordKeepers {...props} />}
		</Page>
	);
}

function mainAction({ person, isSelf, isAdded, keepsRecords }: Props) {
	if (isSelf)
		return <LinkButton href="/me">{t("Change what you say")}</LinkButton>;
	if (!isAdded || !keepsRecords || person.left_on !== null) return undefined;
	return <InviteButton id={person.id} weight="primary" />;
}

function InviteButton({
	id,
	weight,
}: {
	id: string;
	weight: "primary" | "secondary";
}) {
	return (
		<ButtonForm action={`/people/${id}/invite`} weight={weight}>
			{t("Invite to sign in")}
		</ButtonForm>
	);
}

function whereabouts(person: PersonPageFacts, now: number): Description[] {
	const manager =
		person.manager_id === null
			? null
			: personName({
					first_name: person.manager_first_name ?? "",
					last_name: person.manager_last_name ?? "",
				});
	return present([
		[t("Function"), join(person.function, person.discipline)],
		[t("Location"), person.location],
		[
			t("Local time"),
			person.time_zone === null
				? null
				: `${formatDateTime(now, person.time_zone)} (${person.time_zone})`,
		],
		[
			t("Languages"),
			person.languages.length === 0
				? null
				: formatList(person.languages.map(languageName)),
		],
		[
			t("Manager"),
			manager === null ? null : (
				<a href={`/people/${person.manager_id}`}>{manager}</a>
			),
		],
		[
			t("Leads directly"),
			person.reports
				? t("{count, plural, one {one person} other {# people}}", {
						count: person.reports,
					})
				: null,
		],
		[t("E-mail"), <a href={`mailto:${person.email}`}>{person.email}</a>],
	]);
}

function join(...parts: readonly (string | null)[]): string | null {
	return parts.filter(Boolean).join(" · ") || null;
}

/** Only what is there: an empty line says nothing. */
export function present(
	pairs: readonly (readonly [string, Description["text"]])[],
): Description[] {
	return pairs.flatMap(([term, text]) =>
		text === null || text === undefined || text === "" ? [] : [{ term, text }],
	);
}

function Words({ person }: { person: PersonPageFacts }) {
	const { about, experience, clients, industries } = person;
	const said = [about, experience].some(Boolean);
	if (!said && !clients?.length && !industries?.length) return null;
	return (
		<Section title={t("In their own words")} layout="beside">
			{said && (
				<Prose>
					{[about, experience].flatMap((text) =>
						(text ?? "")
							.split(/\n{2,}/)
							.filter(Boolean)
							.map((paragraph) => <p>{paragraph}</p>),
					)}
				</Prose>
			)}
			<DescriptionList
				items={present([
					[t("Clients"), clients?.length ? <Tags words={clients} /> : null],
					[
						t("Industries"),
						industries?.length ? <Tags words={industries} /> : null,
					],
				])}
			/>
		</Section>
	);
}

function ForRecordKeepers({ person, isSelf, isAdded }: Props) {
	const path = `/people/${person.id}`;
	return (
		<Section
			title={t("What HR says")}
			lead={
				isSelf
					? t("Your own record.")
					: t(
							"Opening the record is written down, and {name} can see who did.",
							{ name: person.first_name || t("this person") },
						)
			}
			layout="beside"
		>
			<Actions>
				<LinkButton href={`${path}/record`}>{t("Open the record")}</LinkButton>
				{person.left_on === null ? (
					<>
						{!isAdded && <InviteButton id={person.id} weight="secondary" />}
						{!isSelf && (
							<LinkButton weight="quiet" href={`${path}/leave`}>
								{t("Mark as left")}
							</LinkButton>
						)}
					</>
				) : (
					<ButtonForm action={`${path}/return`}>
						{t("Take back that they left")}
					</ButtonForm>
				)}
			</Actions>
		</Section>
	);
}
