declare const brand: unique symbol;

/** What `seal` made: the number of the key, a nonce, and AES-256-GCM over the padded text. The type of every column of the domain `sealed`. */
export type Sealed = Buffer & { readonly [brand]: "sealed" };
