import type { ComponentChildren } from "preact";
import { useFrame, useIsland, type Island } from "../../../ui/frame.ts";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import { When } from "../../../ui/when.tsx";
import { LinkButton } from "../../../ui/button.tsx";
import { Troubles } from "./trouble.tsx";
import { UnlockPanel } from "./unlock-panel.tsx";

/**
 * Around everything that is encrypted and decrypted in the browser. Says what to do where that cannot be: without JavaScript, and on an address
 * where browsers offer no cryptography.
 */
export function SealedPlace({
	island,
	documents,
	children,
}: {
	island: Island;
	/** Addresses the island reads and writes, by name. */
	documents: Readonly<Record<string, string>>;
	children: ComponentChildren;
}) {
	useIsland(island);
	const { person } = useFrame();
	return (
		<div
			data-sealed-place
			data-person={person?.id}
			data-documents={JSON.stringify(documents)}
		>
			<noscript>
				<Section title={t("This page needs JavaScript")} layout="beside">
					<p>
						{t(
							"What you write here is encrypted in your browser before it leaves it, so that nobody who runs this server can read it. That is done by JavaScript: allow it for this address, and open the page again. Almost everything else in Baton works without it.",
						)}
					</p>
				</Section>
			</noscript>
			<When is="unsupported">
				<Section title={t("Your browser cannot encrypt here")} layout="beside">
					<p>
						{t(
							"Browsers offer encryption only on a secure address. Open Baton with https:// in front; if there is none, tell whoever runs it.",
						)}
					</p>
				</Section>
			</When>
			<When is="opening">
				<output>{t("Opening …")}</output>
			</When>
			<When is="no-keys">
				<Section title={t("First, keys of your own")} layout="beside">
					<p>
						{t(
							"What you write is sealed with keys that only you hold. Making them takes two minutes, once.",
						)}
					</p>
					<LinkButton weight="primary" href="/me/keys">
						{t("Make my keys")}
					</LinkButton>
				</Section>
			</When>
			<div class="island-trouble" role="alert" data-said hidden />
			<UnlockPanel />
			{children}
			<Troubles />
		</div>
	);
}
