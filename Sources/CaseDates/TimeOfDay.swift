/// A time of day to the minute, on the clock of the United Kingdom.
public struct TimeOfDay: Sendable, Hashable, Comparable {
    /// Minutes since midnight, 0...1439.
    public let minute: Int

    /// Makes a time, or returns `nil` when the clock has no such time.
    ///
    /// `24:00` is not a time.
    public init?(hour: Int, minute: Int) {
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        self.minute = hour * 60 + minute
    }

    /// Whether the first time is before the second.
    public static func < (first: TimeOfDay, second: TimeOfDay) -> Bool {
        first.minute < second.minute
    }
}

extension TimeOfDay: CustomStringConvertible {
    /// The time as `09:48`.
    public var description: String {
        PartialDate.twoFigures(minute / 60) + ":" + PartialDate.twoFigures(minute % 60)
    }

    /// Reads `09:48`; `nil` for anything else.
    public init?(text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }),
            let hour = PartialDate.figures(parts[0]), let minute = PartialDate.figures(parts[1])
        else { return nil }
        self.init(hour: hour, minute: minute)
    }
}
