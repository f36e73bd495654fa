import { Button, ButtonForm, LinkButton } from "../../../ui/button.tsx";
import { Columns, Section } from "../../../ui/section.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { TextArea } from "../../../ui/fields.tsx";
import { Form } from "../../../ui/form.tsx";
import { Menu } from "../../../ui/menu.tsx";
import { t } from "../../../ui/text.ts";

export function DialogSpecimens() {
	return (
		<Section
			title={t("Dialogs")}
			id="dialogs"
			lead="For one short question. Without script they stand at their own address."
		>
			<Columns>
				<div>
					<Dialog
						id="end-relationship"
						title="End your relationship with Ingrid"
						opener="End this relationship"
						weight="danger"
					>
						<p>
							Ingrid is told that it has ended, not why. What you wrote together
							stays readable for both of you for 90 days.
						</p>
						<Form action="/design" id="end">
							<TextArea
								name="reason"
								label="Anything the program should learn from it"
								audience="groups-of-five"
							/>
							<Button weight="danger">End it</Button>
						</Form>
					</Dialog>
				</div>
				<div>
					<Menu
						label="More for this round"
						entries={[
							<LinkButton
								key="export"
								weight="quiet"
								href="#dialogs"
								icon="file"
							>
								Export the policy
							</LinkButton>,
							<ButtonForm
								key="again"
								weight="quiet"
								action="/design"
								icon="undo"
							>
								Run again around the pinned
							</ButtonForm>,
						]}
					/>
				</div>
			</Columns>
		</Section>
	);
}
