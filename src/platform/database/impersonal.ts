/** Tables without personal data, by code point: what the organisation is and runs, not who. Every other has row-level security, enabled and forced. */
export const impersonal: readonly string[] = [
	"charter",
	"competency",
	"competency_catalogue",
	"competency_change",
	"custom_field",
	"eligibility",
	"grade",
	"migration",
	"organisation",
	"program",
	"retention_period",
	"round",
	"saved_mapping",
	"vault_key",
];
