/** A file as it is kept: its name is the SHA-256 of its bytes (64 hexadecimal digits), so it never changes under it. */
export type FileName = string

/** Where the house keeps files beside its database. Whoever fills it from elsewhere keeps to these sentences. */
export type FileStore = {
  /** Keeps these bytes and answers their name once they are safe; the same bytes twice are one file. */
  keep(bytes: Uint8Array): Promise<FileName>
  /** The bytes of a file; undefined when there is none of this name. Throws when they are not those they were. */
  read(name: FileName): Promise<Uint8Array<ArrayBuffer> | undefined>
  /** Lets go of a file that nothing names any more; of one that is not there, nothing. */
  drop(name: FileName): Promise<void>
  /** The names of all files there are, in their order. */
  list(): Promise<FileName[]>
}

/** Is this the name of a file? */
export const isFileName = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

/** The name these bytes have; worked out beside the main thread. */
export async function fileNameOf(bytes: Uint8Array): Promise<FileName> {
  // A view of memory that others share cannot be hashed aside.
  const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes))
  return Buffer.from(digest).toString('hex')
}
