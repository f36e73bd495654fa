import {
	type Charter,
	changedFields,
} from "../../../domain/programs/charter.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/choices.tsx";
import { DescriptionList } from "../../../ui/description-list.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { NumberField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import { charterLabel, charterLines } from "../charter-text.ts";
import type { charterVersions } from "../queries/programs.ts";
import type { Standing } from "../standing.ts";
import { CharterFields } from "./charter-form.tsx";
import { parentList, parentOf, ProgramTabs } from "./program-tabs.tsx";

type Versions = Awaited<ReturnType<typeof charterVersions>>;

export function CharterPage({
	frame,
	standing,
	versions,
	state,
}: {
	frame: Frame;
	standing: Standing;
	versions: Versions;
	state?: FormState | undefined;
}) {
	const { program, manages, oversees } = standing;
	const [current] = versions;
	return (
		<Page
			frame={frame}
			title={t("What “{program}” is for, and how it runs", {
				program: program.name,
			})}
			lead={current && versionLine(current)}
			parent={oversees ? parentList() : parentOf(program)}
			action={
				manages && (
					<LinkButton href={`/programs/${program.id}/charter/edit`}>
						{t("Change the charter")}
					</LinkButton>
				)
			}
		>
			<ProgramTabs standing={standing} current="charter" />
			<Section title={t("As it stands")} layout="beside">
				<CharterText charter={program.charter} />
			</Section>
			{versions.length > 1 && (
				<Section title={t("How it came to say this")} layout="beside">
					{versions.map((version, place) => {
						const before = versions[place + 1];
						return (
							<Disclosure
								key={version.version}
								summary={versionLine(version)}
								isOpen={place === 0}
							>
								{before === undefined ? (
									<p class="hint">{t("The first version.")}</p>
								) : (
									<Differences
										before={before.charter}
										after={version.charter}
									/>
								)}
							</Disclosure>
						);
					})}
				</Section>
			)}
			{manages && <WaysIn standing={standing} state={state} />}
		</Page>
	);
}

export function EditCharterPage({
	frame,
	standing: { program },
	state,
}: {
	frame: Frame;
	standing: Standing;
	state?: FormState | undefined;
}) {
	return (
		<Page
			frame={frame}
			title={t("Change the charter")}
			lead={t(
				"What you adopt here becomes a new version. The earlier ones are kept, and everyone sees what changed.",
			)}
			parent={{
				label: t("Charter"),
				href: `/programs/${program.id}/charter`,
			}}
			width="measure"
		>
			<Form
				action={`/programs/${program.id}/charter`}
				submit={t("Adopt this version")}
				cancel={{
					label: t("Not now"),
					href: `/programs/${program.id}/charter`,
				}}
				state={state}
			>
				<input type="hidden" name="from" value={program.charterVersion} />
				<CharterFields name={program.name} charter={program.charter} />
			</Form>
		</Page>
	);
}

const fields = [
	"purpose",
	"enterpriseGoals",
	"businessChallenges",
	"formats",
	"cadence",
	"sessionMinutes",
	"lengthMonths",
	"schedulingNorms",
	"evaluationMonths",
	"pulseWeeks",
] as const satisfies readonly (keyof Charter)[];

export function CharterText({ charter }: { charter: Charter }) {
	return (
		<DescriptionList
			items={fields.map((field) => ({
				term: charterLabel(field),
				text: <Lines lines={charterLines(charter, field)} />,
			}))}
		/>
	);
}

export function Lines({ lines }: { lines: readonly string[] }) {
	const [first] = lines;
	if (lines.length === 1) return <p>{first}</p>;
	return (
		<ul>
			{lines.map((line) => (
				<li key={line}>{line}</li>
			))}
		</ul>
	);
}

function Differences({ before, after }: { before: Charter; after: Charter }) {
	return (
		<DescriptionList
			items={changedFields(before, after).map((field) => {
				const [old, now] = [
					charterLines(before, field),
					charterLines(after, field),
				];
				return {
					term: charterLabel(field),
					text: (
						<>
							{old
								.filter((line) => !now.includes(line))
								.map((line) => (
									<p key={`-${line}`}>
										<span class="unseen">{t("removed:")} </span>
										<del>{line}</del>
									</p>
								))}
							{now
								.filter((line) => !old.includes(line))
								.map((line) => (
									<p key={`+${line}`}>
										<span class="unseen">{t("added:")} </span>
										<ins>{line}</ins>
									</p>
								))}
						</>
					),
				};
			})}
		/>
	);
}

function WaysIn({
	standing: { program },
	state,
}: {
	standing: Standing;
	state: FormState | undefined;
}) {
	return (
		<Section
			title={t("How people come in")}
			lead={t(
				"Always by invitation, which may be declined without a reason. Beside that:",
			)}
			layout="beside"
		>
			<Form
				action={`/programs/${program.id}/ways-in`}
				submit={t("Keep this")}
				weight="secondary"
				state={state}
			>
				<Checkbox
					name="takesApplications"
					label={t("People who fit the rules may ask for a place")}
					hint={t("Everyone in the organisation can then read the charter.")}
					checked={program.takesApplications}
				/>
				<Checkbox
					name="takesNominations"
					label={t("Managers and sponsors may nominate someone, with a reason")}
					hint={t(
						"Anyone with people reporting to them. The one who is nominated must say yes, and you decide.",
					)}
					checked={program.takesNominations}
				/>
				<NumberField
					name="menteePlaces"
					label={t("Mentees at most")}
					hint={t(
						"Whoever says yes after that waits. Empty: as many as the mentors have places for.",
					)}
					value={program.menteePlaces ?? undefined}
					least={1}
				/>
			</Form>
		</Section>
	);
}

function versionLine({ version, at, by }: Versions[number]): string {
	return by === undefined
		? t("Version {version}, {date}", { version, date: formatDate(at) })
		: t("Version {version}, {date}, by {name}", {
				version,
				date: formatDate(at),
				name: by,
			});
}
