import { Checkbox, RadioGroup, Select } from "../../../ui/choices.tsx";
import { NumberField, TextArea, TextField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";

const failed: FormState = {
	values: {
		name: "Spring",
		length: "48",
		purpose: "",
	},
	errors: {
		name: "Another program is called “Spring” already. Add the year, for example.",
		length: "Between 3 and 24 months; most programs last 9 to 12.",
		purpose: "Say what the organisation hopes for: mentors read this first.",
		format: "Choose how most of them will meet.",
		leader: "Choose who answers for the program.",
		agreed:
			"The works council's agreement is needed before people are invited.",
	},
};

export function FormSpecimens() {
	return (
		<Section
			title={t("A form that came back")}
			layout="beside"
			lead="What was typed is still there; the summary leads to each answer, and each answer says what to do."
		>
			<Form
				action="/design"
				submit="Create the program"
				state={failed}
				id="failed"
			>
				<TextField name="name" label="Name of the program" required />
				<NumberField name="length" label="Length" unit="months" required />
				<TextArea
					name="purpose"
					label="Purpose"
					hint="In one sentence a mentor would repeat."
					audience="organisation"
					required
				/>
				<RadioGroup
					name="format"
					label="Format"
					choices={[
						{ value: "pair", label: "One to one" },
						{ value: "reverse", label: "Reverse" },
					]}
					required
				/>
				<Select
					name="leader"
					label="Who answers for it"
					unchosen="Choose a person"
					choices={[{ value: "ruth", label: "Ruth Adeyemi" }]}
					required
				/>
				<Checkbox
					name="agreed"
					label="The works council has agreed to the questions asked"
				/>
			</Form>
			<Form
				action="/design"
				submit="Say yes"
				id="problem"
				state={{
					values: {},
					errors: {},
					problem: "Ingrid's last place was taken while you were reading",
				}}
			>
				<TextField name="greeting" label="A first line to Ingrid" />
			</Form>
		</Section>
	);
}
