import CLibXML2

/// Collects what libxml2 reports about one document, in order; libxml2 reaches it through a plain pointer.
final class XMLFaultCollector {
    private(set) var faults: [XMLFault] = []

    /// Only so many are kept: a broken document can report one for each of its bytes.
    private static let most = 100

    /// Runs `body` with the pointers that the shim wants: the collector, the function to call, and a third that `body` may
    /// use for its own.
    static func collecting<Result, Failure: Error>(
        _ body: (XMLFaultCollector, UnsafeMutablePointer<UnsafeMutableRawPointer?>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let collector = XMLFaultCollector()
        // Three words that outlive the call of `body`, as libxml2 keeps their address while it parses.
        let pointers = UnsafeMutablePointer<UnsafeMutableRawPointer?>.allocate(capacity: 3)
        unsafe pointers[0] = Unmanaged.passUnretained(collector).toOpaque()
        unsafe pointers[1] = unsafeBitCast(report, to: UnsafeMutableRawPointer.self)
        unsafe pointers[2] = nil
        defer { unsafe pointers.deallocate() }
        return try unsafe body(collector, pointers)
    }

    private static let report: child_impact_xml_error_callback = { context, level, line, column, message in
        guard let context = unsafe context, level >= XML_ERR_ERROR.rawValue else { return }
        let collector = unsafe Unmanaged<XMLFaultCollector>.fromOpaque(context).takeUnretainedValue()
        guard collector.faults.count < most else { return }
        let text = unsafe message.map { unsafe String(cString: $0) } ?? "the document is faulty"
        let words = text.split { $0.isWhitespace }.joined(separator: " ")
        collector.faults.append(XMLFault(message: words, line: Int(line), column: Int(column)))
    }
}
