// Every component in every state, on one page: to look at after each change to src/ui, and to choose from when making a page. The specimens are
// invented, and deliberately not translated: they show how the parts behave, not what Baton says.
import { LinkButton } from "../../../ui/button.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Tabs } from "../../../ui/tabs.tsx";
import { t } from "../../../ui/text.ts";
import { ChartSpecimens } from "./chart-specimens.tsx";
import { DialogSpecimens } from "./dialog-specimens.tsx";
import { FieldSpecimens } from "./field-specimens.tsx";
import { FigureSpecimens } from "./figure-specimens.tsx";
import { FoundationSpecimens } from "./foundation-specimens.tsx";
import { FormSpecimens } from "./form-specimens.tsx";
import { ListSpecimens } from "./list-specimens.tsx";
import { TableSpecimens } from "./table-specimens.tsx";

export function DesignPage({ frame }: { frame: Frame }) {
	return (
		<Page
			frame={frame}
			title={t("What Baton is made of")}
			lead={t(
				"Every part that pages are built from, in every state. Change one here and look at it before you change it anywhere.",
			)}
			action={
				<LinkButton weight="primary" href="#tables">
					{t("See the tables")}
				</LinkButton>
			}
		>
			<Tabs
				label={t("Parts")}
				tabs={[
					["foundation", t("Foundation")],
					["forms", t("Forms")],
					["tables", t("Tables")],
					["figures", t("Figures")],
					["charts", t("Charts")],
					["lists", t("Lists")],
					["dialogs", t("Dialogs")],
				].map(([id, label]) => ({
					label: label ?? "",
					href: `#${id}`,
					current: id === "foundation",
				}))}
			/>
			<FoundationSpecimens />
			<FieldSpecimens />
			<FormSpecimens />
			<TableSpecimens path={frame.path} />
			<FigureSpecimens />
			<ChartSpecimens />
			<ListSpecimens />
			<DialogSpecimens />
		</Page>
	);
}
