/** The people of a demonstration; each stands for what somebody like them can do. */

export const demonstrationPassword = 'caravanserai-demo'

export type DemonstrationPerson = {
  email: string
  name: string
  /** In English, as only who runs the demonstration reads it. */
  does: string
}

export const demonstrationPeople: readonly DemonstrationPerson[] = [
  { email: 'admin@demo.example', name: 'Ada Administrator', does: 'administrator' },
  { email: 'editor@demo.example', name: 'Edwin Editor', does: 'editor' },
  { email: 'artist@demo.example', name: 'Nguyễn Thị An', does: 'an artist, without any role' },
  { email: 'partner@demo.example', name: 'Paulina Partner', does: 'editor of an organisation' },
  { email: 'focal.vn@demo.example', name: 'Phạm Văn Bình', does: 'focal point of Viet Nam' },
  { email: 'focal.fr@demo.example', name: 'Françoise Dupré', does: 'focal point of France' },
]
