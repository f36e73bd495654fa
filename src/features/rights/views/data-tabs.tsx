import { Tabs } from "../../../ui/tabs.tsx";
import { t } from "../../../ui/text.ts";

/** The pages on which administrators look after what is kept about people. */
export function DataTabs({
	current,
}: {
	current: "erasures" | "retention" | "processing";
}) {
	return (
		<Tabs
			label={t("Data about people")}
			tabs={[
				{
					label: t("Erasures"),
					href: "/administration/erasures",
					current: current === "erasures",
				},
				{
					label: t("How long"),
					href: "/administration/retention",
					current: current === "retention",
				},
				{
					label: t("Register of processing"),
					href: "/administration/processing",
					current: current === "processing",
				},
			]}
		/>
	);
}
