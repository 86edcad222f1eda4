import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Format, RecordsFile } from '../files/model.ts'
import {
  type DoubtfulRecord,
  doubtfulLine,
  type ImportReport,
  refusedLines,
  reportLine,
  type Telling,
} from '../import/model.ts'

const endings: Record<Format, string> = { json: 'json', csv: 'csv', icalendar: 'ics' }

export type Report = Telling & {
  opened(file: RecordsFile): Promise<void>
  /** Ends the report; answers the paths of what was written. */
  close(report: ImportReport): Promise<string[]>
}

/**
 * Keeps what an import does in a folder of its own while it goes on: `report.json`, `report.txt` to be read, and the
 * refused records as a file (`refused.json`, `.csv` or `.ics`) that can be mended and imported. Nothing is made before
 * the first record.
 */
export function openReport(folder: string, name: string): Report {
  const files = new Map<string, FileHandle>()
  const doubts: DoubtfulRecord[] = []
  let opened: RecordsFile | undefined
  const write = async (file: string, text: string) => {
    const handle = files.get(file) ?? (await openIn(folder, file))
    files.set(file, handle)
    await handle.appendFile(text)
  }
  const ofRefused = () => (opened ? `refused.${endings[opened.format]}` : undefined)
  return {
    async opened(file) {
      opened = file
    },
    async refused(records) {
      const [mended, frame] = [ofRefused(), opened?.frame]
      if (!mended || !frame) return
      const first = !files.has(mended)
      const texts = records.map(({ text }) => text).join(frame.between)
      await write(mended, (first ? frame.before : frame.between) + texts)
      const entries = records.map((record) => JSON.stringify(record)).join(',\n ')
      await write('report.json', `${first ? '{"refused":[\n ' : ',\n '}${entries}`)
      await write('report.txt', textOf(records.flatMap((record) => refusedLines(name, record))))
    },
    async doubtful(records) {
      doubts.push(...records)
      await write('report.txt', textOf(records.map((record) => doubtfulLine(name, record))))
    },
    async close(report) {
      const mended = ofRefused()
      if (mended && opened && files.has(mended)) await write(mended, opened.frame.after)
      const { refused, doubtful, ...rest } = report
      const counted = JSON.stringify({ ...rest, counted: { refused, doubtful }, doubtful: doubts }, null, 1)
      await write(
        'report.json',
        `${files.has('report.json') ? '\n],' : '{"refused":[],'}${counted.slice(1)}\n`,
      )
      await write('report.txt', textOf([reportLine(report)]))
      for (const handle of files.values()) await handle.close()
      return [...files.keys()].map((file) => join(folder, file))
    },
  }
}

const textOf = (lines: string[]) => lines.map((line) => `${line}\n`).join('')

async function openIn(folder: string, file: string): Promise<FileHandle> {
  await mkdir(folder, { recursive: true })
  return open(join(folder, file), 'w')
}
