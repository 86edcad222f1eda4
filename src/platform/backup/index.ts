export { backUp, type BackedUp } from './backUp.ts'
export { checkFile } from './file.ts'
export { BackupRefused } from './format.ts'
export { refuseVersion, type RestoreChoices, restoreBackup, type RestoredHouse } from './restore.ts'
