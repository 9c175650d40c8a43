import { helpLines } from './help-lines.ts'
import './worried.css'

/** Numbers that answer, each one tap to ring. */
export const HelpLines = () => (
  <ul className="help-lines">
    {helpLines.map((line) => (
      <li key={line.name}><a href={line.to}><b>{line.name}</b> <span>{line.say}</span></a><span className="soft small">{line.when}</span></li>
    ))}
  </ul>
)
