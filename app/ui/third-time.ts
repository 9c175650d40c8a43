/** Answers yes to the third press of one key within so many milliseconds, with no other key between. */
export function thirdTime(within: number) {
  let times: number[] = []
  return (isIt: boolean, at: number): boolean => {
    if (!isIt) {
      times = []
      return false
    }
    times = [...times.filter((time) => at - time < within), at]
    if (times.length < 3) return false
    times = []
    return true
  }
}
