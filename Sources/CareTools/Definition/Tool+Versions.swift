extension [Tool] {
    /// Returns one version of a tool, or without a version the latest that is for use, else the latest; `nil` where there
    /// is none of that name.
    ///
    /// The versions of a tool must stand in their order.
    public func tool(_ id: String, version: String?) -> Tool? {
        let versions = filter { $0.id == id }
        if let version { return versions.first { $0.version == version } }
        return versions.last { $0.status == .active } ?? versions.last
    }
}
