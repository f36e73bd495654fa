import { Actions } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { TextField } from "../../../ui/fields.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Stack } from "../../../ui/section.tsx";
import { formatList, t } from "../../../ui/text.ts";
import { IslandButton } from "../../../ui/when.tsx";
import type { RelationshipRecovery } from "../../recovery/queries.ts";

/** Custodians by person, for the island to name those whose keys it has checked. */
export function recoveryNames({
	keys,
}: RelationshipRecovery): Readonly<Record<string, string>> {
	return Object.fromEntries(
		keys.flatMap(({ custodians }) =>
			custodians.map(({ person, name }) => [person, name]),
		),
	);
}

/**
 * The permanent line of a relationship whose notes custodians can open. As the server has it while the keys are closed; once they are open, the
 * browser shows what it has checked, whatever the server says.
 */
export function RecoveryLine({
	name,
	recovery,
}: {
	name: string;
	recovery: RelationshipRecovery;
}) {
	const { keys, epochs } = recovery;
	const newest = epochs.at(-1);
	const key = keys.find(({ id }) => id === newest?.key);
	const names = formatList(key?.custodians.map((each) => each.name) ?? []);
	return (
		<div class="recovery-line">
			<p data-recovery-line="now" hidden={newest === undefined}>
				<Icon name="eye" />
				<span>
					{t(
						"Two of three custodians of your organisation can open notes here:",
					)}{" "}
					<strong data-custodian-names>{names}</strong>.{" "}
					{t(
						"Only after giving a reason, and 72 hours after you and {name} were told.",
						{ name },
					)}{" "}
					<a href="/recovery/openings">{t("What they have asked for")}</a>
				</span>
			</p>
			<p data-recovery-line="earlier" hidden>
				<Icon name="eye" />
				<span>
					{t(
						"What you write now custodians cannot open. What you wrote under an earlier key two of these can, after a reason and 72 hours:",
					)}{" "}
					<strong data-custodian-names />.
				</span>
			</p>
		</div>
	);
}

/** Beside what is being written, who else could read it. */
export function RecoveryHint() {
	return (
		<p class="hint" data-recovery-line="now" hidden>
			{t(
				"What the two of you read, two of three custodians can open together: they are named above.",
			)}
		</p>
	);
}

/** To agree, to take it back, to stop. The island shows what fits; nothing at all where the organisation has no recovery key. */
export function RecoveryChoice({ name }: { name: string }) {
	return (
		<div data-recovery-choice hidden>
			<Disclosure
				summary={t("In case you both lose your keys: the recovery key")}
			>
				<Stack>
					<p data-recovery-state="asked" hidden>
						<strong>
							{t("{name} has agreed. Nothing changes unless you do.", {
								name,
							})}
						</strong>
					</p>
					<div data-recovery-state="offered asked" hidden>
						<Stack>
							<Explained name={name} />
							<AgreeForm name={name} />
						</Stack>
					</div>
					<div data-recovery-state="agreed" hidden>
						<p>
							{t(
								"You have agreed, {name} has not. Nothing changes before {name} does.",
								{ name },
							)}
						</p>
						<Actions>
							<IslandButton does="recovery-take-back">
								{t("Take it back")}
							</IslandButton>
						</Actions>
					</div>
					<div data-recovery-state="now" hidden>
						<p>
							{t(
								"Either of you can stop it for what you write from now on. What you have written since you agreed stays as it is.",
							)}
						</p>
						<Actions>
							<IslandButton does="recovery-stop">
								{t("Stop it from now on")}
							</IslandButton>
						</Actions>
					</div>
				</Stack>
			</Disclosure>
		</div>
	);
}

function Explained({ name }: { name: string }) {
	return (
		<>
			<p>
				{t(
					"Your organisation has a recovery key. If you and {name} both agree, two of its three custodians can open what you write here from then on, together, after giving a reason and 72 hours after you were both told:",
					{ name },
				)}{" "}
				<strong data-offered-names />.{" "}
				<a href="/recovery">{t("How it works")}</a>
			</p>
			<p>
				{t(
					"What you have written until now stays closed to them, and so does what is for you alone.",
				)}
			</p>
		</>
	);
}

function AgreeForm({ name }: { name: string }) {
	return (
		<form class="form" data-submits="recovery" autocomplete="off">
			<TextField
				name="words"
				label={t("The six words of the recovery key")}
				hint={t(
					"Ask one of the custodians, by phone or in person. Your browser compares them: so you know that it is theirs.",
				)}
				audience="you-alone"
				required
			/>
			<Actions>
				<button type="submit" class="button">
					{t("I agree, if {name} does", { name })}
				</button>
			</Actions>
		</form>
	);
}
