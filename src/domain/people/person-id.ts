/** Who someone is, whatever they are called or numbered. */
export type PersonId = string & { readonly brand: "person" };

export function personId(id: string): PersonId {
	return id as PersonId;
}
