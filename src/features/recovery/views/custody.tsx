import { Actions } from "../../../ui/button.tsx";
import { Section, Stack } from "../../../ui/section.tsx";
import { formatList, t } from "../../../ui/text.ts";
import { IslandButton, When } from "../../../ui/when.tsx";
import { SealedPlace } from "../../keyring/views/sealed-place.tsx";
import type { RecoveryKeyRow } from "../queries.ts";

/** For a custodian: the six words, and the button that accepts. Nobody else has it on the page. */
export function Custody({
	open,
	visitor,
}: {
	open: RecoveryKeyRow;
	visitor: string;
}) {
	const own = open.custodians.find(({ person }) => person === visitor);
	if (own === undefined || own.isGone) return null;
	const others = open.custodians
		.filter(({ person }) => person !== visitor)
		.map(({ firstName }) => firstName);
	return (
		<SealedPlace
			island="recovery"
			documents={{
				keyring: "/me/keys/keyring.json",
				key: "/recovery/key.json",
				acceptance: "/recovery/acceptance",
			}}
		>
			<div data-custody={open.id}>
				<When is="open">
					<Section
						title={t("The six words of the recovery key")}
						layout="beside"
					>
						<Stack>
							<ol class="words-to-compare" data-recovery-words />
							{own.acceptedAt === null ? (
								<>
									<p>
										{t(
											"Read them to {names}, by phone or when you meet: all three of you must see the same. If you do not, accept nothing and tell whoever looks after security: somebody may stand between you.",
											{ names: formatList(others) },
										)}
									</p>
									<p>
										{t(
											"As a custodian you may one day be asked to help open what two people wrote, or ask for it yourself, with a reason that they read. Your name stands on their page.",
										)}
									</p>
									<Actions>
										<IslandButton does="accept-custody" weight="primary">
											{t("All three see the same: I accept")}
										</IslandButton>
									</Actions>
								</>
							) : (
								<p>
									{t(
										"Whoever wants to agree asks one of you for these words. Give them by phone, in person or on paper, never through Baton.",
									)}
								</p>
							)}
						</Stack>
					</Section>
				</When>
			</div>
		</SealedPlace>
	);
}
