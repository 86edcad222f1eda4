/** How many days a secret link to a preview leads somewhere. */
export const previewDays = 7
