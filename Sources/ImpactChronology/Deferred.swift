import Synchronization

/// A value that is made when it is first asked for, and once.
///
/// Definitions are long, and most cases need few of them: a table with plain headings need not wait for the forms of
/// statutory returns.
public final class Deferred<Value: Sendable>: Sendable {
    private let make: @Sendable () -> Value
    private let made = Mutex<Value?>(nil)

    /// Makes a value later.
    public init(_ make: @escaping @Sendable () -> Value) {
        self.make = make
    }

    /// The value.
    public var value: Value {
        made.withLock { made in
            if let made { return made }
            let value = make()
            made = value
            return value
        }
    }
}
