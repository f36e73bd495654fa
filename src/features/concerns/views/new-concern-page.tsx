import { Actions, LinkButton } from "../../../ui/button.tsx";
import { RadioGroup } from "../../../ui/choices.tsx";
import { TextArea } from "../../../ui/fields.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { t } from "../../../ui/text.ts";
import { When } from "../../../ui/when.tsx";
import { SealedPlace } from "../../keyring/views/sealed-place.tsx";
import type { Ombudsperson } from "../queries.ts";
import { NobodyWithKeys } from "./nobody-with-keys.tsx";

export function NewConcernPage({
	frame,
	ombudspersons,
}: {
	frame: Frame;
	ombudspersons: readonly Ombudsperson[];
}) {
	const isPossible = ombudspersons.some(({ hasKeys }) => hasKeys);
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("Raise a concern")}
			lead={t("Sealed in your browser for the one person you choose.")}
			parent={{ label: t("When something is not right"), href: "/concerns" }}
		>
			{isPossible ? (
				<SealedPlace
					island="concerns"
					documents={{
						keyring: "/me/keys/keyring.json",
						candidates: "/concerns/candidates.json",
						raise: "/concerns",
					}}
				>
					<When is="open">
						<Writing ombudspersons={ombudspersons} />
					</When>
				</SealedPlace>
			) : (
				<NobodyWithKeys ombudspersons={ombudspersons} />
			)}
		</Page>
	);
}

function Writing({
	ombudspersons,
}: {
	ombudspersons: readonly Ombudsperson[];
}) {
	const [only] = ombudspersons;
	const ready = ombudspersons.filter(({ hasKeys }) => hasKeys);
	const lacking = ombudspersons.filter(({ hasKeys }) => !hasKeys);
	return (
		<form class="form" data-submits="concern" autocomplete="off">
			<RadioGroup
				name="ombudsperson"
				label={t("Whom do you want to turn to?")}
				value={ombudspersons.length === 1 ? only?.id : undefined}
				choices={ready.map(({ id, name, title }) => ({
					value: id,
					label: name,
					...(title === null ? {} : { hint: title }),
				}))}
				required
			/>
			{lacking.length > 0 && (
				<p class="hint">
					{t(
						"{names} cannot be written to here yet: their keys are still missing.",
						{ names: lacking.map(({ name }) => name).join(", ") },
					)}
				</p>
			)}
			<TextArea
				name="words"
				label={t("What is it about?")}
				audience={{
					who: "relationship",
					names: [t("the ombudsperson you choose")],
				}}
				hint={t(
					"As much or as little as you like; you can go on writing later. Say what would help you, and what must not happen.",
				)}
				rows={8}
				required
			/>
			<Actions>
				<button type="submit" class="button primary">
					{t("Seal and send")}
				</button>
				<LinkButton weight="quiet" href="/concerns">
					{t("Not now")}
				</LinkButton>
			</Actions>
			<p class="hint">
				{t(
					"A first answer comes within 7 days, and what came of it within 90. No mail is sent: look on “Today”.",
				)}
			</p>
		</form>
	);
}
