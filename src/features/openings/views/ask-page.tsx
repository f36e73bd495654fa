import { Actions, LinkButton } from "../../../ui/button.tsx";
import { TextArea } from "../../../ui/fields.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { formatList, t } from "../../../ui/text.ts";
import { When } from "../../../ui/when.tsx";
import { SealedPlace } from "../../keyring/views/sealed-place.tsx";
import type { OpenEpoch } from "../queries.ts";

export function AskPage({ frame, epoch }: { frame: Frame; epoch: OpenEpoch }) {
	const { relationship, names } = epoch;
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("Ask to open the notes of {names}", {
				names: formatList(names),
			})}
			parent={{
				label: t("What custodians ask for"),
				href: "/recovery/openings",
			}}
			lead={t(
				"Both are told at once, with your name and your reason. A second custodian must agree, and nothing is handed out for 72 hours.",
			)}
		>
			<SealedPlace
				island="recovery"
				documents={{
					keyring: "/me/keys/keyring.json",
					case: `/recovery/relationships/${relationship}/case.json?epoch=${epoch.epoch}`,
					ask: "/recovery/openings",
				}}
			>
				<When is="open">
					<form class="form" data-submits="asking" autocomplete="off">
						<TextArea
							name="reason"
							label={t("Why")}
							hint={t(
								"As you would say it to their faces. What is it you need to know, and why is there no other way?",
							)}
							audience={{
								who: "relationship",
								names: [...names, t("the two other custodians")],
							}}
							rows={5}
							maxLength={1000}
							required
						/>
						<Actions>
							<button type="submit" class="button danger">
								{t("Ask, and tell them both")}
							</button>
							<LinkButton weight="quiet" href="/recovery/openings">
								{t("Not now")}
							</LinkButton>
						</Actions>
					</form>
				</When>
			</SealedPlace>
		</Page>
	);
}
