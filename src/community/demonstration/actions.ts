import { type Db, transact } from '../../platform/index.ts'
import { hashPassword } from '../passwords/actions.ts'
import { findPersonByEmail, putPerson, savePasswordHash } from '../people/queries.ts'
import { demonstrationPassword, demonstrationPeople } from './model.ts'

/** Makes the people of a demonstration, with the password they share; those who are there stay as they are. */
export async function plantDemonstrationPeople(db: Db): Promise<void> {
  for (const { email, name } of demonstrationPeople) {
    if (await findPersonByEmail(db, email)) continue
    const hash = await hashPassword(demonstrationPassword)
    await transact(db, async (tx) => {
      const person = await putPerson(tx, { email, name, language: 'en', demonstration: true })
      await savePasswordHash(tx, person.id, hash)
    })
  }
}
