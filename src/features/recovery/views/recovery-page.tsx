import { Actions, LinkButton } from "../../../ui/button.tsx";
import { DescriptionList } from "../../../ui/description-list.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Prose, Section, Stack } from "../../../ui/section.tsx";
import { Status } from "../../../ui/status.tsx";
import { formatDateTime, t } from "../../../ui/text.ts";
import { Timeline } from "../../../ui/timeline.tsx";
import type { RecoveryKeyRow } from "../queries.ts";
import { Custody } from "./custody.tsx";

type Props = {
	frame: Frame;
	keys: readonly RecoveryKeyRow[];
	visitor: string;
	isAdministrator: boolean;
	timeZone: string;
};

/** The same page for everyone: whether there is a recovery key is nobody's secret. */
export function RecoveryPage(props: Props) {
	const { frame, keys, visitor, isAdministrator } = props;
	const open = keys.find(({ isOpen }) => isOpen);
	const isCustodian = keys.some(
		({ custodians, endedAt }) =>
			endedAt === null && custodians.some(({ person }) => person === visitor),
	);
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("Can your organisation open sealed notes?")}
			parent={{ label: t("The keys to what you seal"), href: "/me/keys" }}
			lead={leadOf(open)}
		>
			{open !== undefined && (
				<Custodians open={open} timeZone={props.timeZone} />
			)}
			{open !== undefined && <Custody open={open} visitor={visitor} />}
			<Section title={t("How it works")}>
				<DescriptionList items={rules()} />
			</Section>
			{(isAdministrator || isCustodian) && (
				<Actions>
					{isCustodian && (
						<LinkButton href="/recovery/openings">
							{t("What custodians can open")}
						</LinkButton>
					)}
					{isAdministrator && (
						<LinkButton href="/administration/recovery">
							{open === undefined
								? t("Name custodians")
								: t("Change or switch off")}
						</LinkButton>
					)}
				</Actions>
			)}
			{keys.length > 0 && <History {...props} />}
		</Page>
	);
}

function leadOf(open: RecoveryKeyRow | undefined): string {
	if (open === undefined)
		return t(
			"No. There is no recovery key: what you seal opens for you and those you write to, and for nobody else.",
		);
	return open.isAccepted
		? t(
				"Only where you and the person you write to have both agreed, and only what you write after that.",
			)
		: t(
				"Not now. A recovery key is being set up; it is in use once all three custodians have accepted.",
			);
}

function Custodians({
	open: { custodians },
	timeZone,
}: {
	open: RecoveryKeyRow;
	timeZone: string;
}) {
	return (
		<Section title={t("The three custodians")} layout="beside">
			<Stack>
				<ul class="custodians">
					{custodians.map(({ person, name, title, acceptedAt, isGone }) => (
						<li key={person}>
							<p>
								<a href={`/people/${person}`}>{name}</a>
								{title !== null && <small>{title}</small>}
							</p>
							{isGone ? (
								<Status kind="attention">
									{t("has left, or has lost these keys")}
								</Status>
							) : acceptedAt === null ? (
								<Status kind="waiting">{t("has not accepted yet")}</Status>
							) : (
								<Status kind="done">
									{t("accepted {moment}", {
										moment: formatDateTime(acceptedAt, timeZone),
									})}
								</Status>
							)}
						</li>
					))}
				</ul>
			</Stack>
		</Section>
	);
}

function rules() {
	return [
		{
			term: t("Nothing without you"),
			text: t(
				"It opens nothing unless both of you agree on your page of notes, each with six words that a custodian reads to you. From then on a line on that page says so, for good. What you wrote before stays closed, and what is for you alone always does.",
			),
		},
		{
			term: t("Two of three"),
			text: t(
				"No custodian can open anything alone. One asks and gives a reason; a second agrees or does not. Nobody of your line takes part, and nobody who administers Baton.",
			),
		},
		{
			term: t("72 hours, and you know"),
			text: t(
				"You are both told at once, by mail and on “Today”, of the reason and of every step. Nothing is handed out for 72 hours. You can object: then the second custodian has to agree anew, knowing that you did. What you delete in that time is gone.",
			),
		},
		{
			term: t("What cannot be promised"),
			text: t(
				"The wait is the server’s. Two custodians who act together with whoever runs the server could open what you agreed to earlier, and without your being told.",
			),
		},
	];
}

function History({ keys, timeZone }: Props) {
	const moment = (at: Date) => formatDateTime(at, timeZone);
	const happenings = keys.flatMap(
		({ custodians, namedAt, acceptedAt, replacedAt, endedAt }) => {
			const names = custodians.map(({ name }) => name).join(", ");
			return [
				{ at: endedAt, title: t("Switched off") },
				{ at: replacedAt, title: t("Other custodians were named") },
				{ at: acceptedAt, title: t("In use: all three have accepted") },
				{ at: namedAt, title: t("Named: {names}", { names }) },
			].flatMap(({ at, title }) => (at === null ? [] : [{ at, title }]));
		},
	);
	return (
		<Disclosure summary={t("Since when")}>
			<Timeline
				happenings={happenings
					.toSorted((one, other) => Number(other.at) - Number(one.at))
					.map(({ at, title }) => ({ when: moment(at), title }))}
			/>
			<Prose>
				<p class="hint">{t("Who named whom also stands in the journal.")}</p>
			</Prose>
		</Disclosure>
	);
}
