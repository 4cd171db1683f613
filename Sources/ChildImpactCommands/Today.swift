public import CaseDates  // Today is a calendar day.

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The one place that reads the clock; the library gets "today" from here as the default of `--as-of`.
public enum Today {
    /// Returns today's date in the United Kingdom, whatever the time zone of the machine.
    public static func inLondon() -> CalendarDay {
        let (days, rest) = time(nil).quotientAndRemainder(dividingBy: 86_400)
        return UnitedKingdomTime.local(day: CalendarDay(number: days), minute: rest / 60).day
    }
}
