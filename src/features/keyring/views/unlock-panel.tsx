import { Actions } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { PasswordField, TextField } from "../../../ui/fields.tsx";
import { Section, Stack } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import { IslandButton, When } from "../../../ui/when.tsx";

/** What stands where notes or keys will: the ways in, while they are closed. */
export function UnlockPanel() {
	return (
		<When is="locked">
			<Section title={t("Open your keys")} layout="beside">
				<Stack>
					<p>
						{t(
							"What you sealed is closed with keys that only you can open. They stay open in this browser until you sign out, twelve hours at most.",
						)}
					</p>
					<div data-way="passkey" hidden>
						<IslandButton does="open-by-passkey" weight="primary">
							{t("Open with your passkey")}
						</IslandButton>
					</div>
					<div data-way="device" hidden>
						<IslandButton does="open-by-device">
							{t("Open with this device")}
						</IslandButton>
					</div>
					<Disclosure summary={t("Open with your recovery code")}>
						<form class="form" data-opens-by="recovery-code" autocomplete="off">
							<TextField
								name="recovery-code"
								label={t("Recovery code")}
								hint={t("Eight groups of four, from the paper you printed.")}
								autocomplete="off"
								required
							/>
							<Actions>
								<button type="submit" class="button secondary">
									{t("Open with the code")}
								</button>
							</Actions>
						</form>
					</Disclosure>
					<div data-way="passphrase" hidden>
						<Disclosure summary={t("Open with your six words")}>
							<form class="form" data-opens-by="passphrase" autocomplete="off">
								<PasswordField
									name="passphrase"
									label={t("Your six words")}
									required
								/>
								<Actions>
									<button type="submit" class="button secondary">
										{t("Open with the words")}
									</button>
								</Actions>
							</form>
						</Disclosure>
					</div>
				</Stack>
			</Section>
		</When>
	);
}
