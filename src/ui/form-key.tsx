import { useFrame } from "./frame.ts";

/** The one-time key that makes a double click or a retry do nothing twice. Form and ButtonForm write it by themselves. */
export function FormKey() {
	return (
		<input type="hidden" name="form-key" value={useFrame().newFormKey()} />
	);
}
