import './quality.css'

/** Why a decision was drawn: the first reason in the line, the others under it. */
export const Why = ({ why }: { why: string[] }) => (why.length < 2
  ? <>{why[0]}</>
  : <><span>{why[0]}</span> <details><summary>{why.length === 2 ? 'One more reason' : `${why.length - 1} more reasons`}</summary><ul className="why">{why.slice(1).map((one) => <li key={one}>{one}</li>)}</ul></details></>)
