import { Actions, LinkButton } from "../../../ui/button.tsx";
import { TextField } from "../../../ui/fields.tsx";
import { Section, Stack } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import { IslandButton, When } from "../../../ui/when.tsx";
import { Promise } from "./promise.tsx";

/** From nothing to keys: the promise, the recovery code on paper, a second way in. */
export function MakingKeys() {
	return (
		<>
			<When is="none">
				<Section title={t("What is promised")} layout="beside">
					<Stack>
						<Promise />
						<p>
							<a href="/me/keys/promise">{t("Who can still do what")}</a>
						</p>
						<Actions>
							<IslandButton does="make" weight="primary">
								{t("Make my keys")}
							</IslandButton>
						</Actions>
					</Stack>
				</Section>
			</When>
			<When is="starting-over">
				<Section title={t("Make new keys?")} layout="beside">
					<Stack>
						<p>
							{t(
								"Your own notes can then never be opened again, by anybody. Everyone you share notes with has to compare words with you anew.",
							)}
						</p>
						<Actions>
							<IslandButton does="make" weight="danger">
								{t("Make new keys all the same")}
							</IslandButton>
							<LinkButton weight="quiet" href="/me/keys">
								{t("Keep the keys I have")}
							</LinkButton>
						</Actions>
					</Stack>
				</Section>
			</When>
			<When is="code">
				<Section
					title={t("Your recovery code")}
					lead={t(
						"It opens everything when nothing else does. Print it, or write it down, and keep it where you keep your passport. It is shown this once.",
					)}
					layout="beside"
				>
					<Stack>
						<output class="code-to-keep" data-code />
						<p class="hint print-only">
							{t(
								"Recovery code for sealed notes in Baton. Whoever has it and can sign in as you can read them.",
							)}
						</p>
						<Actions>
							<IslandButton does="print">{t("Print")}</IslandButton>
							<IslandButton does="copy" weight="quiet">
								{t("Copy")}
							</IslandButton>
						</Actions>
						<form class="form" data-submits="code-kept" autocomplete="off">
							<TextField
								name="last-group"
								label={t("The last four characters")}
								hint={t("So that you know you have it.")}
								size="short"
								autocomplete="off"
								required
							/>
							<Actions>
								<button type="submit" class="button primary">
									{t("I have it")}
								</button>
							</Actions>
						</form>
					</Stack>
				</Section>
			</When>
			<SecondWay />
		</>
	);
}

function SecondWay() {
	return (
		<When is="second">
			<Section
				title={t("How you will open them day to day")}
				lead={t(
					"Two ways in are needed before the first note, so that losing one loses nothing.",
				)}
				layout="beside"
			>
				<ul class="ways">
					<li data-way-to-make="passkey">
						<h3>{t("A passkey")}</h3>
						<p>
							{t(
								"Your fingerprint, face or security key. The best on a phone.",
							)}
						</p>
						<IslandButton does="add-passkey" weight="primary">
							{t("Use a passkey")}
						</IslandButton>
					</li>
					<li data-way-to-make="recovery-code" hidden>
						<h3>{t("A new recovery code")}</h3>
						<p>
							{t(
								"For when the paper is lost. Take the old one away afterwards.",
							)}
						</p>
						<IslandButton does="add-code">{t("Give me a code")}</IslandButton>
					</li>
					<li>
						<h3>{t("This device")}</h3>
						<p>
							{t(
								"This browser keeps a key and opens by itself when you are signed in. Only on a device that is yours alone.",
							)}
						</p>
						<IslandButton does="add-device">
							{t("Remember this device")}
						</IslandButton>
					</li>
					<li>
						<h3>{t("Six words")}</h3>
						<p>
							{t("Chosen by chance, to type or to keep in a password manager.")}
						</p>
						<IslandButton does="add-words">
							{t("Give me six words")}
						</IslandButton>
					</li>
				</ul>
				<form class="form" data-submits="words-kept" autocomplete="off" hidden>
					<output class="code-to-keep" data-passphrase />
					<TextField
						name="words-again"
						label={t("The six words once more")}
						hint={t("Shown this once.")}
						autocomplete="off"
						required
					/>
					<Actions>
						<button type="submit" class="button primary">
							{t("I have them")}
						</button>
					</Actions>
				</form>
			</Section>
		</When>
	);
}
