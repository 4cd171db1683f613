/// Reads the elements of a small XML part with the names of those around them.
enum XMLPath {
    /// Calls `take` for the start of each element that is in the namespace of the outermost one.
    ///
    /// Office files come in two sets of namespaces, with any prefix; elements of other namespaces, and what is in them,
    /// are passed over. `take` gets the local names from the outermost element to the one that starts.
    static func read(
        _ bytes: [UInt8],
        _ take: ([String], XMLTag) throws(XMLFault) -> Void
    ) throws(XMLFault) {
        var path: [String] = []
        var namespace: String?
        // How deep the reading is inside an element of another namespace.
        var foreign = 0
        try XMLStream.read(ByteSource(bytes), limits: XMLLimits(depth: 64)) { (piece) throws(XMLFault) in
            switch piece {
            case .start(let tag):
                if path.isEmpty { namespace = tag.namespace }
                if foreign > 0 || tag.namespace != namespace {
                    foreign += 1
                } else {
                    path.append(tag.name)
                    try take(path, tag)
                }
            case .text: break
            case .end: if foreign > 0 { foreign -= 1 } else { path.removeLast() }
            }
        }
    }
}
