/** Every table of the house by its full name; each room adds its own by declaration merging. */
// oxlint-disable-next-line typescript/no-empty-object-type, typescript/no-empty-interface -- it is filled by the rooms
export interface Tables {}
