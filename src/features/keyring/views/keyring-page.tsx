import { ButtonForm } from "../../../ui/button.tsx";
import { DescriptionList } from "../../../ui/description-list.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section, Stack } from "../../../ui/section.tsx";
import { formatDateTime, t } from "../../../ui/text.ts";
import { IslandButton, When } from "../../../ui/when.tsx";
import type { OwnKeyring, OwnUnlocker } from "../queries.ts";
import { MakingKeys } from "./making-keys.tsx";
import { Promise } from "./promise.tsx";
import { SealedPlace } from "./sealed-place.tsx";

type Props = { frame: Frame; keyring: OwnKeyring; timeZone: string };

export function KeyringPage({ frame, keyring, timeZone }: Props) {
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("The keys to what you seal")}
			parent={{ label: t("About you"), href: "/me" }}
			lead={t(
				"Notes are encrypted in your browser. These keys open them, and nobody else has them.",
			)}
		>
			<SealedPlace
				island="keyring"
				documents={{
					keyring: "/me/keys/keyring.json",
					identity: "/me/keys/identity",
					unlockers: "/me/keys/unlockers",
				}}
			>
				<MakingKeys />
				<When is="open locked">
					<WaysIn unlockers={keyring.unlockers} timeZone={timeZone} />
				</When>
				<When is="open">
					<OwnWords />
					<Section title={t("Close them")} layout="beside">
						<Stack>
							<p>
								{t(
									"On a device that is not yours alone, close your keys when you go.",
								)}
							</p>
							<IslandButton does="close">{t("Close my keys now")}</IslandButton>
						</Stack>
					</Section>
				</When>
				<When is="open locked">
					<Lost />
				</When>
			</SealedPlace>
		</Page>
	);
}

function WaysIn({
	unlockers,
	timeZone,
}: Omit<Props, "frame" | "keyring"> & { unlockers: readonly OwnUnlocker[] }) {
	return (
		<Section
			title={t("Ways in")}
			lead={t(
				"Each opens your keys by itself. Taking one away leaves the others as they are.",
			)}
			layout="beside"
		>
			<ul class="ways">
				{unlockers.map((unlocker) => (
					<li key={unlocker.id}>
						<h3>{wayName(unlocker.kind)}</h3>
						<p>
							{unlocker.label !== "" && <>{unlocker.label} · </>}
							{t("since {moment}", {
								moment: formatDateTime(unlocker.madeAt, timeZone),
							})}
						</p>
						<ButtonForm
							action="/me/keys/unlockers/remove"
							values={{ unlocker: unlocker.id }}
							weight="quiet"
						>
							{t("Take it away")}
						</ButtonForm>
					</li>
				))}
			</ul>
			<When is="open">
				<IslandButton does="add-way">{t("Add a way in")}</IslandButton>
			</When>
		</Section>
	);
}

function OwnWords() {
	return (
		<Section
			title={t("Your six words")}
			lead={t(
				"Read them to whoever shares notes with you: if their browser shows the same words for you, nobody stands between.",
			)}
			layout="beside"
		>
			<ol class="words-to-compare" data-own-words />
			<Disclosure summary={t("What is promised")}>
				<Promise />
				<p>
					<a href="/me/keys/promise">{t("Who can still do what")}</a>
				</p>
			</Disclosure>
		</Section>
	);
}

function Lost() {
	return (
		<Section title={t("If you have lost every way in")} layout="beside">
			<Stack>
				<DescriptionList
					items={[
						{
							term: t("Your own notes"),
							text: t("are gone. Nobody can open them any more."),
						},
						{
							term: t("Notes you share"),
							text: t(
								"come back when the other has compared your new six words and lets you read again.",
							),
						},
					]}
				/>
				<IslandButton does="start-over" weight="danger">
					{t("Make new keys")}
				</IslandButton>
			</Stack>
		</Section>
	);
}

function wayName(kind: OwnUnlocker["kind"]): string {
	switch (kind) {
		case "passkey":
			return t("Passkey");
		case "recovery-code":
			return t("Recovery code");
		case "passphrase":
			return t("Six words");
		case "device":
			return t("Device");
	}
}
