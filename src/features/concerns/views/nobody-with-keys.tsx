import { LinkButton } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { useFrame } from "../../../ui/frame.ts";
import { t } from "../../../ui/text.ts";
import type { Ombudsperson } from "../queries.ts";

/** In place of writing, where none of those one may turn to has made keys. */
export function NobodyWithKeys({
	ombudspersons,
}: {
	ombudspersons: readonly Ombudsperson[];
}) {
	const [first] = ombudspersons;
	return (
		<EmptyState
			title={t("Nobody can receive it in writing yet")}
			action={
				<LinkButton href="/administration/offices">
					{t("Who is entrusted with what")}
				</LinkButton>
			}
		>
			{t(
				"An ombudsperson outside your line is needed, who has made their keys. You can speak to any of them in person in the meantime.",
			)}
			{useFrame().isDemonstration && first && (
				<>
					{" "}
					{t(
						"In the demonstration: open a private window, sign in as {name}, and make keys there.",
						{ name: first.name },
					)}
				</>
			)}
		</EmptyState>
	);
}
